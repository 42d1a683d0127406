import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useQuery } from '@tanstack/react-query';
import type { EnhanceOffer, Enhancement } from '../../../preload/contract/prompts.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { Spinner } from '../../components/ui/Spinner.tsx';
import { call, callOrThrow } from '../../lib/call.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { queryKeys, useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import { focusPrompt, insertPrompt } from '../prompts/insert.ts';
import { wordDiff } from './word-diff.ts';
import styles from './EnhanceDialog.module.css';

/** Three versions of the prompt to choose from. Nothing goes out before the user has asked for it, and none is taken by itself. */
export function EnhanceDialog() {
  const text = useText();
  const format = useFormat();
  const close = useUi((state) => state.setPromptPanel);
  // What was asked about stays what is compared with.
  const [prompt] = useState(() => useDraft.getState().prompt.trim());
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<Enhancement | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const { data: offer } = useQuery<EnhanceOffer | null>({
    queryKey: queryKeys.enhanceOffer,
    queryFn: () => callOrThrow(() => window.zoetrope.prompts.enhanceOffer()),
    // Key, setting and day decide: it is asked each time.
    staleTime: 0,
  });
  const words = error === null ? null : errorWords(error, text, format);

  const ask = async (): Promise<void> => {
    if (isAsking) return;
    setAsking(true);
    setError(null);
    const result = await call(() => window.zoetrope.prompts.enhance({ prompt }));
    setAsking(false);
    if (result.ok) setAnswer(result.value);
    else setError(result.error);
  };
  const take = (version: string): void => {
    flushSync(() => {
      close(null);
    });
    flushSync(() => {
      insertPrompt({ prompt: version }, { title: text.prompts.inserted, undo: text.toasts.undo });
    });
    focusPrompt();
  };

  return (
    <DialogFrame
      title={text.enhance.title}
      onClose={() => {
        close(null);
      }}
    >
      {answer === null ? (
        <>
          <blockquote className={styles['prompt']}>{prompt}</blockquote>
          {offer !== undefined && offer !== null && <p className={styles['note']}>{offerWords(offer)}</p>}
          {offer === null && <p className={styles['note']}>{text.enhance.off}</p>}
        </>
      ) : (
        <>
          <ol className={styles['versions']} aria-label={text.enhance.versions}>
            {answer.versions.map((version) => (
              <li key={version.prompt} className={styles['version']}>
                <div className={styles['head']}>
                  <h3>{version.change}</h3>
                  <Button
                    size="small"
                    aria-label={text.enhance.useNamed(version.change)}
                    onClick={() => {
                      take(version.prompt);
                    }}
                  >
                    {text.enhance.use}
                  </Button>
                </div>
                <Difference before={prompt} after={version.prompt} />
              </li>
            ))}
          </ol>
          <p className={styles['note']}>
            {answer.by.kind === 'local'
              ? text.enhance.local
              : text.enhance.cost(answer.by.label, format.usd(answer.by.usd))}
          </p>
        </>
      )}
      {words !== null && (
        <Problem title={words.title}>
          <p>{words.message}</p>
          {words.extras.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Problem>
      )}
      <div className={styles['buttons']}>
        {isAsking && (
          <output className={styles['busy']}>
            <Spinner />
            {text.enhance.asking}
          </output>
        )}
        <Button
          onClick={() => {
            close(null);
          }}
        >
          {text.enhance.keep}
        </Button>
        {answer === null && offer !== undefined && offer !== null && (
          <Button look="primary" data-first-focus aria-disabled={isAsking} onClick={() => void ask()}>
            {error === null ? text.enhance.ask : text.enhance.askAgain}
          </Button>
        )}
      </div>
    </DialogFrame>
  );

  function offerWords(found: EnhanceOffer): string {
    return found.kind === 'local'
      ? text.enhance.offerLocal
      : text.enhance.offer(found.label, format.usd(found.usualUsd), format.usd(found.mostUsd));
  }
}

function Difference({ before, after }: { before: string; after: string }) {
  const text = useText();
  return (
    <p className={styles['text']}>
      {wordDiff(before, after).map(({ kind, text: words }, index) => {
        // Pieces are never moved: their place is their name.
        const key = `${index}-${kind}`;
        if (kind === 'same') return <span key={key}>{words}</span>;
        const Tag = kind === 'added' ? 'ins' : 'del';
        return (
          <Tag key={key}>
            <span className="visually-hidden">
              {kind === 'added' ? text.enhance.added : text.enhance.removed}
            </span>
            {words}
          </Tag>
        );
      })}
    </p>
  );
}
