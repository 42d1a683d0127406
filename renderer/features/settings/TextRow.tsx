import { useId } from 'react';
import type { InputHTMLAttributes, Ref } from 'react';
import { cx } from '../../lib/cx.ts';
import styles from './Services.module.css';

interface TextRowProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'list'> {
  label: string;
  value: string;
  onText: (value: string) => void;
  bad: boolean;
  /** The id of what says more about it. */
  describedBy?: string | undefined;
  /** What is often chosen; others can be typed. */
  usual?: readonly string[];
  ref?: Ref<HTMLInputElement>;
}

/** A labelled line of text that no spell checker and no form memory looks at. */
export function TextRow({ label, value, onText, bad, describedBy, usual, ref, ...rest }: TextRowProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <input
        {...rest}
        ref={ref}
        id={id}
        className={cx(styles['input'], bad && styles['bad'])}
        value={value}
        autoComplete="off"
        spellCheck={false}
        list={usual && `${id}-usual`}
        aria-invalid={bad}
        aria-describedby={describedBy}
        onChange={(event) => {
          onText(event.target.value);
        }}
      />
      {usual && (
        <datalist id={`${id}-usual`}>
          {usual.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </datalist>
      )}
    </div>
  );
}
