import type { Operation } from '../../../preload/contract/domain.ts';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { RetryFailedButton } from '../queue/RetryFailedButton.tsx';
import { galleryId } from './focus-after-removal.ts';
import { isUnderWay } from './gallery-merge.ts';
import { useRemoval } from './use-removal.ts';
import styles from './Gallery.module.css';

export function GalleryToolbar({ operations, hasMore }: { operations: Operation[]; hasMore: boolean }) {
  const text = useText();
  const format = useFormat();
  const { clearFinished } = useRemoval();
  const useful = hasMore || operations.some((operation) => !isUnderWay(operation));
  return (
    <div className={styles['toolbar']}>
      <p className={styles['count']}>
        {text.gallery.count(format.number(operations.length), operations.length, hasMore)}
      </p>
      <span className={styles['gap']} />
      <RetryFailedButton />
      <Button
        look="quiet"
        size="small"
        disabled={!useful}
        title={text.gallery.clearFinishedHint}
        onClick={() => {
          void clearFinished().then(() => {
            document.getElementById(galleryId)?.focus();
          });
        }}
      >
        {text.gallery.clearFinished}
      </Button>
    </div>
  );
}
