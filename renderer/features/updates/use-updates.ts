import { useQuery } from '@tanstack/react-query';
import type { Result } from '../../../preload/contract/result.ts';
import type { InstallTime, UpdateState } from '../../../preload/contract/updates.ts';
import { call, callOrThrow } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { queryKeys, useFormat } from '../../lib/queries.ts';
import { showError } from '../../lib/show-error.ts';

export interface UpdateActions {
  /** Undefined until main has said it. */
  state: UpdateState | undefined;
  check: () => void;
  download: () => void;
  install: (time: InstallTime) => void;
  skip: () => void;
  openPage: () => void;
}

/** What is known of new versions of the app, and what can be done with one. */
export function useUpdates(): UpdateActions {
  const text = useText();
  const format = useFormat();
  const { data: state } = useQuery<UpdateState>({
    queryKey: queryKeys.updates,
    queryFn: () => callOrThrow(() => window.zoetrope.updates.state()),
  });
  const take = async (asked: () => Promise<Result<UpdateState>>): Promise<void> => {
    const result = await call(asked);
    // What became of it is told by `updateChanged`, and may have changed again before the answer is here.
    if (!result.ok) showError(result.error, { text, format });
  };
  const { updates } = window.zoetrope;
  return {
    state,
    check: () => void take(() => updates.check()),
    download: () => void take(() => updates.download()),
    install: (time) => void take(() => updates.install({ time })),
    skip: () => void take(() => updates.skip()),
    openPage: () => void call(() => updates.openPage()),
  };
}
