/** The benches themselves: that they start the app and measure. How fast it is, is not asked here. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './support/test.ts';

async function runBench(...command: string[]): Promise<string> {
  const tsx = path.resolve('node_modules/tsx/dist/cli.mjs');
  return (await promisify(execFile)(process.execPath, [tsx, ...command])).stdout;
}

test('the bench prints its table', async () => {
  const stdout = await runBench('tests/bench/main.ts', '--only', 'first-load,click', '--runs', '1');
  for (const line of [
    /JavaScript of the first load, gzip +\| \d+\.\d kB +\| all there is: \d+\.\d kB +\| 0\.\d+/,
    /click to POST, first of a run +\| \d+\.\d ms +\| bare fetch: \d+\.\d ms +\| \d+\.\d+/,
    /click to POST, later ones +\| \d+\.\d ms/,
  ]) {
    expect(stdout).toMatch(line);
  }
});

test('the bench of the library prints its table', async () => {
  test.setTimeout(180_000);
  const stdout = await runBench('tests/bench/library.ts', '--sizes', '300', '--runs', '1', '--seconds', '1');
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
