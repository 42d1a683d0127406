import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../storage/test-bench.ts';
import { openPreferences } from '../settings/preferences.ts';
import { settleWelcome } from './welcome.ts';
import type { WelcomeDeps } from './welcome.ts';

// electron-store asks the electron package for the app, which is not needed for that.
vi.hoisted(() => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = 'not-needed';
});

async function welcomedWith(known: Partial<WelcomeDeps>): Promise<boolean> {
  const folder = await temporaryFolder();
  const preferences = openPreferences(folder, '/videos');
  settleWelcome({ preferences, isDemoWanted: false, mode: 'demo', hasLibrary: () => false, ...known });
  const { welcomed } = preferences.settings();
  expect(openPreferences(folder, '/videos').settings().welcomed, 'at the next start').toBe(welcomed);
  return welcomed;
}

test('a new user without anything is welcomed', async () => {
  expect(await welcomedWith({})).toBe(false);
});

test.each<[string, Partial<WelcomeDeps>]>([
  ['a key', { mode: 'gemini' }],
  ['a key that cannot be used', { mode: 'unavailable' }],
  ['the demo, by a switch', { isDemoWanted: true }],
  ['clips', { hasLibrary: () => true }],
])('who has %s is not', async (_what, known) => {
  expect(await welcomedWith(known)).toBe(true);
});
