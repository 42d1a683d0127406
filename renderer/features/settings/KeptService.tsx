import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Check, KeyRound, TriangleAlert } from 'lucide-react';
import type { AppState } from '../../../preload/contract/domain.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Spinner } from '../../components/ui/Spinner.tsx';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { queryKeys } from '../../lib/queries.ts';
import { FormTrouble } from './FormTrouble.tsx';
import styles from './Services.module.css';

interface KeptServiceProps {
  /** What is kept, so that the user knows it again. */
  title: string;
  /** How it is kept, and what belongs to it. */
  lines: readonly string[];
  /** Another host than Google's, to which it goes. */
  host: string | null;
  carries: 'key' | 'token';
  check: () => Promise<Result<null>>;
  /** Null where the environment gives it: it cannot be removed or replaced here. */
  remove: (() => Promise<Result<AppState>>) | null;
  /** Null while it is being replaced. */
  onReplace: (() => void) | null;
}

/** A service that is set up: check, replace, remove. */
export function KeptService(props: KeptServiceProps) {
  const { title, lines, host, carries, check, remove, onReplace } = props;
  const text = useText();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [works, setWorks] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const ask = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setWorks(false);
    setError(null);
    const result = await call(check);
    setBusy(false);
    if (result.ok) setWorks(true);
    else setError(result.error);
  };
  const forget = async (): Promise<void> => {
    if (remove === null) return;
    const result = await call(remove);
    if (result.ok) client.setQueryData(queryKeys.appState, result.value);
    else setError(result.error);
  };

  return (
    <>
      <div className={styles['kept']}>
        <KeyRound size={16} aria-hidden className={styles['icon']} />
        <div className={styles['words']}>
          <p className={styles['what']}>{title}</p>
          {lines.map((line) => (
            <p key={line} className={styles['source']}>
              {line}
            </p>
          ))}
        </div>
        <output className={styles['works']}>
          {works && (
            <>
              <Check size={14} aria-hidden />
              {text.services.works}
            </>
          )}
        </output>
        <Button size="small" aria-busy={busy} aria-disabled={busy} onClick={() => void ask()}>
          {busy && <Spinner />}
          {text.services.check}
        </Button>
        {remove !== null && (
          <>
            {onReplace !== null && (
              <Button size="small" onClick={onReplace}>
                {text.settings.replace}
              </Button>
            )}
            <Button size="small" onClick={() => void forget()}>
              {text.settings.remove}
            </Button>
          </>
        )}
        {host !== null && (
          <p className={styles['warning']}>
            <TriangleAlert size={14} aria-hidden />
            <span>{text.services.goesTo[carries](host)}</span>
          </p>
        )}
      </div>
      <FormTrouble problem={error} without={['key']} />
    </>
  );
}
