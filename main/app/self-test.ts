/** `--self-test=<file>`: the app does its main job in demo mode, writes down how it went, and ends. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { app, BrowserWindow } from 'electron';
import type { Operation } from '../../preload/contract/domain.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { Started } from '../../preload/contract/video-chat.ts';
import { readEnvironment } from '../settings/environment.ts';
import type { Environment } from '../settings/environment.ts';

const prompt = 'self-test: waves at night';
const limitMs = 150_000;
const lookMs = 200;
const done = new Set(['completed', 'blocked', 'unknown', 'expired', 'error']);

export interface SelfTest {
  environment: Environment;
  /** Does the job in the open window. Never throws; resolves to the exit code, once the result is on disk. */
  run(): Promise<number>;
  /** Writes down that the app could not even start. */
  failed(error: unknown): void;
}

/** What stands in the file, as JSON. */
export interface SelfTestResult {
  ok: boolean;
  /** Empty when all is well. */
  error: string;
  version: string;
  isPackaged: boolean;
  electron: string;
  platform: string;
  arch: string;
  /** Settings, database and library of this run; nothing else was touched. */
  dataFolder: string;
  /** Since the program began: when the window could be used, when its clip was in the library and played. */
  usableMs: number | null;
  finishedMs: number | null;
  clip: {
    fileName: string;
    sizeBytes: number;
    width: number;
    height: number;
    durationSeconds: number;
  } | null;
}

/** The user's own data, keys and environment are left alone. Ends the program where nothing can be written beside `file`. */
export function createSelfTest(file: string): SelfTest {
  const dataFolder = makeFolderBeside(file);
  const result: SelfTestResult = {
    ok: false,
    error: '',
    version: app.getVersion(),
    isPackaged: app.isPackaged,
    electron: process.versions.electron,
    platform: process.platform,
    arch: process.arch,
    dataFolder,
    usableMs: null,
    finishedMs: null,
    clip: null,
  };
  const write = (): void => {
    writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  };
  const failed = (error: unknown): void => {
    result.ok = false;
    result.error = error instanceof Error ? error.message : String(error);
    write();
  };
  return {
    environment: { ...readEnvironment({}, ['--demo']), dataFolder, pollMs: 250 },
    failed,
    async run() {
      const limit = new AbortController();
      try {
        await Promise.race([
          job(result),
          setTimeout(limitMs, null, { signal: limit.signal, ref: false }).then(() => {
            throw new Error(`No clip after ${limitMs / 1000} seconds.`);
          }),
        ]);
        result.ok = true;
        write();
        return 0;
      } catch (error) {
        failed(error);
        return 1;
      } finally {
        limit.abort();
      }
    },
  };
}

function makeFolderBeside(file: string): string {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    return mkdtempSync(`${file}.data-`);
  } catch (error) {
    console.error(error);
    process.exit(2);
  }
}

async function job(result: SelfTestResult): Promise<void> {
  const ask = <Answer>(script: string): Promise<Answer> =>
    studioPage().executeJavaScript(script) as Promise<Answer>;
  const until = async (script: string): Promise<void> => {
    while (!(await ask<boolean>(script))) await setTimeout(lookMs);
  };
  await until(`document.querySelector('textarea') !== null`);
  result.usableMs = Math.round(performance.now());

  const request = JSON.stringify({ prompt, duration: '4' });
  const { operation_id: id } = valueOf(await ask<Result<Started>>(`window.videoChat.generate(${request})`));
  const get = `window.zoetrope.operations.get({ operationId: ${JSON.stringify(id)} })`;
  let operation = valueOf(await ask<Result<Operation>>(get));
  while (!done.has(operation.phase)) {
    await setTimeout(lookMs);
    operation = valueOf(await ask<Result<Operation>>(get));
  }
  if (operation.phase !== 'completed' || operation.clip === null) {
    throw new Error(`The clip ended as ${operation.phase}: ${operation.error?.message ?? 'no reason'}`);
  }
  const { fileName, sizeBytes, url } = operation.clip;
  const played = await ask<{ width: number; height: number; durationSeconds: number } | string>(play(url));
  if (typeof played === 'string') throw new Error(`The clip does not play: ${played}`);
  await until(`document.querySelector('[data-operation-id="${id}"][data-phase="completed"]') !== null`);
  result.clip = { fileName, sizeBytes, ...played };
  result.finishedMs = Math.round(performance.now());
}

function studioPage(): Electron.WebContents {
  const isStudio = (window: BrowserWindow): boolean => window.webContents.getURL().endsWith('/index.html');
  const window = BrowserWindow.getAllWindows().find(isStudio);
  if (window === undefined) throw new Error('The window is gone.');
  return window.webContents;
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Resolves to the clip's size once its middle is on the screen, or to what is wrong with it. */
const play = (url: string): string => `new Promise((resolve) => {
  const video = document.createElement('video');
  video.muted = true;
  video.addEventListener('error', () => resolve(String(video.error?.message)));
  video.addEventListener('loadedmetadata', () => { video.currentTime = video.duration / 2; });
  video.addEventListener('seeked', () => resolve({
    width: video.videoWidth, height: video.videoHeight, durationSeconds: video.duration,
  }));
  video.src = ${JSON.stringify(url)};
})`;
