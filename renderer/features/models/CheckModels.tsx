import { useState } from 'react';
import { RotateCw } from 'lucide-react';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { Spinner } from '../../components/ui/Spinner.tsx';
import { call } from '../../lib/call.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import styles from './CheckModels.module.css';

/** When the services were last asked which models there are, and asking them now. The new list comes by its event. */
export function CheckModels({ checkedAt }: { checkedAt: number | null }) {
  const text = useText();
  const format = useFormat();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const words = error === null ? null : errorWords(error, text, format);

  async function check(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const result = await call(() => window.zoetrope.models.refresh());
    setError(result.ok ? null : result.error);
    setBusy(false);
  }

  return (
    <div className={styles['check']}>
      {words !== null && (
        <Problem title={words.title}>
          <p>{words.message}</p>
        </Problem>
      )}
      <div className={styles['line']}>
        <output className={styles['when']}>
          {isBusy
            ? text.models.checking
            : checkedAt === null
              ? text.models.neverChecked
              : text.models.checked(format.moment(checkedAt))}
        </output>
        <Button look="link" aria-disabled={isBusy} onClick={() => void check()}>
          {isBusy ? <Spinner /> : <RotateCw size={13} aria-hidden />}
          {text.models.check}
        </Button>
      </div>
    </div>
  );
}
