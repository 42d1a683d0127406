import { expect, test, vi } from 'vitest';
import type { ServiceState } from '../../preload/contract/domain.ts';
import type { KeyState, AgentPlatformState } from '../../preload/contract/services.ts';
import { createAppState } from './app-state.ts';
import type { Connection } from './connection.ts';

function bench(platform: NodeJS.Platform = 'linux') {
  const key: KeyState = {
    ...{ source: 'none', lastFour: null, canEncrypt: true },
    ...{ baseUrl: null, isAddressGiven: false, isElsewhere: false },
  };
  const service: ServiceState = { mode: 'demo', problem: null, customHost: null };
  const agentPlatform: AgentPlatformState = { key, place: null, isPlaceFromEnvironment: false };
  const connection = {
    state: () => service,
    gemini: { keyState: () => key },
    agentPlatform: { state: () => agentPlatform },
  } as Connection;
  const changed = vi.fn();
  const state = createAppState({
    version: '0.1.0',
    platform,
    speech: () => ({ language: 'en', locale: 'de-CH' }),
    connection,
    notices: ['settings_reset', 'key_unreadable'],
    restored: null,
    changed,
  });
  return { state, changed, key, agentPlatform, service };
}

test('says what runs, with which service and key, and what happened at start', () => {
  const { state, key, agentPlatform, service } = bench();
  expect(state.get()).toEqual({
    version: '0.1.0',
    platform: 'linux',
    language: 'en',
    locale: 'de-CH',
    service,
    key,
    agentPlatform,
    notices: ['settings_reset', 'key_unreadable'],
    restored: null,
  });
  expect(bench('darwin').state.get().platform).toBe('darwin');
  expect(bench('win32').state.get().platform).toBe('win32');
  expect(bench('freebsd').state.get().platform).toBe('linux');
});

test('a notice is there until it is dismissed, once however often it happens', () => {
  const { state, changed } = bench();
  state.notice('trash_failed');
  state.notice('trash_failed');
  expect(changed).toHaveBeenLastCalledWith(state.get());
  expect(state.dismiss('settings_reset').notices).toEqual(['key_unreadable', 'trash_failed']);
  expect(state.dismiss('settings_reset').notices).toEqual(['key_unreadable', 'trash_failed']);
  expect(changed).toHaveBeenLastCalledWith(state.get());
});

test('what was given away does not change afterwards', () => {
  const { state } = bench();
  const before = state.get();
  state.notice('trash_failed');
  expect(before.notices).toEqual(['settings_reset', 'key_unreadable']);
});
