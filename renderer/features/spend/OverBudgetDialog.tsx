import { useId, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { SpendSummary } from '../../../preload/contract/spend.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { DialogButtons, DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { call } from '../../lib/call.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { queryKeys, useFormat, useSpend } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import frame from '../settings/SettingsDialog.module.css';
import styles from './OverBudgetDialog.module.css';

const word = 'OVER';

type Next = NonNullable<SpendSummary['held']['next']>;

/** Lets the next held clip go over the budget: a word has to be typed, a click alone is too quick. */
export function OverBudgetDialog() {
  const open = useUi((state) => state.overOpen);
  const next = useSpend().data?.held.next ?? null;
  // Another clip is another question: what was typed for the one before does not count.
  return open && next !== null ? <OpenOver key={next.operationId} next={next} /> : null;
}

function OpenOver({ next }: { next: Next }) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const setOpen = useUi((state) => state.setOverOpen);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const words = error === null ? null : errorWords(error, text, format);
  const usd = format.usd(next.usd);
  const agreed = typed.trim() === word;
  const close = (): void => {
    setOpen(false);
  };

  const allow = async (): Promise<void> => {
    if (!agreed || sending) return;
    setSending(true);
    const { operationId } = next;
    const result = await call(() => window.zoetrope.spend.allowOver({ operationId, word }));
    setSending(false);
    if (result.ok) {
      close();
      client.setQueryData(queryKeys.spend, result.value);
    } else setError(result.error);
  };

  return (
    <DialogFrame kind="question" title={text.spend.overTitle} onClose={close}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void allow();
        }}
      >
        <p>
          {text.spend.overReason(text.spend.holdReasons[next.hold.period](format.usd(next.hold.budgetUsd)))}
        </p>
        <p className={styles['prompt']}>{next.prompt}</p>
        <label htmlFor={`${id}-word`}>{text.spend.overLabel(word, usd)}</label>
        <input
          id={`${id}-word`}
          data-first-focus
          className={frame['input']}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        {words !== null && (
          <Problem title={words.title}>
            <p>{words.message}</p>
          </Problem>
        )}
        <DialogButtons>
          <Button onClick={close}>{text.settings.cancel}</Button>
          <Button look="primary" submit disabled={!agreed || sending}>
            {text.spend.overAllow(usd)}
          </Button>
        </DialogButtons>
      </form>
    </DialogFrame>
  );
}
