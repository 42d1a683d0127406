import { useId } from 'react';
import { cx } from '../../lib/cx.ts';
import { CoveringRadio } from './CoveringRadio.tsx';
import styles from './Segmented.module.css';

interface Option<Value extends string> {
  value: Value;
  label: string;
  /** Why it cannot be chosen just now. */
  disabledBecause?: string | null;
}

interface SegmentedProps<Value extends string> {
  label: string;
  /** The label is for screen readers only. */
  hideLabel?: boolean;
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  describedBy?: string | undefined;
  look?: 'field' | 'switch';
}

/** A native radio group that looks like a segmented control. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const name = useId();
  const { label, hideLabel = false, options, value, onChange, describedBy, look = 'field' } = props;
  return (
    <fieldset className={styles['group']} aria-describedby={describedBy}>
      <legend className={hideLabel ? 'visually-hidden' : styles['legend']}>{label}</legend>
      <div className={cx(styles['options'], styles[look])}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']} title={option.disabledBecause ?? undefined}>
            <CoveringRadio
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={Boolean(option.disabledBecause)}
              onChange={() => {
                onChange(option.value);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
