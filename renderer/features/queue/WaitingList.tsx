import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { queueListLimit } from '../../../preload/contract/queue.ts';
import type { QueueList } from '../../../preload/contract/queue.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useRemoval } from '../gallery/use-removal.ts';
import { TakesHead } from './TakesHead.tsx';
import { WaitingRow } from './WaitingRow.tsx';
import { blocksOf } from './queue-takes.ts';
import type { Block } from './queue-takes.ts';
import type { Target } from './queue-order.ts';
import { useQueueActions } from './queue-source.ts';
import { useRowDrag } from './use-row-drag.ts';
import styles from './QueueDialog.module.css';

interface WaitingListProps {
  queue: QueueList;
  endDragRef: RefObject<() => boolean>;
}

const rowOf = (list: HTMLElement | null, id: string): HTMLElement | null =>
  Array.from(list?.querySelectorAll<HTMLElement>('[data-queue-id]') ?? []).find(
    (row) => row.dataset['queueId'] === id,
  ) ?? null;

/** The operations that wait, in the order in which they are sent; they can be dragged, and moved by keyboard. */
export function WaitingList({ queue, endDragRef }: WaitingListProps) {
  const text = useText();
  const format = useFormat();
  const actions = useQueueActions();
  const { remove } = useRemoval();
  const list = useRef<HTMLOListElement>(null);
  /** Where the focus belongs after a row was moved: a browser drops it when the row's element moves. */
  const focus = useRef<{ id: string; control: string } | null>(null);
  const { waiting, waitingOperations: operations } = queue;
  const usd = operations.reduce((sum, operation) => sum + operation.estimatedUsd, 0);
  const more = waiting - operations.length;

  const move = async (id: string, to: Target): Promise<void> => {
    const active = document.activeElement;
    const control = active instanceof HTMLElement ? active.dataset['control'] : undefined;
    if (rowOf(list.current, id)?.contains(active) === true && control !== undefined) {
      focus.current = { id, control };
    }
    const place = await actions.move(id, to);
    if (place !== null)
      useUi.getState().announce(text.queue.movedTo(format.number(place), format.number(waiting)));
  };

  useLayoutEffect(() => {
    const wanted = focus.current;
    if (wanted === null) return;
    focus.current = null;
    const row = rowOf(list.current, wanted.id);
    row?.querySelector<HTMLElement>(`[data-control="${wanted.control}"]`)?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, [operations]);

  const drag = useRowDrag({
    list,
    // Below the last row that is shown there may be others.
    mayBeLast: more === 0,
    drop: (id, before) => void move(id, before === null ? 'end' : { before }),
  });
  useLayoutEffect(() => {
    endDragRef.current = drag.cancel;
  });

  const cancel = async (id: string): Promise<void> => {
    const at = operations.findIndex((operation) => operation.id === id);
    const neighbour = operations[at + 1] ?? operations[at - 1];
    const dialog = list.current?.closest('dialog');
    if (!(await remove([id], text.queue.cancelledFree))) return;
    // Never another Cancel: a key that is held down would take one after the other.
    const row = neighbour && rowOf(list.current, neighbour.id);
    (row?.querySelector<HTMLElement>('[data-control="grip"]') ?? dialog)?.focus();
  };
  const cancelAll = async (takes: Block): Promise<void> => {
    const dialog = list.current?.closest('dialog');
    const ids = takes.map(({ id }) => id);
    if (await remove(ids, text.takes.cancelledFree)) dialog?.focus();
  };

  return (
    <section aria-label={text.queue.waiting}>
      <h3 className={styles['heading']}>
        {text.queue.waiting}
        {usd > 0 && more === 0 && <span className={styles['sum']}>{text.queue.inAll(format.usd(usd))}</span>}
      </h3>
      <ol ref={list} className={styles['list']}>
        {blocksOf(operations).flatMap((block) => [
          block.length > 1 && (
            <TakesHead key={`takes-${block[0].id}`} takes={block} onCancelAll={() => void cancelAll(block)} />
          ),
          ...block.map((operation) => (
            <WaitingRow
              key={operation.id}
              operation={operation}
              position={operations.indexOf(operation) + 1}
              isFirst={operation === operations[0]}
              isLast={operation === operations[waiting - 1]}
              isPaused={queue.paused}
              isTake={block.length > 1}
              drag={drag.stateOf(operation.id)}
              onGrip={drag.start}
              onMove={move}
              onCancel={cancel}
            />
          )),
        ])}
      </ol>
      {more > 0 && (
        <p className={styles['more']}>
          {text.queue.more(format.number(more), format.number(queueListLimit))}
        </p>
      )}
    </section>
  );
}
