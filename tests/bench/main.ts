/**
 * `npm run bench [-- --only launch,click --runs 7]`: how fast the app is, each figure beside something that is measured
 * in the same run. Prints a table and asserts nothing.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { clickToPost } from './click.ts';
import { download } from './download.ts';
import type { BenchOptions, Figure } from './figure.ts';
import { tableOf } from './figure.ts';
import { firstLoad } from './first-load.ts';
import { launchAndMemory } from './launch.ts';
import { doneToPlayable } from './playable.ts';
import { pollingEight } from './polling.ts';

const parts: Record<string, (options: BenchOptions) => Promise<Figure[]>> = {
  'first-load': firstLoad,
  launch: launchAndMemory,
  click: clickToPost,
  playable: doneToPlayable,
  download,
  polling: pollingEight,
};
/** A table of its own (library.ts). */
const library = 'library';
const names = [...Object.keys(parts), library];

const { values } = parseArgs({
  options: { only: { type: 'string', default: names.join(',') }, runs: { type: 'string', default: '7' } },
});
const runs = Number(values.runs);
const wanted = values.only.split(',');
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; there are ${names.join(', ')}.`);

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (!wanted.includes(name)) continue;
  console.log(`Measuring: ${name} …`);
  figures.push(...(await measure({ runs })));
}
if (figures.length > 0) console.log(`\n${tableOf(figures)}\n`);

if (wanted.includes(library)) {
  const child = spawn(
    process.execPath,
    [...process.execArgv, 'tests/bench/library.ts', '--runs', values.runs],
    {
      stdio: 'inherit',
    },
  );
  process.exitCode = await new Promise<number>((resolve) => {
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
