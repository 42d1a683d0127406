import type { Operation } from '../../../preload/contract/domain.ts';
import { Button } from '../../components/ui/Button.tsx';
import { cx } from '../../lib/cx.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useNow } from '../../lib/ticker.ts';
import { useUi } from '../../lib/ui-store.ts';
import { paceWords, statusWords } from '../gallery/status-words.ts';
import { useSettingsLine } from '../gallery/use-settings-line.ts';
import { canBeCancelled } from './queue-takes.ts';
import styles from './QueueRow.module.css';

/** One that is being sent, made or saved. */
export function RunningRow({ operation, isTake }: { operation: Operation; isTake: boolean }) {
  const text = useText();
  const format = useFormat();
  const line = useSettingsLine(operation, isTake);
  const now = useNow();
  const ask = useUi((state) => state.ask);
  const seconds = Math.max(0, (now - operation.createdAt) / 1000);
  const trouble =
    operation.error === null
      ? null
      : operation.phase === 'downloading'
        ? text.said(operation.error.message)
        : text.card.stillTrying(errorWords(operation.error, text, format).title);
  return (
    <li
      className={cx(styles['row'], isTake && styles['take'])}
      data-queue-running={operation.id}
      aria-label={isTake ? `${line}: ${operation.request.prompt}` : operation.request.prompt}
    >
      <span className={styles['state']} aria-hidden />
      <div className={styles['words']}>
        {!isTake && (
          <p className={styles['prompt']} title={operation.request.prompt}>
            {operation.request.prompt}
          </p>
        )}
        <p className={styles['line']}>
          {isTake && <span>{line}</span>}
          <span>{statusWords(operation, text)}</span>
          <span className={styles['time']} aria-live="off">
            {format.elapsed(seconds)}
          </span>
          <span>{paceWords(operation, seconds, text)}</span>
          {!isTake && <span>{line}</span>}
        </p>
        {trouble !== null && <p className={styles['reason']}>{trouble}</p>}
      </div>
      {canBeCancelled(operation) && (
        <Button
          size="small"
          onClick={() => {
            ask({ kind: 'cancel', operation });
          }}
        >
          {text.queue.cancel}
        </Button>
      )}
    </li>
  );
}
