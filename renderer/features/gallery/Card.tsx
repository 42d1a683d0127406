import { memo } from 'react';
import type { MouseEvent, Ref } from 'react';
import { Check } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { Button } from '../../components/ui/Button.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { putBack } from '../compose/put-back.ts';
import { useIsPaused } from '../queue/queue-source.ts';
import { CardActions } from './CardActions.tsx';
import { CardMarks } from './CardMarks.tsx';
import { EndedChoices } from './EndedChoices.tsx';
import { ErrorFrame, RunningFrame, ClipFrame } from './CardFrames.tsx';
import { isSelected, useSelection } from './selection-store.ts';
import { isUnderWay, statusWords } from './status-words.ts';
import { useSelecting } from './use-selecting.ts';
import { useSettingsLine } from './use-settings-line.ts';
import styles from './Card.module.css';

function Frame({ operation }: { operation: Operation }) {
  if (isUnderWay(operation)) return <RunningFrame operation={operation} />;
  if (operation.clip !== null) return <ClipFrame operation={operation} clip={operation.clip} />;
  return <ErrorFrame operation={operation} />;
}

interface CardProps {
  operation: Operation;
  /** Its place in what the gallery shows, from 0. */
  index: number;
  /** How many the gallery shows, most of them further up or down. */
  total: number;
  row: number;
  /** It stands beside other takes of its request, whose prompt is said once for all of them. */
  isInGroup: boolean;
  /** Measures its row by it. */
  measure: Ref<HTMLElement> | undefined;
}

/** One operation. Memoised: an event about one card leaves the others alone. */
export const Card = memo(function Card({ operation, index, total, row, isInGroup, measure }: CardProps) {
  const text = useText();
  const format = useFormat();
  const line = useSettingsLine(operation, isInGroup);
  const failed = operation.status === 'error';
  const isPaused = useIsPaused();
  const selected = useSelection((state) => isSelected(state, operation.id));
  const { toggle, extendTo } = useSelecting();

  /** With Ctrl, ⌘ or Shift a press anywhere on the card selects, whatever else is there. */
  const onClickCapture = (event: MouseEvent): void => {
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) void extendTo(index);
    else toggle(operation.id, index);
  };

  return (
    // The keyboard selects with X, from any of the card's buttons.
    <article
      ref={measure}
      className={cx(styles['card'], isInGroup && styles['inGroup'], selected && styles['selected'])}
      aria-label={operation.request.prompt}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-operation-id={operation.id}
      data-place={index}
      data-row={row}
      data-phase={operation.phase}
      data-status={operation.status}
      data-selected={selected ? '' : undefined}
      onClickCapture={onClickCapture}
    >
      <div className={styles['frame']}>
        <Frame operation={operation} />
        <span className={operation.phase === 'completed' ? 'visually-hidden' : styles['chip']}>
          {statusWords(operation, text, isPaused)}
        </span>
        <label className={styles['select']} title={text.library.select('').trim()}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            aria-label={text.library.select(operation.request.prompt.slice(0, 80))}
            onChange={() => {
              toggle(operation.id, index);
            }}
          />
          <Check size={13} strokeWidth={3} aria-hidden />
        </label>
        <CardActions operation={operation} />
      </div>
      <div className={styles['body']}>
        <p className={isInGroup ? 'visually-hidden' : styles['prompt']} title={operation.request.prompt}>
          {operation.request.prompt}
        </p>
        <div className={styles['meta']}>
          <span>{line}</span>
          {operation.clip !== null && <CardMarks operation={operation} />}
          {failed && (
            <Button
              look="link"
              data-card-focus
              onClick={() => {
                void putBack(operation, text, format);
              }}
            >
              {text.card.editAndRetry}
            </Button>
          )}
        </div>
        {failed && <EndedChoices operation={operation} />}
      </div>
    </article>
  );
});
