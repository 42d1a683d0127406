import { memo } from 'react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { putBack } from '../compose/put-back.ts';
import { useIsPaused } from '../queue/queue-source.ts';
import { CardActions } from './CardActions.tsx';
import { EndedChoices } from './EndedChoices.tsx';
import { ErrorFrame, RunningFrame, ClipFrame } from './CardFrames.tsx';
import { isUnderWay } from './gallery-merge.ts';
import { statusWords } from './status-words.ts';
import { useSettingsLine } from './use-settings-line.ts';
import styles from './Card.module.css';

function Frame({ operation }: { operation: Operation }) {
  if (isUnderWay(operation)) return <RunningFrame operation={operation} />;
  if (operation.clip !== null) return <ClipFrame operation={operation} clip={operation.clip} />;
  return <ErrorFrame operation={operation} />;
}

/** One operation. Memoised: an event about one card leaves the others alone. */
export const Card = memo(function Card({ operation }: { operation: Operation }) {
  const text = useText();
  const format = useFormat();
  const line = useSettingsLine(operation);
  const failed = operation.status === 'error';
  const isPaused = useIsPaused();

  return (
    <article
      className={styles['card']}
      aria-label={operation.request.prompt}
      data-operation-id={operation.id}
      data-phase={operation.phase}
      data-status={operation.status}
    >
      <div className={styles['frame']}>
        <Frame operation={operation} />
        <span className={operation.phase === 'completed' ? 'visually-hidden' : styles['chip']}>
          {statusWords(operation, text, isPaused)}
        </span>
        <CardActions operation={operation} />
      </div>
      <div className={styles['body']}>
        <p className={styles['prompt']} title={operation.request.prompt}>
          {operation.request.prompt}
        </p>
        <div className={styles['meta']}>
          <span>{line}</span>
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
