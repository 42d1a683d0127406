import type { KeyboardEvent, PointerEvent } from 'react';
import { ArrowDown, ArrowUp, ArrowUpToLine, GripVertical, X } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { IconButton } from '../../components/ui/Button.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useSettingsLine } from '../gallery/use-settings-line.ts';
import { useWaitWords } from './use-wait-words.ts';
import type { Target } from './queue-order.ts';
import type { RowDrag } from './use-row-drag.ts';
import styles from './QueueRow.module.css';

interface WaitingRowProps {
  operation: Operation;
  /** 1 for the next one to be sent. */
  position: number;
  isFirst: boolean;
  isLast: boolean;
  isPaused: boolean;
  /** It stands below its request's head, with other takes. */
  isTake: boolean;
  drag: RowDrag;
  onGrip: (event: PointerEvent<HTMLElement>, id: string) => void;
  onMove: (id: string, to: Target) => Promise<void>;
  onCancel: (id: string) => Promise<void>;
}

const keys: Record<string, Target> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'top', End: 'end' };

export function WaitingRow(props: WaitingRowProps) {
  const { operation, position, isFirst, isLast, isPaused, isTake, drag, onGrip, onMove, onCancel } = props;
  const { id } = operation;
  const { prompt } = operation.request;
  const text = useText();
  const format = useFormat();
  const line = useSettingsLine(operation, isTake);
  const reason = useWaitWords(operation, isPaused);

  /** On each of the row's buttons: wherever in the row the focus is. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = keys[event.key];
    if (!event.altKey || to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void onMove(id, to);
  };

  return (
    <li
      className={cx(
        styles['row'],
        isTake && styles['take'],
        drag.isDragged && styles['dragged'],
        drag.line !== null && styles[drag.line],
      )}
      data-queue-id={id}
      aria-label={isTake ? `${line}: ${prompt}` : prompt}
    >
      <button
        type="button"
        className={styles['grip']}
        data-control="grip"
        onKeyDown={onKeyDown}
        aria-label={text.queue.grip(format.number(position))}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+Home Alt+End"
        title={text.queue.gripHint}
        onPointerDown={(event) => {
          onGrip(event, id);
        }}
      >
        <GripVertical size={14} aria-hidden />
      </button>
      <span className={styles['position']} aria-hidden>
        {format.number(position)}
      </span>
      <div className={styles['words']}>
        {!isTake && (
          <p className={styles['prompt']} title={prompt}>
            {prompt}
          </p>
        )}
        <p className={styles['line']}>{line}</p>
        {reason !== null && <p className={styles['reason']}>{reason}</p>}
      </div>
      <div className={styles['moves']}>
        <IconButton
          label={text.queue.toTop}
          data-control="top"
          onKeyDown={onKeyDown}
          aria-disabled={isFirst}
          onClick={() => void onMove(id, 'top')}
        >
          <ArrowUpToLine size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={text.queue.up}
          data-control="up"
          onKeyDown={onKeyDown}
          aria-disabled={isFirst}
          onClick={() => void onMove(id, 'up')}
        >
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={text.queue.down}
          data-control="down"
          onKeyDown={onKeyDown}
          aria-disabled={isLast}
          onClick={() => void onMove(id, 'down')}
        >
          <ArrowDown size={14} aria-hidden />
        </IconButton>
      </div>
      <IconButton
        label={text.queue.cancel}
        title={text.queue.cancelUnsentHint}
        data-control="cancel"
        onKeyDown={onKeyDown}
        onClick={() => void onCancel(id)}
      >
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}
