import type { Ref } from 'react';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { cx } from '../../lib/cx.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useFilters } from './filters-store.ts';
import { useMade } from './use-made.ts';
import galleryStyles from './Gallery.module.css';
import styles from './GalleryStates.module.css';

const skeletons = ['a', 'b', 'c', 'd', 'e', 'f'];

function Skeleton() {
  return (
    <>
      <div className={styles['skeletonFrame']} />
      <div className={styles['skeletonLine']} />
      <div className={cx(styles['skeletonLine'], styles['short'])} />
    </>
  );
}

/** In the place of a card that is not loaded yet. */
export function SkeletonCard({ row, measure }: { row: number; measure: Ref<HTMLDivElement> | undefined }) {
  return (
    <div ref={measure} data-row={row} className={styles['skeleton']} aria-hidden>
      <Skeleton />
    </div>
  );
}

export function Skeletons() {
  const made = useMade();
  return (
    <div className={styles['loading']} aria-live="polite">
      <span className="visually-hidden">{made.loading}</span>
      <div className={cx(galleryStyles['cards'], galleryStyles['loading'])} aria-hidden>
        {skeletons.map((key) => (
          <div key={key} className={styles['skeleton']}>
            <Skeleton />
          </div>
        ))}
      </div>
    </div>
  );
}

export function FailedState({
  error,
  onRetry,
  small,
}: {
  error: AppError;
  onRetry: () => void;
  small?: boolean;
}) {
  const text = useText();
  const made = useMade();
  const format = useFormat();
  const words = errorWords(error, text, format);
  return (
    <div className={cx(styles['state'], small === true && styles['small'])} role="alert">
      <h2 className={styles['title']}>{made.failed}</h2>
      <p className={styles['body']}>{words.message}</p>
      <Button onClick={onRetry}>{text.app.retry}</Button>
    </div>
  );
}

/** The filters leave nothing. */
export function NothingFound() {
  const text = useText();
  const made = useMade();
  const clear = useFilters((state) => state.clear);
  return (
    <div className={styles['state']}>
      <h2 className={styles['title']}>{made.nothingFound}</h2>
      <p className={styles['body']}>{text.library.nothingFoundBody}</p>
      <Button onClick={clear}>{text.library.clearFilters}</Button>
    </div>
  );
}
