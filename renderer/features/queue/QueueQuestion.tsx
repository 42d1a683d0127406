import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { Button } from '../../components/ui/Button.tsx';
import { DialogButtons, DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { canBeCancelled } from './queue-takes.ts';
import { useQueueActions, useQueueList } from './queue-source.ts';
import { shapeWords } from '../gallery/shape-words.ts';
import { usePriceAgain } from './use-price-again.ts';
import styles from './QueueQuestion.module.css';

/** What may cost money, or cannot simply be undone, is said in full before it is done. */
export function QueueQuestion() {
  const question = useUi((state) => state.question);
  switch (question?.kind) {
    case 'cancel':
      return <CancelQuestion operation={question.operation} />;
    case 'cancelTakes':
      return <CancelTakesQuestion operationIds={question.operationIds} />;
    case 'duplicate':
      return <DuplicateQuestion operation={question.operation} />;
    case 'retryFailed':
      return <RetryQuestion />;
    case undefined:
      return null;
  }
}

interface QuestionProps {
  title: string;
  /** What the button that goes on says. */
  goOn: string;
  back: string;
  disabled?: boolean;
  run: () => Promise<boolean>;
  children: ReactNode;
}

function Question({ title, goOn, back, disabled = false, run, children }: QuestionProps) {
  const ask = useUi((state) => state.ask);
  const [isBusy, setBusy] = useState(false);
  const close = (): void => {
    ask(null);
  };
  // A second press would be a second paid request.
  const once = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    await run();
    close();
  };
  return (
    <DialogFrame kind="question" title={title} onClose={close}>
      {children}
      <DialogButtons>
        <Button data-first-focus onClick={close}>
          {back}
        </Button>
        <Button look="primary" disabled={disabled || isBusy} onClick={() => void once()}>
          {goOn}
        </Button>
      </DialogButtons>
    </DialogFrame>
  );
}

function Asked({ operation }: { operation: Operation }) {
  return <p className={styles['prompt']}>{operation.request.prompt}</p>;
}

function CancelQuestion({ operation }: { operation: Operation }) {
  const text = useText();
  const made = text.made[operation.request.medium];
  const format = useFormat();
  const { cancel } = useQueueActions();
  const isFree = operation.service === 'demo';
  return (
    <Question
      title={made.cancelTitle}
      goOn={made.cancelGoOn}
      back={text.queue.keep}
      run={() => cancel(operation.id)}
    >
      <Asked operation={operation} />
      <p>{isFree ? text.queue.cancelDemo : text.queue.cancelCost(format.usd(operation.estimatedUsd))}</p>
      <p>{made.cancelAfter}</p>
    </Question>
  );
}

function CancelTakesQuestion({ operationIds }: { operationIds: readonly string[] }) {
  const text = useText();
  const format = useFormat();
  const { cancel } = useQueueActions();
  const running = useQueueList().data?.runningOperations ?? [];
  const takes = running.filter(
    (operation) => operationIds.includes(operation.id) && canBeCancelled(operation),
  );
  const [first] = takes;
  const usd = takes.reduce((sum, { estimatedUsd }) => sum + estimatedUsd, 0);
  return (
    <Question
      title={text.takes.cancelTitle(format.number(takes.length), takes.length)}
      goOn={text.takes.cancelAll}
      back={text.queue.keep}
      disabled={first === undefined}
      run={async () => {
        const done = await Promise.all(takes.map(({ id }) => cancel(id)));
        return done.every(Boolean);
      }}
    >
      {first && <Asked operation={first} />}
      <p>{usd > 0 ? text.takes.cancelCost(format.usd(usd)) : text.takes.cancelDemo}</p>
      <p>{text.takes.cancelAfter}</p>
    </Question>
  );
}

function DuplicateQuestion({ operation }: { operation: Operation }) {
  const text = useText();
  const made = text.made[operation.request.medium];
  const format = useFormat();
  const { duplicate } = useQueueActions();
  const usd = usePriceAgain(operation);
  return (
    <Question
      title={made.duplicateTitle}
      goOn={usd > 0 ? text.queue.duplicateFor(format.usd(usd)) : text.queue.duplicate}
      back={text.settings.cancel}
      run={() => duplicate(operation.id)}
    >
      <Asked operation={operation} />
      <p className={styles['line']}>{shapeWords(operation.request, text)}</p>
      <p>{usd > 0 ? text.queue.duplicateCost(format.usd(usd)) : text.queue.duplicateFree}</p>
    </Question>
  );
}

function RetryQuestion() {
  const text = useText();
  const format = useFormat();
  const { retryFailed } = useQueueActions();
  const failed = useQueueList().data?.retry ?? { operationIds: [], usd: 0 };
  const count = failed.operationIds.length;
  const number = format.number(count);
  return (
    <Question
      title={text.queue.retryTitle(number, count)}
      goOn={
        failed.usd > 0 ? text.queue.retryFor(number, format.usd(failed.usd)) : text.queue.retryGoOn(number)
      }
      back={text.settings.cancel}
      disabled={count === 0}
      run={() => retryFailed(failed.operationIds)}
    >
      <p>{text.queue.retryWhat}</p>
      <p>{failed.usd > 0 ? text.queue.retryCost(format.usd(failed.usd)) : text.queue.retryFree}</p>
    </Question>
  );
}
