import { useId, useState } from 'react';
import { limits } from '../../../preload/contract/domain.ts';
import { Problem } from '../../components/ui/Problem.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import styles from './SettingsDialog.module.css';

interface PollingFieldProps {
  /** Seconds. */
  value: number;
  onSave: (seconds: number) => void;
}

function validSeconds(input: string): number | null {
  const seconds = Number(input);
  const { min, max } = limits.pollingSeconds;
  return input.trim() !== '' && Number.isInteger(seconds) && seconds >= min && seconds <= max
    ? seconds
    : null;
}

/** Saved when the field is left or Enter is pressed: on the way to 12 there is a 1, which is not valid. */
export function PollingField({ value, onSave }: PollingFieldProps) {
  const text = useText();
  const format = useFormat();
  const id = useId();
  const [input, setInput] = useState(String(value));
  const [shown, setShown] = useState(false);
  const valid = validSeconds(input);
  const bad = shown && valid === null;

  const settle = (): void => {
    setShown(true);
    if (valid !== null && valid !== value) onSave(valid);
  };

  return (
    <div>
      <div className={styles['row']}>
        <label className={styles['rowLabel']} htmlFor={id}>
          {text.settings.polling}
        </label>
        <div className={styles['number']}>
          <input
            id={id}
            type="number"
            className={cx(styles['input'], bad && styles['bad'])}
            min={limits.pollingSeconds.min}
            max={limits.pollingSeconds.max}
            step={1}
            value={input}
            aria-invalid={bad}
            aria-describedby={`${id}-unit${bad ? ` ${id}-problem` : ''}`}
            onChange={(event) => {
              setInput(event.target.value);
            }}
            onBlur={settle}
            onKeyDown={(event) => {
              if (event.key === 'Enter') settle();
            }}
          />
          <span id={`${id}-unit`}>{text.settings.pollingUnit}</span>
        </div>
      </div>
      {bad && (
        <div className={styles['rowProblem']}>
          <Problem id={`${id}-problem`}>
            <p>
              {text.settings.pollingRange(
                format.number(limits.pollingSeconds.min),
                format.number(limits.pollingSeconds.max),
              )}
            </p>
          </Problem>
        </div>
      )}
    </div>
  );
}
