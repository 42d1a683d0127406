import { X } from 'lucide-react';
import { IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useNow } from '../../lib/ticker.ts';
import { stretchWords } from '../gallery/stretch-words.ts';
import { useDraft } from './draft-store.ts';
import { draftSourceProblem } from './source.ts';
import type { DraftSource } from './ways.ts';
import styles from './SourceClip.module.css';

/** The clip that is extended or edited, and how long the service still takes it. */
export function SourceClip({ source }: { source: DraftSource }) {
  const text = useText();
  const setSource = useDraft((state) => state.setSource);
  const model = useDraft((state) => state.model);
  const service = useDraft((state) => state.service);
  const aspectRatio = useDraft((state) => state.choices.aspectRatio);
  const format = useFormat();
  const now = useNow();
  const problem = model && draftSourceProblem(source, { model, service, aspectRatio, now });
  const left = source.until === null ? 0 : source.until - now;
  return (
    <section aria-label={text.compose.source[source.task]}>
      <h2 className={styles['label']}>{text.compose.source[source.task]}</h2>
      <div className={styles['clip']}>
        {source.posterUrl === null ? (
          <span className={styles['poster']} />
        ) : (
          <img className={styles['poster']} src={source.posterUrl} alt="" draggable={false} />
        )}
        <div className={styles['words']}>
          <p className={styles['prompt']} title={source.prompt}>
            {source.prompt}
          </p>
          <p className={styles['left']}>
            {problem ?? text.compose.sourceLeft[source.task](stretchWords(left, text, format))}
          </p>
        </div>
        <IconButton
          label={text.compose.leaveSource}
          onClick={() => {
            setSource(null);
          }}
        >
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <p className={styles['hint']}>{text.compose.sourceHint[source.task]}</p>
    </section>
  );
}
