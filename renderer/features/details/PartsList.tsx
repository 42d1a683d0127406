import { useId } from 'react';
import { Download, Film, Play } from 'lucide-react';
import type { ClipPart } from '../../../preload/contract/library.ts';
import { IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useClipActions } from '../gallery/use-clip-actions.ts';
import details from './DetailsDialog.module.css';
import styles from './PartsList.module.css';

interface PartsListProps {
  parts: readonly ClipPart[];
  /** The clip that has them all. */
  operationId: string;
}

/** What an extended clip is made of. A part is gone to in the whole clip; the clip as it was then is kept beside it. */
export function PartsList({ parts, operationId }: PartsListProps) {
  const text = useText();
  const format = useFormat();
  const titleId = useId();
  const { download } = useClipActions();
  const play = (id: string, from: number): void => {
    useUi.getState().showDetails(null);
    useUi.getState().play(id, from);
  };
  const labels = text.details.parts;
  return (
    <section className={details['words']}>
      <h3 id={titleId} className={details['label']}>
        {labels.title(format.number(parts.length))}
      </h3>
      <ol className={styles['list']} aria-labelledby={titleId}>
        {parts.map(({ operationId: partId, prompt, startSeconds, seconds, createdAt, posterUrl }, index) => {
          const from = format.elapsed(startSeconds);
          const time = `${from}–${format.elapsed(startSeconds + seconds)}`;
          const made = createdAt === null ? labels.gone : format.moment(createdAt);
          return (
            <li key={partId ?? 'gone'} className={styles['part']}>
              <button
                type="button"
                className={styles['jump']}
                aria-label={labels.playFrom(from, prompt)}
                title={labels.playFrom(from, prompt)}
                onClick={() => {
                  play(operationId, startSeconds);
                }}
              >
                <span className={styles['picture']}>
                  {posterUrl === null ? (
                    <Film size={14} aria-hidden />
                  ) : (
                    <img src={posterUrl} alt="" draggable={false} />
                  )}
                </span>
                <span className={styles['words']}>
                  <span className={styles['prompt']}>{prompt}</span>
                  <span className={styles['time']}>{`${time} · ${made}`}</span>
                </span>
              </button>
              {partId !== null && index < parts.length - 1 && (
                <>
                  <IconButton
                    label={labels.playVersion}
                    onClick={() => {
                      play(partId, 0);
                    }}
                  >
                    <Play size={14} aria-hidden />
                  </IconButton>
                  <IconButton label={labels.downloadVersion} onClick={() => void download(partId)}>
                    <Download size={14} aria-hidden />
                  </IconButton>
                </>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
