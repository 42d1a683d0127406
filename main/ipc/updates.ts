import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { Updates } from '../services/updates.ts';
import type { Handlers } from './registry.ts';

export function updateHandlers(updates: Updates): Handlers<ZoetropeContract['updates']> {
  return {
    state: () => ok(updates.state()),
    check: async () => ok(await updates.check()),
    download: () => updates.download(),
    install: ({ time }) => updates.install(time),
    skip: () => ok(updates.skip()),
    openPage: () => updates.openPage(),
  };
}
