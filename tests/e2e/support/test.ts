/** What every test in the window starts from: an emulator, a data folder and an app of its own. */
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron, test as base } from '@playwright/test';
import { sampleClips } from '../../../emulator/clips.ts';
import { startEmulator } from '../../../emulator/server.ts';
import type { Emulator } from '../../../emulator/server.ts';
import { openDisplay } from '../../../scripts/display.mjs';
import { longClips } from '../../support/long-clips.ts';
import { Studio } from './studio.ts';

export { expect } from '@playwright/test';

/** Looks like nothing that a service would give out. */
export const testKey = 'key-of-the-tests-1a2b';

export interface LaunchOptions {
  /** Default: the key of the tests. Null: none, which means demo mode. */
  key?: string | null;
  /** Default: the test's emulator. Null: the app's own choice. */
  baseUrl?: string | null;
  /** Default 100. */
  pollMs?: number | null;
  environment?: Record<string, string>;
  args?: string[];
  /** Starts the app instead of Electron itself, with the same arguments. */
  executable?: string;
  /** Whose the data folder is, by number; else it is ours. */
  ownerId?: number;
  /** A CommonJS file that main loads before the app. */
  loadFirst?: string;
  /** True: as a new user finds it. Else the first steps were done before. */
  isFirstRun?: boolean;
}

interface Fixtures {
  emulator: Emulator;
  /** Data folder of the app: settings, database, library. */
  folder: string;
  /** Starts the app; several times in one test is a restart. */
  launch: (options?: LaunchOptions) => Promise<Studio>;
  /** The app, started with the test's key against the test's emulator. */
  studio: Studio;
}

/** Settings of a user who has been here before; those that a test has written stay. */
async function welcome(folder: string): Promise<void> {
  const file = path.join(folder, 'settings.json');
  if (!existsSync(file)) await writeFile(file, '{"welcomed": true}');
}

async function giveTo(ownerId: number, folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true }))
    await chown(path.join(folder, name), ownerId, ownerId);
  await chown(folder, ownerId, ownerId);
}

interface WorkerFixtures {
  /** Where nobody has a display: one for this worker alone, so that no other test's window takes focus or pointer. */
  display: undefined;
}

const outside = /^(GOOGLE_|GEMINI_|ZOETROPE_|ELECTRON_RUN_AS_NODE)/;

export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    // Playwright wants the pattern even where nothing is taken from it.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const display = await openDisplay();
      // Also for the apps that tests start without Playwright.
      Object.assign(process.env, display.env);
      await use(undefined);
      display.stop();
    },
    { scope: 'worker', auto: true },
  ],

  // eslint-disable-next-line no-empty-pattern
  emulator: async ({}, use) => {
    const emulator = await startEmulator({
      clips: longClips(sampleClips(path.resolve('emulator/samples'))),
      apiKey: testKey,
      delayMs: 300,
    });
    await use(emulator);
    await emulator.close();
  },

  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-e2e-'));
    await use(folder);
    // The helpers of an app that was killed may still be writing their last.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },

  launch: async ({ emulator, folder }, use, info) => {
    const studios: Studio[] = [];
    await use(
      async ({
        key = testKey,
        baseUrl = emulator.url,
        pollMs = 100,
        environment = {},
        args = [],
        executable,
        ownerId,
        loadFirst,
        isFirstRun = false,
      } = {}) => {
        if (!isFirstRun) await welcome(folder);
        const trashHome = path.join(folder, 'home-share');
        await mkdir(trashHome, { recursive: true });
        const inherited = Object.entries(process.env).filter(
          (entry): entry is [string, string] => entry[1] !== undefined && !outside.test(entry[0]),
        );
        if (ownerId !== undefined) await giveTo(ownerId, folder);
        const application = await _electron.launch({
          ...(executable === undefined ? {} : { executablePath: executable }),
          args: [
            ...(loadFirst === undefined ? [] : ['-r', loadFirst]),
            '.',
            // Virtual displays have none: looking for one costs a process at each start.
            '--disable-gpu',
            ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
            ...args,
          ],
          env: {
            ...Object.fromEntries(inherited),
            ZOETROPE_DATA_DIR: folder,
            XDG_DATA_HOME: trashHome,
            ...(key === null ? {} : { GOOGLE_API_KEY: key }),
            ...(baseUrl === null ? {} : { GOOGLE_GEMINI_BASE_URL: baseUrl }),
            ...(pollMs === null ? {} : { ZOETROPE_POLL_MS: String(pollMs) }),
            ...environment,
          },
        });
        const studio = await Studio.of(application);
        studios.push(studio);
        return studio;
      },
    );
    for (const studio of studios) {
      if (info.status !== info.expectedStatus && !studio.isClosed()) {
        await info.attach('window', { body: await studio.page.screenshot(), contentType: 'image/png' });
      }
      await studio.close();
    }
    // Last, so that a failure here leaves no app behind.
    for (const studio of studios) base.expect(studio.problems, 'errors in the window').toEqual([]);
  },

  studio: async ({ launch }, use) => {
    await use(await launch());
  },
});
