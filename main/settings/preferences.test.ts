import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../storage/test-bench.ts';
import { openPreferences } from './preferences.ts';

// electron-store asks the electron package for the app; outside Electron it only gives the path of the program, and
// would fetch the program if it were not there.
vi.hoisted(() => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = 'not-needed';
});

const defaults = {
  defaultModel: null,
  defaultAspectRatio: '16:9',
  defaultResolution: '720p',
  defaultDuration: '8',
  pollingIntervalSeconds: 5,
  concurrency: 2,
  theme: 'system',
  language: 'system',
  notifications: true,
  askBeforeClosing: true,
  askTextModel: true,
  lookForUpdates: false,
  libraryFolder: '/videos',
  dayBudgetUsd: null,
  monthBudgetUsd: null,
  welcomed: true,
};

async function folderWith(content?: unknown): Promise<string> {
  const folder = await temporaryFolder();
  if (content !== undefined) {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(path.join(folder, 'settings.json'), text);
  }
  return folder;
}

const open = (folder: string) => openPreferences(folder, '/videos');

test('a new user has the defaults', async () => {
  const preferences = open(await folderWith());
  expect(preferences.settings()).toEqual({ ...defaults, welcomed: false });
  expect(preferences.windowBounds()).toBeNull();
  expect(preferences.trouble).toBe(null);
});

test('what was changed is there at the next start', async () => {
  const folder = await folderWith();
  const preferences = open(folder);
  const changed = preferences.update({
    defaultAspectRatio: '9:16',
    theme: 'light',
    pollingIntervalSeconds: 60,
    concurrency: 8,
    notifications: false,
    askBeforeClosing: false,
    askTextModel: false,
    lookForUpdates: true,
    dayBudgetUsd: 20,
    monthBudgetUsd: 0,
  });
  expect(changed).toEqual({
    ...defaults,
    welcomed: false,
    defaultAspectRatio: '9:16',
    theme: 'light',
    pollingIntervalSeconds: 60,
    concurrency: 8,
    notifications: false,
    askBeforeClosing: false,
    askTextModel: false,
    lookForUpdates: true,
    dayBudgetUsd: 20,
    monthBudgetUsd: 0,
  });
  preferences.setLibraryFolder('/clips');
  preferences.saveWindowBounds({ x: -1200, y: 0, width: 1280, height: 800 });

  const next = open(folder);
  expect(next.settings()).toEqual({ ...changed, libraryFolder: '/clips' });
  expect(next.windowBounds()).toEqual({ x: -1200, y: 0, width: 1280, height: 800 });
});

test('who has settings from before is not welcomed; who was not yet, still is at the next start', async () => {
  expect(open(await folderWith({ theme: 'dark' })).settings().welcomed).toBe(true);

  const folder = await folderWith();
  open(folder).saveWindowBounds({ x: 0, y: 0, width: 1280, height: 800 });
  expect(open(folder).settings().welcomed).toBe(false);
  open(folder).update({ welcomed: true });
  expect(open(folder).settings().welcomed).toBe(true);
});

test('what does not go together is kept as it was chosen: the model decides what becomes of it', async () => {
  const preferences = open(await folderWith({ defaultResolution: '1080p', defaultDuration: '4' }));
  expect(preferences.settings()).toMatchObject({ defaultResolution: '1080p', defaultDuration: '4' });
});

test.each(['{"theme": "dark"', 'not json', '{"theme": }'])(
  'a broken file (%j) is set aside and the user gets the defaults',
  async (text) => {
    const folder = await folderWith(text);
    const preferences = open(folder);
    expect(preferences.trouble).toBe('reset');
    expect(preferences.settings()).toEqual(defaults);
    const kept = (await readdir(folder)).find((name) => /^settings-damaged-\d+\.json$/.test(name));
    expect(await readFile(path.join(folder, kept ?? 'none'), 'utf8')).toBe(text);

    preferences.update({ theme: 'dark' });
    const next = open(folder);
    expect(next.trouble).toBe(null);
    expect(next.settings().theme).toBe('dark');
  },
);

test.each([
  ['defaultModel', 3],
  ['defaultAspectRatio', '4:3'],
  ['defaultResolution', '8k'],
  ['defaultDuration', 8],
  ['pollingIntervalSeconds', 1],
  ['pollingIntervalSeconds', 61],
  ['pollingIntervalSeconds', 2.5],
  ['pollingIntervalSeconds', '10'],
  ['concurrency', 0],
  ['concurrency', 9],
  ['concurrency', 1.5],
  ['theme', 'pink'],
  ['language', 'xx'],
  ['notifications', 'off'],
  ['askBeforeClosing', 0],
  ['askTextModel', 0],
  ['lookForUpdates', 'yes'],
  ['dayBudgetUsd', -1],
  ['dayBudgetUsd', '5'],
  ['monthBudgetUsd', 1e9],
  ['welcomed', 'no'],
  ['libraryFolder', ''],
  ['libraryFolder', 7],
])('%s = %j falls back alone; the other values stay', async (name, value) => {
  const good = {
    defaultModel: 'gemini-omni-1.2-flash',
    defaultAspectRatio: '9:16',
    defaultResolution: '720p',
    defaultDuration: '4',
    pollingIntervalSeconds: 30,
    concurrency: 4,
    theme: 'dark',
    language: 'fr',
    notifications: false,
    askBeforeClosing: false,
    askTextModel: false,
    lookForUpdates: true,
    libraryFolder: '/clips',
    dayBudgetUsd: 20,
    monthBudgetUsd: 100.5,
    welcomed: false,
  };
  const folder = await folderWith({ ...good, [name]: value, unknown: 1 });
  const preferences = open(folder);
  expect(preferences.trouble).toBe(null);
  expect(preferences.settings()).toEqual({ ...good, [name]: defaults[name as keyof typeof defaults] });
});

test.each(['null', '[]', '"text"', '12', ''])(
  'a file that says %j is no reason not to start',
  async (text) => {
    expect(open(await folderWith(text)).settings()).toEqual(defaults);
  },
);

test.each([{ x: 0, y: 0, width: 0, height: 800 }, { x: 'left' }, 'everywhere'])(
  'bounds that make no sense (%j) are not used',
  async (windowBounds) => {
    expect(open(await folderWith({ windowBounds })).windowBounds()).toBeNull();
  },
);

test('what was saved last takes the place of a broken file', async () => {
  const folder = await folderWith({});
  open(folder).update({ theme: 'light', concurrency: 5 });
  await writeFile(path.join(folder, 'settings.json'), '{"theme": "da');
  const preferences = open(folder);
  expect(preferences.trouble).toBe('restored');
  expect(preferences.settings()).toMatchObject({ theme: 'light', concurrency: 5 });
});

test('a folder in the place of the file is set aside, and the last good copy takes its place', async () => {
  const folder = await folderWith();
  open(folder).update({ concurrency: 3 });
  await rm(path.join(folder, 'settings.json'));
  await mkdir(path.join(folder, 'settings.json'));
  const preferences = open(folder);
  expect(preferences.trouble).toBe('restored');
  expect(preferences.settings().concurrency).toBe(3);
  expect((await readdir(folder)).some((name) => name.startsWith('settings-damaged-'))).toBe(true);
});
