import { ListVideo, Pause, Play } from 'lucide-react';
import { Button } from '../../components/ui/Button.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useQueueActions, useQueueSummary } from './queue-source.ts';
import styles from './QueueStrip.module.css';

/** One line above the gallery while something is being made or waits, or the queue is paused. */
export function QueueStrip() {
  const text = useText();
  const format = useFormat();
  const setOpen = useUi((state) => state.setQueueOpen);
  const { setPaused } = useQueueActions();
  const queue = useQueueSummary().data;
  if (queue === undefined || (!queue.paused && queue.running + queue.waiting === 0)) return null;
  const { paused, running, waiting } = queue;

  return (
    <section className={cx(styles['strip'], paused && styles['paused'])} aria-label={text.queue.title}>
      <p className={styles['words']}>
        {paused && <strong className={styles['state']}>{text.queue.paused}</strong>}
        <span className={styles['counts']}>
          {text.queue.counts(format.number(running), running, format.number(waiting), waiting)}
        </span>
        {paused && <span className={styles['why']}>{text.queue.pausedWhy}</span>}
      </p>
      <PauseButton paused={paused} onChange={setPaused} />
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        <ListVideo size={14} aria-hidden />
        {text.queue.show}
      </Button>
    </section>
  );
}

export function PauseButton({
  paused,
  onChange,
}: {
  paused: boolean;
  onChange: (paused: boolean) => Promise<void>;
}) {
  const text = useText();
  return (
    <Button
      size="small"
      look={paused ? 'primary' : 'plain'}
      title={paused ? undefined : text.queue.pauseHint}
      onClick={() => void onChange(!paused)}
    >
      {paused ? <Play size={13} aria-hidden /> : <Pause size={13} aria-hidden />}
      {paused ? text.queue.resume : text.queue.pause}
    </Button>
  );
}
