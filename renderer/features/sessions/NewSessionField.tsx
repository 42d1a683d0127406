import { useState } from 'react';
import { sessionLimits } from '../../../preload/contract/sessions.ts';
import { useText } from '../../lib/i18n/text.ts';
import styles from './SessionSwitcher.module.css';

interface NewSessionFieldProps {
  onMake: (name: string) => void;
  /** Left empty. */
  onLeave: () => void;
}

export function NewSessionField({ onMake, onLeave }: NewSessionFieldProps) {
  const text = useText().sessions;
  const [name, setName] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onMake(name.trim());
      }}
    >
      <input
        ref={focusOnce}
        className={styles['field']}
        data-first-focus
        aria-label={text.newName}
        placeholder={text.newPlaceholder}
        maxLength={sessionLimits.nameCharacters}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
        }}
        onBlur={() => {
          if (name.trim() === '') onLeave();
        }}
      />
    </form>
  );
}

/** It appears because the user wants to type. */
export function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
