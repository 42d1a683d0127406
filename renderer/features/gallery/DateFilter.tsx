import { useState } from 'react';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { dateField, dayStart, nextDay } from './days.ts';
import { useFilters } from './filters-store.ts';
import styles from './FiltersForm.module.css';

const spans = ['any', 'today', 'week', 'month', 'between'] as const;
type Span = (typeof spans)[number];
const daysBack: Partial<Record<Span, number>> = { today: 0, week: 6, month: 29 };

function spanOf(from: number | null, until: number | null, isBetween: boolean): Span {
  if (isBetween || until !== null) return 'between';
  if (from === null) return 'any';
  const now = Date.now();
  return (
    spans.find((span) => daysBack[span] !== undefined && dayStart(now, daysBack[span]) === from) ?? 'between'
  );
}

/** When a clip was asked for, in whole days of this computer. */
export function DateFilter() {
  const text = useText().library;
  const { from, until } = useFilters((state) => state.filters);
  const change = useFilters((state) => state.change);
  const [isBetween, setBetween] = useState(false);
  const span = spanOf(from, until, isBetween);
  return (
    <div>
      <Segmented
        label={text.date}
        options={spans.map((value) => ({ value, label: text.dates[value] }))}
        value={span}
        onChange={(next) => {
          setBetween(next === 'between');
          const back = daysBack[next];
          if (next !== 'between')
            change({ from: back === undefined ? null : dayStart(Date.now(), back), until: null });
        }}
      />
      {span === 'between' && (
        <div className={styles['dates']}>
          <label>
            {text.from}
            <input
              type="date"
              className={styles['date']}
              value={from === null ? '' : dateField(from)}
              onChange={(event) => {
                change({
                  from: event.target.value === '' ? null : Date.parse(`${event.target.value}T00:00`),
                });
              }}
            />
          </label>
          <label>
            {text.until}
            <input
              type="date"
              className={styles['date']}
              value={until === null ? '' : dateField(until - 1)}
              onChange={(event) => {
                change({
                  until:
                    event.target.value === '' ? null : nextDay(Date.parse(`${event.target.value}T00:00`)),
                });
              }}
            />
          </label>
        </div>
      )}
    </div>
  );
}
