import { useState } from 'react';
import type { RebuildResult } from '../../../preload/contract/rebuild.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { call } from '../../lib/call.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { rebuildWords } from './rebuild-words.ts';
import { useRebuildProgress } from './rebuild-store.ts';
import styles from './RebuildRow.module.css';

/** In Settings: takes in what the library folder has and the library has not. */
export function RebuildRow() {
  const text = useText();
  const format = useFormat();
  const [isRunning, setRunning] = useState(false);
  const [result, setResult] = useState<RebuildResult | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const progress = useRebuildProgress((state) => state.progress);

  const rebuild = async (): Promise<void> => {
    if (isRunning) return;
    setRunning(true);
    setResult(null);
    setError(null);
    const answer = await call(() => window.zoetrope.recipes.rebuild());
    setRunning(false);
    if (answer.ok) setResult(answer.value);
    else setError(answer.error);
  };

  const words = (): string => {
    if (error !== null) return errorWords(error, text, format).message;
    if (result !== null) return rebuildWords(result, text, format);
    if (isRunning && progress !== null) {
      return text.recipes.rebuilding(format.number(progress.done), format.number(progress.total));
    }
    return isRunning ? text.recipes.looking : text.recipes.rebuildHint;
  };

  return (
    <div className={styles['row']}>
      <div className={styles['words']}>
        <p>{text.recipes.rebuild}</p>
        <output className={styles['hint']}>{words()}</output>
      </div>
      {isRunning ? (
        <Button size="small" onClick={() => void call(() => window.zoetrope.recipes.cancelRebuild())}>
          {text.recipes.cancel}
        </Button>
      ) : (
        <Button size="small" onClick={() => void rebuild()}>
          {text.recipes.begin}
        </Button>
      )}
    </div>
  );
}
