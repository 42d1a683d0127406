import type { Ref } from 'react';
import { ArrowUpLeft } from 'lucide-react';
import type { AppError } from '../../../preload/contract/result.ts';
import { Mark } from '../../components/Mark.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { cx } from '../../lib/cx.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useDraft } from '../compose/draft-store.ts';
import { promptId } from '../compose/generate.ts';
import { useFilters } from './filters-store.ts';
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
  const text = useText();
  return (
    <div className={styles['loading']} aria-live="polite">
      <span className="visually-hidden">{text.gallery.loading}</span>
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
  const format = useFormat();
  const words = errorWords(error, text, format);
  return (
    <div className={cx(styles['state'], small === true && styles['small'])} role="alert">
      <h2 className={styles['title']}>{text.gallery.failed}</h2>
      <p className={styles['body']}>{words.message}</p>
      <Button onClick={onRetry}>{text.app.retry}</Button>
    </div>
  );
}

/** The filters leave nothing. */
export function NothingFound() {
  const text = useText();
  const clear = useFilters((state) => state.clear);
  return (
    <div className={styles['state']}>
      <h2 className={styles['title']}>{text.library.nothingFound}</h2>
      <p className={styles['body']}>{text.library.nothingFoundBody}</p>
      <Button onClick={clear}>{text.library.clearFilters}</Button>
    </div>
  );
}

/** Nothing was made yet: what to do first, and something to start from. */
export function EmptyState() {
  const text = useText();
  const setPrompt = useDraft((state) => state.setPrompt);
  return (
    <div className={styles['state']}>
      <Mark size={44} />
      <h2 className={styles['title']}>{text.gallery.emptyTitle}</h2>
      <p className={styles['body']}>{text.gallery.emptyBody}</p>
      <h3 className={styles['label']}>{text.gallery.examplesLabel}</h3>
      <ul className={styles['examples']}>
        {text.gallery.examples.map((example) => (
          <li key={example}>
            <button
              type="button"
              className={styles['example']}
              onClick={() => {
                setPrompt(example);
                document.getElementById(promptId)?.focus();
              }}
            >
              <ArrowUpLeft size={15} aria-hidden className={styles['arrow']} />
              <span>{example}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
