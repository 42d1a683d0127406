import { useId } from 'react';
import type { Duration } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import styles from './DurationSlider.module.css';

interface DurationSliderProps {
  label: string;
  /** In order of length, all seconds from the first to the last. */
  durations: readonly Duration[];
  value: Duration;
  describedBy: string;
  onChange: (value: Duration) => void;
}

/** For models that make any number of seconds. */
export function DurationSlider({ label, durations, value, describedBy, onChange }: DurationSliderProps) {
  const text = useText();
  const id = useId();
  const index = Math.max(0, durations.indexOf(value));
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <div className={styles['row']}>
        <input
          id={id}
          type="range"
          className={styles['range']}
          min={0}
          max={durations.length - 1}
          step={1}
          value={index}
          aria-valuetext={text.compose.seconds(value)}
          aria-describedby={describedBy}
          onChange={(event) => {
            const next = durations[Number(event.target.value)];
            if (next !== undefined) onChange(next);
          }}
        />
        <output className={styles['value']} htmlFor={id}>
          {text.compose.seconds(value)}
        </output>
      </div>
    </div>
  );
}
