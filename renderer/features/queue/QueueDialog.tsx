import { useId, useRef } from 'react';
import { RotateCcw, X } from 'lucide-react';
import type { QueueList } from '../../../preload/contract/queue.ts';
import { Button, IconButton } from '../../components/ui/Button.tsx';
import { Dialog } from '../../components/ui/Dialog.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { PauseButton } from './QueueStrip.tsx';
import { RunningRow } from './RunningRow.tsx';
import { TakesHead } from './TakesHead.tsx';
import { WaitingList } from './WaitingList.tsx';
import { blocksOf, canBeCancelled, together } from './queue-takes.ts';
import type { Block } from './queue-takes.ts';
import { useQueueActions, useQueueList } from './queue-source.ts';
import styles from './QueueDialog.module.css';

export function QueueDialog() {
  const open = useUi((state) => state.queueOpen);
  return open ? <OpenQueue /> : null;
}

function OpenQueue() {
  const text = useText();
  const format = useFormat();
  const setOpen = useUi((state) => state.setQueueOpen);
  const { setPaused } = useQueueActions();
  const list = useQueueList();
  const queue = list.data;
  const titleId = useId();
  /** Ends a drag that is under way; false when there is none. */
  const endDragRef = useRef<() => boolean>(() => false);

  return (
    <Dialog
      labelledBy={titleId}
      className={styles['queue']}
      closesOnBackdrop
      onClose={() => {
        if (!endDragRef.current()) setOpen(false);
      }}
    >
      <header className={styles['head']}>
        <h2 id={titleId} className={styles['title']}>
          {text.queue.title}
        </h2>
        {queue !== undefined && (
          <>
            <p className={styles['counts']}>
              {text.queue.counts(
                format.number(queue.running),
                queue.running,
                format.number(queue.waiting),
                queue.waiting,
              )}
            </p>
            <PauseButton paused={queue.paused} onChange={setPaused} />
          </>
        )}
        <IconButton
          label={text.app.close}
          onClick={() => {
            setOpen(false);
          }}
        >
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      {queue?.paused === true && (
        <p className={styles['paused']}>
          <strong>{text.queue.paused}</strong> {text.queue.pausedWhy}
        </p>
      )}
      <div className={styles['body']} data-queue-scroll>
        {list.error !== null && (
          <Problem
            title={text.queue.failed}
            actions={
              <Button size="small" onClick={() => void list.refetch()}>
                {text.app.retry}
              </Button>
            }
          >
            <p>{text.said(list.error.message)}</p>
          </Problem>
        )}
        {queue !== undefined && <Lists queue={queue} endDragRef={endDragRef} />}
      </div>
      {queue !== undefined && queue.retry.operationIds.length > 0 && <Failed queue={queue} />}
    </Dialog>
  );
}

interface ListsProps {
  queue: QueueList;
  endDragRef: React.RefObject<() => boolean>;
}

function Lists({ queue, endDragRef }: ListsProps) {
  const text = useText();
  const { runningOperations, waitingOperations } = queue;
  if (runningOperations.length + waitingOperations.length === 0) {
    return (
      <div className={styles['empty']}>
        <p className={styles['emptyTitle']}>{text.queue.empty}</p>
        <p>{text.queue.emptyHint}</p>
      </div>
    );
  }
  return (
    <>
      {runningOperations.length > 0 && (
        <section aria-label={text.queue.running}>
          <h3 className={styles['heading']}>{text.queue.running}</h3>
          <ul className={styles['list']}>
            {blocksOf(together(runningOperations)).flatMap((block) => [
              block.length > 1 && <RunningHead key={`takes-${block[0].id}`} takes={block} />,
              ...block.map((operation) => (
                <RunningRow key={operation.id} operation={operation} isTake={block.length > 1} />
              )),
            ])}
          </ul>
        </section>
      )}
      {waitingOperations.length > 0 && <WaitingList queue={queue} endDragRef={endDragRef} />}
    </>
  );
}

function RunningHead({ takes }: { takes: Block }) {
  const ask = useUi((state) => state.ask);
  const isOpen = takes.some(canBeCancelled);
  return (
    <TakesHead
      takes={takes}
      onCancelAll={
        isOpen
          ? () => {
              ask({ kind: 'cancelTakes', operationIds: takes.map(({ id }) => id) });
            }
          : null
      }
    />
  );
}

function Failed({ queue }: { queue: QueueList }) {
  const text = useText();
  const format = useFormat();
  const ask = useUi((state) => state.ask);
  const count = queue.retry.operationIds.length;
  return (
    <footer className={styles['foot']}>
      <p>{text.queue.failedOnes(format.number(count), count)}</p>
      <Button
        size="small"
        onClick={() => {
          ask({ kind: 'retryFailed' });
        }}
      >
        <RotateCcw size={13} aria-hidden />
        {text.queue.retryFailed(format.number(count))}
      </Button>
    </footer>
  );
}
