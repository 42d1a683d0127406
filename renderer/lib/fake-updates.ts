/** The fake main's updates: none. */
import type { ZoetropeApi } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { UpdateState } from '../../preload/contract/updates.ts';

const none: UpdateState = {
  ...{ offer: 'install', phase: 'idle', version: null, skipped: false, fraction: null },
  ...{ atQuit: false, checkedAt: null, error: null },
};

export function createFakeUpdates(
  answer: <T>(name: string, input: unknown, usual: () => Result<T>) => Promise<Result<T>>,
): ZoetropeApi['updates'] {
  return {
    state: () => answer('updates.state', undefined, () => ok(none)),
    check: () => answer('updates.check', undefined, () => ok({ ...none, phase: 'none' })),
    download: () => answer('updates.download', undefined, () => ok(none)),
    install: (input) => answer('updates.install', input, () => ok(none)),
    skip: () => answer('updates.skip', undefined, () => ok(none)),
    openPage: () => answer('updates.openPage', undefined, () => ok(null)),
  };
}
