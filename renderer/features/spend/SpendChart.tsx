import type { SpendSummary } from '../../../preload/contract/spend.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import styles from './SpendChart.module.css';

type Day = SpendSummary['days'][number];

/** A bar for each day. Who cannot see it gets the days with something in them as a table. */
export function SpendChart({ days }: { days: readonly Day[] }) {
  const text = useText();
  const format = useFormat();
  const most = Math.max(...days.map((day) => day.spentUsd + day.unknownUsd));
  if (most <= 0) return <p className={styles['none']}>{text.spend.chartNone}</p>;

  const share = (usd: number): string => `${(100 * usd) / most}%`;
  const words = (day: Day): string =>
    [
      `${format.day(day.day)}: ${format.usd(day.spentUsd)}`,
      ...(day.unknownUsd > 0 ? [text.spend.upTo(format.usd(day.unknownUsd))] : []),
    ].join(', ');

  return (
    <div>
      <div className={styles['bars']} aria-hidden>
        {days.map((day) => (
          <div key={day.day} className={styles['day']} title={words(day)}>
            <span className={styles['unknown']} style={{ height: share(day.unknownUsd) }} />
            <span className={styles['spent']} style={{ height: share(day.spentUsd) }} />
          </div>
        ))}
      </div>
      <div className={styles['axis']} aria-hidden>
        <span>{format.day(days[0]?.day ?? '')}</span>
        <span>{text.spend.chartMost(format.usd(most))}</span>
        <span>{text.spend.today}</span>
      </div>
      <div className="visually-hidden">
        <table>
          <caption>{text.spend.chart}</caption>
          <thead>
            <tr>
              <th scope="col">{text.spend.day}</th>
              <th scope="col">{text.spend.spent}</th>
              <th scope="col">{text.spend.notCertain}</th>
            </tr>
          </thead>
          <tbody>
            {days
              .filter((day) => day.spentUsd + day.unknownUsd > 0)
              .map((day) => (
                <tr key={day.day}>
                  <th scope="row">{format.day(day.day)}</th>
                  <td>{format.usd(day.spentUsd)}</td>
                  <td>{format.usd(day.unknownUsd)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
