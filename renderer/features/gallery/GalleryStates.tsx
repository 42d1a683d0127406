import { ArrowUpLeft } from 'lucide-react';
import { Mark } from '../../components/Mark.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { cx } from '../../lib/cx.ts';
import { appErrorOf } from '../../lib/call.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useDraft } from '../compose/draft-store.ts';
import { promptId } from '../compose/generate.ts';
import galleryStyles from './Gallery.module.css';
import styles from './GalleryStates.module.css';

const skeletons = ['a', 'b', 'c', 'd', 'e', 'f'];

export function Skeletons() {
  const text = useText();
  return (
    <div className={styles['loading']} aria-live="polite">
      <span className="visually-hidden">{text.gallery.loading}</span>
      <div className={galleryStyles['cards']} aria-hidden>
        {skeletons.map((key) => (
          <div key={key} className={styles['skeleton']}>
            <div className={styles['skeletonFrame']} />
            <div className={styles['skeletonLine']} />
            <div className={cx(styles['skeletonLine'], styles['short'])} />
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
  error: Error;
  onRetry: () => void;
  small?: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const words = errorWords(appErrorOf(error), text, format);
  return (
    <div className={cx(styles['state'], small === true && styles['small'])} role="alert">
      <h2 className={styles['title']}>{text.gallery.failed}</h2>
      <p className={styles['body']}>{words.message}</p>
      <Button onClick={onRetry}>{text.app.retry}</Button>
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
