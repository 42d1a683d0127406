import type { Operation } from '../../../preload/contract/domain.ts';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { RemedyButtons } from '../doctor/RemedyButtons.tsx';
import { SuccessorChoice } from '../models/SuccessorChoice.tsx';
import { FollowAgain } from '../queue/FollowAgain.tsx';
import { useAgain } from './use-again.ts';
import { useRemoval } from './use-removal.ts';
import styles from './EndedChoices.module.css';

/** What the user can decide about an operation that ended without a clip. */
export function EndedChoices({ operation }: { operation: Operation }) {
  const text = useText();
  const { again, isBusy } = useAgain(operation);
  const { remove } = useRemoval();

  if (operation.phase === 'unknown') {
    return (
      <div className={styles['choices']}>
        <Button look="link" aria-disabled={isBusy} onClick={() => void again()}>
          {text.card.wasNotSent}
        </Button>
        <Button look="link" onClick={() => void remove([operation.id])}>
          {text.card.forget}
        </Button>
      </div>
    );
  }
  if (operation.canFollow) {
    return (
      <div className={styles['choices']}>
        <FollowAgain operation={operation} />
      </div>
    );
  }
  const { error } = operation;
  if (error === null) return null;
  return (
    <div className={styles['choices']}>
      {error.retryable && (
        <Button look="link" aria-disabled={isBusy} onClick={() => void again()}>
          {text.card.again}
        </Button>
      )}
      <SuccessorChoice operation={operation} isBusy={isBusy} onChoose={(model) => void again(model)} />
      <RemedyButtons error={error} />
    </div>
  );
}
