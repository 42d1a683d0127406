import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useDownloads } from './downloads-store.ts';
import { useBulk } from './use-bulk.ts';
import styles from './Gallery.module.css';

/** How far the copying of several clips is. */
export function DownloadStrip() {
  const text = useText().library;
  const format = useFormat();
  const progress = useDownloads((state) => state.progress);
  const { cancelDownload } = useBulk();
  if (progress === null) return null;
  const { jobId, done, failed, total } = progress;
  const words = text.copying(format.number(done + failed), format.number(total));
  return (
    <div className={styles['copying']}>
      <progress className={styles['progress']} aria-label={words} value={done + failed} max={total} />
      <span className={styles['count']}>{words}</span>
      <Button look="link" onClick={() => void cancelDownload(jobId)}>
        {text.cancel}
      </Button>
    </div>
  );
}
