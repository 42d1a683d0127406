import { useId, useRef, useState } from 'react';
import type { ZoetropeApi } from '../../../preload/contract/api.ts';
import type { KeyState } from '../../../preload/contract/services.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Spinner } from '../../components/ui/Spinner.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { AddressFold } from './AddressFold.tsx';
import { FormTrouble } from './FormTrouble.tsx';
import { TextRow } from './TextRow.tsx';
import { useChecked } from './use-checked.ts';
import styles from './Services.module.css';

interface KeyFormProps {
  keyState: KeyState;
  label: string;
  /** Gives main a key of this service; it is checked before it is kept. */
  send: ZoetropeApi['key']['set'];
  /** Google's own address, as an example. */
  googlesAddress: string;
  onDone: () => void;
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null;
  /** What stands below it. */
  children?: React.ReactNode;
}

/** A key and its address. The key leaves this field for main and is nowhere else. */
export function KeyForm(props: KeyFormProps) {
  const { keyState, label, send, googlesAddress, onDone, onCancel, children } = props;
  const text = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [key, setKey] = useState('');
  const [baseUrl, setBaseUrl] = useState(keyState.isAddressGiven ? '' : (keyState.baseUrl ?? ''));
  const [keepAnyway, setKeepAnyway] = useState(false);
  const { busy, problem, setProblem, keep } = useChecked();
  const given = keyState.isAddressGiven ? keyState.baseUrl : null;

  const save = async (): Promise<void> => {
    if (busy) return;
    if (key.trim() === '') setProblem({ message: text.settings.keyMissing });
    else {
      const request = {
        key: key.trim(),
        ...(baseUrl.trim() === '' ? {} : { baseUrl: baseUrl.trim() }),
        ...(keepAnyway ? { keepWithoutKeyring: true } : {}),
      };
      if (await keep(() => send(request), text.settings.keyAccepted)) {
        onDone();
        return;
      }
    }
    input.current?.focus();
  };

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      noValidate
    >
      {keyState.isElsewhere && <p className={styles['hint']}>{text.services.elsewhere}</p>}
      <div className={styles['line']}>
        <TextRow
          ref={input}
          label={label}
          type="password"
          value={key}
          onText={(value) => {
            setKey(value);
            setProblem(null);
          }}
          bad={problem !== null}
          describedBy={problem === null ? undefined : `${id}-problem`}
          placeholder={text.settings.keyPlaceholder}
          maxLength={500}
          data-first-focus
        />
        <Button look="primary" submit aria-busy={busy} aria-disabled={busy}>
          {busy && <Spinner />}
          {text.settings.checkAndSave}
        </Button>
        {onCancel !== null && <Button onClick={onCancel}>{text.settings.cancel}</Button>}
      </div>
      <output className="visually-hidden">{busy ? text.settings.checking : ''}</output>
      <FormTrouble id={`${id}-problem`} problem={problem} without={['key', 'get-key']} />
      <AddressFold
        carries="key"
        value={baseUrl}
        onText={setBaseUrl}
        given={given}
        placeholder={googlesAddress}
      />
      {!keyState.canEncrypt && (
        <div className={styles['keyring']}>
          <p>{text.settings.noKeyring}</p>
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={keepAnyway}
              onChange={(event) => {
                setKeepAnyway(event.target.checked);
              }}
            />
            <span>{text.settings.keepAnyway}</span>
          </label>
        </div>
      )}
      {children}
    </form>
  );
}
