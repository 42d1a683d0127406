import { X } from 'lucide-react';
import { IconButton } from '../../components/ui/Button.tsx';
import styles from './SourceCard.module.css';

interface SourceCardProps {
  /** What becomes of it. */
  label: string;
  prompt: string;
  posterUrl: string | null;
  /** What there is to know of it just now. */
  line?: string;
  hint: string;
  leaveLabel: string;
  onLeave: () => void;
}

/** What the next clip or image is made of. */
export function SourceCard({ label, prompt, posterUrl, line, hint, leaveLabel, onLeave }: SourceCardProps) {
  return (
    <section aria-label={label}>
      <h2 className={styles['label']}>{label}</h2>
      <div className={styles['source']}>
        {posterUrl === null ? (
          <span className={styles['poster']} />
        ) : (
          <img className={styles['poster']} src={posterUrl} alt="" draggable={false} />
        )}
        <div className={styles['words']}>
          <p className={styles['prompt']} title={prompt}>
            {prompt}
          </p>
          {line !== undefined && <p className={styles['line']}>{line}</p>}
        </div>
        <IconButton label={leaveLabel} onClick={onLeave}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <p className={styles['hint']}>{hint}</p>
    </section>
  );
}
