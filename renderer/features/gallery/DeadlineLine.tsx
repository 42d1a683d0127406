import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useNow } from '../../lib/ticker.ts';
import { isShort, stretchWords } from './stretch-words.ts';
import styles from './CardFrames.module.css';

/** How long the service keeps a clip that is not on disk yet, at least. */
export function DeadlineLine({ keptUntil }: { keptUntil: number }) {
  const text = useText();
  const format = useFormat();
  const leftMs = keptUntil - useNow();
  return (
    <p className={cx(styles['deadline'], isShort(leftMs) && styles['short'])}>
      {leftMs > 0
        ? text.card.keptFor(stretchWords(leftMs, text, format), format.moment(keptUntil))
        : text.card.keptNoLonger}
    </p>
  );
}
