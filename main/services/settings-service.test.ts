import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Settings } from '../../preload/contract/domain.ts';
import type { Preferences } from '../settings/preferences.ts';
import { temporaryFolder } from '../storage/test-bench.ts';
import { createSettingsService } from './settings-service.ts';

function bench(folder: string | null = null) {
  let settings: Settings = {
    defaultModel: null,
    defaultAspectRatio: '16:9',
    defaultResolution: '720p',
    defaultDuration: '8',
    concurrency: 2,
    pollingIntervalSeconds: 5,
    libraryFolder: '/library',
    theme: 'system',
    language: 'system',
    notifications: true,
    askBeforeClosing: true,
    askTextModel: true,
    dayBudgetUsd: null,
    monthBudgetUsd: null,
    welcomed: true,
    lookForUpdates: false,
  };
  const change = (patch: Partial<Settings>) => (settings = { ...settings, ...patch });
  const preferences: Preferences = {
    settings: () => settings,
    update: change,
    setLibraryFolder: (libraryFolder) => change({ libraryFolder }),
    windowBounds: () => null,
    skippedVersion: () => null,
    skipVersion: () => undefined,
    saveWindowBounds: () => undefined,
    trouble: null,
  };
  const changed = vi.fn();
  const askFolder = vi.fn(() => Promise.resolve(folder));
  return { service: createSettingsService({ preferences, askFolder, changed }), changed, askFolder };
}

test('a change is kept and told; a field that is left out stays', () => {
  const { service, changed } = bench();
  const next = service.update({ theme: 'dark', defaultDuration: undefined });
  expect(next).toMatchObject({ theme: 'dark', defaultDuration: '8' });
  expect(service.get()).toEqual(next);
  expect(changed).toHaveBeenCalledExactlyOnceWith(next);
});

test('defaults go together, and what was chosen comes back with a model that makes it', () => {
  const { service } = bench();
  service.update({ defaultResolution: '1080p', defaultDuration: '4' });
  expect(service.get()).toMatchObject({ defaultResolution: '1080p', defaultDuration: '8' });
  const model = { defaultModel: 'gemini-omni-1.2-flash' };
  expect(service.update(model)).toMatchObject({ ...model, defaultResolution: '1080p', defaultDuration: '4' });
});

test('a chosen folder becomes the library, made if need be and left as it was', async () => {
  const folder = path.join(await temporaryFolder(), 'new', 'library');
  const { service, changed, askFolder } = bench(folder);
  expect(await service.chooseLibraryFolder()).toMatchObject({ ok: true, value: { libraryFolder: folder } });
  expect(askFolder).toHaveBeenCalledWith('/library');
  expect(await readdir(folder)).toEqual([]);
  expect(changed).toHaveBeenCalledOnce();
});

test('closing the dialog changes nothing', async () => {
  const { service, changed } = bench(null);
  expect(await service.chooseLibraryFolder()).toMatchObject({
    ok: true,
    value: { libraryFolder: '/library' },
  });
  expect(changed).not.toHaveBeenCalled();
});

test('a folder that cannot be written to is refused, and the library stays where it is', async () => {
  const file = path.join(await temporaryFolder(), 'a file');
  await writeFile(file, 'not a folder');
  const { service, changed } = bench(path.join(file, 'inside'));
  expect(await service.chooseLibraryFolder()).toMatchObject({
    ok: false,
    error: { code: 'library_unavailable', message: expect.stringContaining('stays where it is') as string },
  });
  expect(service.get().libraryFolder).toBe('/library');
  expect(changed).not.toHaveBeenCalled();
  expect(existsSync(file)).toBe(true);
});
