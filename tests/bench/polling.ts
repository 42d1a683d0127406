/** What main needs of one core while the service makes eight clips, asked after at the interval of a new user. */
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { environmentOf, inFolder, withApp, writeSettings } from './app.ts';
import type { BenchOptions, Figure } from './figure.ts';
import { now, withService } from './service.ts';
import { cardIn, generate } from './window.ts';

const operations = 8;
/** The interval between polls unless changed in Settings, so that each slice has the polls of all eight. */
const sliceMs = 10_000;
/** Of Linux: /proc counts in hundredths of a second. */
const tickMs = 10;

/** Milliseconds of processor time that a process has had. Linux only; else NaN. */
async function processorMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // What follows the name, which may hold anything: the state is field 3, user time 14, system time 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** Percent of one core, slice by slice. */
async function use(pid: number, slices: number): Promise<number[]> {
  const percents: number[] = [];
  for (let slice = 0; slice < slices; slice += 1) {
    const startedAt = now();
    const before = await processorMs(pid);
    await wait(sliceMs);
    percents.push((((await processorMs(pid)) - before) / (now() - startedAt)) * 100);
  }
  return percents;
}

export async function pollingEight({ runs }: BenchOptions): Promise<Figure[]> {
  const [idle, polling] = await withService({ delayMs: 3_600_000 }, (service) =>
    inFolder(async (folder) => {
      await writeSettings(folder, { concurrency: operations });
      return withApp(environmentOf(folder, { baseUrl: service.url }), async ({ page, pid }) => {
        const atRest = await use(pid, Math.max(1, Math.floor(runs / 2)));
        for (let each = 1; each <= operations; each += 1) await generate(page, `Operation ${each}`);
        await cardIn(page, `Operation ${operations}`, 'processing', 30_000);
        await wait(sliceMs);
        return [atRest, await use(pid, runs)] as const;
      });
    }),
  );
  return [
    {
      name: `main while ${operations} operations are polled`,
      values: polling,
      unit: '%',
      beside: { name: 'main at rest', values: idle },
      goal: '≤ 2 % of one core',
      isMet: (percent) => percent <= 2,
    },
  ];
}
