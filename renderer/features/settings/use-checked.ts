import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { AppState } from '../../../preload/contract/domain.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import { queryKeys } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';

/** An error of main, or what the form itself misses. */
export type FormProblem = AppError | { message: string };

/** Gives main what it asks the service about before it keeps it. */
export function useChecked() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);

  /** True when it was good and is kept. @param accepted what is said then */
  async function keep(send: () => Promise<Result<AppState>>, accepted: string): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    const result = await call(send);
    setBusy(false);
    if (!result.ok) {
      setProblem(result.error);
      return false;
    }
    client.setQueryData(queryKeys.appState, result.value);
    useUi.getState().addToast({ kind: 'success', title: accepted });
    return true;
  }

  return { busy, problem, setProblem, keep };
}
