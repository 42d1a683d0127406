import { useId, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { KeyState } from '../../../preload/contract/services.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { Spinner } from '../../components/ui/Spinner.tsx';
import { call } from '../../lib/call.ts';
import { cx } from '../../lib/cx.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { queryKeys, useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { RemedyButtons } from '../doctor/RemedyButtons.tsx';
import styles from './KeySection.module.css';

interface KeyFormProps {
  keyState: KeyState;
  onDone: () => void;
  /** Null where there is no key to go back to. */
  onCancel: (() => void) | null;
}

/** A key is checked with the service before it is kept. It leaves this field for main and is nowhere else. */
export function KeyForm({ keyState, onDone, onCancel }: KeyFormProps) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [key, setKey] = useState('');
  const [keepAnyway, setKeepAnyway] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ message: string } | AppError | null>(null);

  const refused = problem !== null && 'code' in problem ? problem : null;
  const words = refused === null ? null : errorWords(refused, text, format);

  const save = async (): Promise<void> => {
    if (busy) return;
    if (key.trim() === '') {
      setProblem({ message: text.settings.keyMissing });
      input.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    const result = await call(() =>
      window.zoetrope.key.set({ key: key.trim(), ...(keepAnyway ? { keepWithoutKeyring: true } : {}) }),
    );
    setBusy(false);
    if (!result.ok) {
      setProblem(result.error);
      input.current?.focus();
      return;
    }
    client.setQueryData(queryKeys.appState, result.value);
    useUi.getState().addToast({ kind: 'success', title: text.settings.keyAccepted });
    onDone();
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
      <label className={styles['label']} htmlFor={id}>
        {keyState.source === 'none' ? text.settings.keyField : text.settings.newKeyField}
      </label>
      <div className={styles['line']}>
        <input
          ref={input}
          id={id}
          type="password"
          className={cx(styles['input'], problem !== null && styles['bad'])}
          value={key}
          placeholder={text.settings.keyPlaceholder}
          autoComplete="off"
          data-first-focus
          spellCheck={false}
          maxLength={500}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => {
            setKey(event.target.value);
            setProblem(null);
          }}
        />
        <Button look="primary" submit aria-busy={busy} aria-disabled={busy}>
          {busy && <Spinner />}
          {text.settings.checkAndSave}
        </Button>
        {onCancel !== null && <Button onClick={onCancel}>{text.settings.cancel}</Button>}
      </div>
      <output className="visually-hidden">{busy ? text.settings.checking : ''}</output>
      {problem !== null && (
        <Problem id={`${id}-problem`} title={words?.title}>
          <p>{words?.message ?? problem.message}</p>
          {words?.extras.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {refused !== null && <RemedyButtons error={refused} without={['key', 'get-key']} />}
        </Problem>
      )}
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
      <p className={styles['below']}>
        {keyState.source === 'none' && <span>{text.settings.keyNone}</span>}
        <Button
          look="link"
          onClick={() => void call(() => window.zoetrope.app.openLink({ link: 'get-key' }))}
        >
          {text.settings.getKey}
        </Button>
      </p>
    </form>
  );
}
