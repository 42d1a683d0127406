/** The app by itself, without Playwright. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

export interface AloneOptions {
  environment?: Record<string, string>;
  args?: readonly string[];
  /** A CommonJS file that main loads before the app. */
  loadFirst?: string;
  /** Whose process it is, by number; else it is ours. Linux, and for root alone. */
  userId?: number;
  /** It is killed when it has not ended by then, in ms. */
  limitMs?: number;
}

/** Runs until it ends by itself; resolves to its exit code, null when it was killed. */
export async function runAlone(
  dataFolder: string,
  { environment = {}, args = [], loadFirst, userId, limitMs = 40_000 }: AloneOptions = {},
): Promise<number | null> {
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const first = loadFirst === undefined ? [] : ['-r', loadFirst];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = spawn(electron, [...first, '.', '--disable-gpu', ...asRoot, ...args], {
    env: { ...process.env, ZOETROPE_DATA_DIR: dataFolder, ...environment },
    ...(userId === undefined ? {} : { uid: userId, gid: userId }),
    stdio: 'ignore',
  });
  const limit = setTimeout(() => app.kill('SIGKILL'), limitMs);
  const [code] = (await once(app, 'exit')) as [number | null];
  clearTimeout(limit);
  return code;
}
