import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useTakesLine } from '../gallery/use-takes-line.ts';
import type { Block } from './queue-takes.ts';
import styles from './TakesHead.module.css';

interface TakesHeadProps {
  takes: Block;
  /** Null where none of them can be cancelled. */
  onCancelAll: (() => void) | null;
}

/** Above the takes of one request: what they have in common, and what they cost together. */
export function TakesHead({ takes, onCancelAll }: TakesHeadProps) {
  const text = useText();
  const line = useTakesLine(takes);
  const { prompt } = takes[0].request;
  return (
    <li className={styles['head']} data-queue-takes={takes[0].group?.id}>
      <div className={styles['words']}>
        <p className={styles['prompt']} title={prompt}>
          {prompt}
        </p>
        <p className={styles['line']}>{line.queued}</p>
      </div>
      {onCancelAll !== null && (
        <Button size="small" onClick={onCancelAll}>
          {text.takes.cancelAll}
        </Button>
      )}
    </li>
  );
}
