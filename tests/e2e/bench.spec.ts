/** The bench itself: that it fills a library, starts the app and measures. How fast it is, is not asked here. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

test('the bench of the library prints its table', async () => {
  test.setTimeout(180_000);
  const tsx = path.resolve('node_modules/tsx/dist/cli.mjs');
  const options = ['--sizes', '300', '--runs', '1', '--seconds', '1'];
  const { stdout } = await promisify(execFile)(process.execPath, [tsx, 'tests/bench/library.ts', ...options]);
  for (const line of [
    /300 clips/,
    /start, ratio \(goal 1\.1\) +\d+\.\d\d/,
    /search p50 \/ p95 +\d+\.\d ms \/ \d+\.\d ms/,
    /page by date p50 \/ p95 +\d+\.\d ms/,
    /scrolling: frames +\d+ in 1 s/,
    /memory at rest \/ after scrolling/,
  ]) {
    expect(stdout).toMatch(line);
  }
});
