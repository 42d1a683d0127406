import { Columns2 } from 'lucide-react';
import { Button } from '../../components/ui/Button.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import type { TakePart } from './take-groups.ts';
import { useTakesLine } from './use-takes-line.ts';
import styles from './TakesFrame.module.css';

/** Around the takes of one request in one row: a frame behind their cards, and below them what they have in common. */
export function TakesFrame({ part }: { part: TakePart }) {
  const text = useText();
  const play = useUi((state) => state.play);
  const { run, isFirst, isLast, row, column, count } = part;
  const line = useTakesLine(run.takes);
  const prompt = run.takes[0]?.request.prompt ?? '';
  const ready = run.takes.filter(({ clip }) => clip !== null);
  const isWide = count > 1;
  const goesOn = isWide ? `${text.takes.goesOn} · ${line.settings}` : text.takes.goesOn;
  const words = !isFirst ? goesOn : isWide ? line.full : line.short;
  const area = { gridRow: `${row} / ${row + 1}`, gridColumn: `${column} / ${column + count}` };
  return (
    <>
      <div
        aria-hidden
        className={cx(styles['frame'], !isFirst && styles['goesOn'], !isLast && styles['isToGoOn'])}
        style={area}
      />
      <article
        className={cx(styles['caption'], !isFirst && styles['again'])}
        style={area}
        aria-label={isFirst ? line.full : goesOn}
        data-takes={run.id}
      >
        <p className={styles['prompt']} title={prompt}>
          {prompt}
        </p>
        <div className={styles['line']}>
          <p className={styles['facts']} title={line.full}>
            {words}
          </p>
          {isFirst && ready.length > 1 && (
            <Button
              look="link"
              title={text.takes.compareHint}
              onClick={() => {
                play(ready[0]?.id ?? null);
              }}
            >
              <Columns2 size={13} aria-hidden />
              {text.takes.compare}
            </Button>
          )}
        </div>
      </article>
    </>
  );
}
