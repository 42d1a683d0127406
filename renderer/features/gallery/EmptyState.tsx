import { ArrowUpLeft } from 'lucide-react';
import { Mark } from '../../components/Mark.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useDraft } from '../compose/draft-store.ts';
import { promptId } from '../compose/generate.ts';
import { imagePromptId } from '../images/generate-images.ts';
import { useImageDraft } from '../images/image-draft-store.ts';
import { useFilters } from './filters-store.ts';
import styles from './GalleryStates.module.css';

/** Nothing was made yet: what to do first, and something to start from. */
export function EmptyState() {
  const text = useText();
  const isImages = useFilters((state) => state.medium === 'image');
  const words = isImages ? text.images : text.gallery;
  const setClipPrompt = useDraft((state) => state.setPrompt);
  const setImagePrompt = useImageDraft((state) => state.setPrompt);
  return (
    <div className={styles['state']}>
      <Mark size={44} />
      <h2 className={styles['title']}>{words.emptyTitle}</h2>
      <p className={styles['body']}>{words.emptyBody}</p>
      <h3 className={styles['label']}>{text.gallery.examplesLabel}</h3>
      <ul className={styles['examples']}>
        {words.examples.map((example) => (
          <li key={example}>
            <button
              type="button"
              className={styles['example']}
              onClick={() => {
                (isImages ? setImagePrompt : setClipPrompt)(example);
                document.getElementById(isImages ? imagePromptId : promptId)?.focus();
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
