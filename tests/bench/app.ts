/// <reference lib="dom" />
/** Starts the app for the bench, in a data folder of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import electron from 'electron';
import { startProbe } from './start-probe.ts';
import type { Ready } from './start-probe.ts';

const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export const benchKey = 'key-of-the-bench';

/** Nothing of the user's own; where no service is named, its address leads nowhere. */
export function environmentOf(
  folder: string,
  { baseUrl = 'http://127.0.0.1:9', pollMs }: { baseUrl?: string; pollMs?: number } = {},
): Record<string, string> {
  const own = /^(GOOGLE_|GEMINI_|ZOETROPE_|ELECTRON_RUN)/;
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !own.test(entry[0]),
  );
  return {
    ...Object.fromEntries(inherited),
    ZOETROPE_DATA_DIR: folder,
    GOOGLE_API_KEY: benchKey,
    GOOGLE_GEMINI_BASE_URL: baseUrl,
    ...(pollMs === undefined ? {} : { ZOETROPE_POLL_MS: String(pollMs) }),
  };
}

/** Runs `use` with a folder that is gone afterwards. */
export async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Settings of a user who has been here before. */
export async function writeSettings(folder: string, settings: object = {}): Promise<void> {
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify({ welcomed: true, ...settings }));
}

interface Start {
  folder: string;
  /** What Electron is given: the app's folder or an entry file. */
  app: string;
  /** What the window shows when it is filled. */
  selector: string;
  args?: readonly string[];
  /** Looks at the app once it can be used, before it is ended. */
  look?: (child: ChildProcess) => Promise<void>;
}

/** Milliseconds from the start of the process. */
export interface Started {
  /** Until the prompt took words. */
  wordsMs: number;
  /** Until the window was filled. */
  filledMs: number;
}

export async function startOnce({ folder, app, selector, args = [], look }: Start): Promise<Started> {
  const result = path.join(folder, 'ready-at');
  const probe = path.join(folder, 'probe.cjs');
  await writeFile(probe, startProbe(selector, result, look === undefined));
  const startedAt = Date.now();
  const child = spawn(electron as unknown as string, ['-r', probe, ...sandbox, ...args, app], {
    env: environmentOf(folder),
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const limit = setTimeout(() => child.kill('SIGKILL'), 120_000);
  try {
    if (look === undefined) await ended;
    const { wordsAt, filledAt } = await readyIn(result, child);
    await look?.(child);
    return { wordsMs: wordsAt - startedAt, filledMs: filledAt - startedAt };
  } finally {
    clearTimeout(limit);
    child.kill();
    await ended;
    await rm(result, { force: true });
  }
}

async function readyIn(file: string, child: ChildProcess): Promise<Ready> {
  for (;;) {
    const isOver = child.exitCode !== null || child.signalCode !== null;
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('}')) return JSON.parse(text) as Ready;
    if (isOver) throw new Error('The app ended before its window could be used.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface OpenApp {
  application: ElectronApplication;
  page: Page;
  /** Of main. */
  pid: number;
}

/** Runs `use` with the app, its studio window open and at rest. */
export async function withApp<Result>(
  environment: Record<string, string>,
  use: (app: OpenApp) => Promise<Result>,
  args: readonly string[] = [],
): Promise<Result> {
  const application = await _electron.launch({ args: ['.', ...sandbox, ...args], env: environment });
  try {
    const isStudio = (page: Page): boolean => page.url().endsWith('/index.html');
    const page =
      application.windows().find(isStudio) ??
      (await application.waitForEvent('window', { predicate: isStudio }));
    await page.locator('textarea:enabled').first().waitFor();
    // Work behind the first frame comes to rest.
    await page.waitForTimeout(2000);
    return await use({ application, page, pid: application.process().pid ?? 0 });
  } finally {
    await application.close();
  }
}
