import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpenedTemplates as Opened } from '../../../preload/contract/prompts.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { DialogButtons, DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { callOrThrow } from '../../lib/call.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { queryKeys, useFormat } from '../../lib/queries.ts';
import styles from './OpenedTemplates.module.css';
import { useTemplates } from './use-templates.ts';

/** Asks what becomes of a file of templates that was opened with the app: it may be from anywhere. */
export function OpenedTemplates() {
  const { data: opened = null } = useQuery<Opened | null>({
    queryKey: queryKeys.openedTemplates,
    queryFn: () => callOrThrow(() => window.zoetrope.prompts.openedTemplates()),
  });
  // Several are asked about one after the other.
  return opened === null ? null : <OpenedDialog key={opened.id} opened={opened} />;
}

function OpenedDialog({ opened }: { opened: Opened }) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const { answerOpened } = useTemplates();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(opened.error);
  const words = error === null ? null : errorWords(error, text, format);
  const isNew = opened.known < opened.count;

  const answer = async (add: boolean): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const failed = await answerOpened(opened.id, add);
    setBusy(false);
    setError(failed);
    if (failed === null) await client.invalidateQueries({ queryKey: queryKeys.openedTemplates });
  };
  const leave = (): void => {
    void answer(false);
  };

  if (opened.error !== null) {
    return (
      <DialogFrame kind="question" title={text.prompts.openedTrouble} onClose={leave}>
        <p className={styles['hint']}>
          {text.prompts.openedFrom(opened.fileName)} {words?.message}
        </p>
        <DialogButtons>
          <Button look="primary" onClick={leave}>
            {text.prompts.openedClose}
          </Button>
        </DialogButtons>
      </DialogFrame>
    );
  }
  const { count, known, templates } = opened;
  return (
    <DialogFrame kind="question" title={text.prompts.openedTitle} onClose={leave}>
      <p className={styles['hint']}>
        {text.prompts.openedFrom(opened.fileName)}{' '}
        {isNew
          ? text.prompts.openedHint(format.number(count), count, format.number(known), known)
          : text.prompts.openedAllKnown}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls is scrolled by keys too */}
      <ul className={styles['list']} tabIndex={0} aria-label={text.prompts.kinds.template}>
        {templates.map(({ name, prompt }, index) => (
          <li key={index}>
            <span className={styles['name']}>{name}</span>
            <span className={styles['prompt']}>{prompt}</span>
          </li>
        ))}
        {count > templates.length && (
          <li className={styles['prompt']}>
            {text.prompts.openedMore(format.number(count - templates.length))}
          </li>
        )}
      </ul>
      {words !== null && (
        <Problem title={words.title}>
          <p>{words.message}</p>
        </Problem>
      )}
      <DialogButtons>
        <Button onClick={leave}>{isNew ? text.prompts.openedLeave : text.prompts.openedClose}</Button>
        {isNew && (
          <Button look="primary" disabled={busy} onClick={() => void answer(true)}>
            {text.prompts.openedAdd}
          </Button>
        )}
      </DialogButtons>
    </DialogFrame>
  );
}
