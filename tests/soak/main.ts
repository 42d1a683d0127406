/// <reference lib="dom" />
/**
 * `npm run soak [-- --minutes 60]`: the real app with eight operations at a time at the emulator. Prints what it holds
 * over the time and ends with 1 where something grows, is sent twice or is not saved. Five minutes unless said.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import type { VideoChatApi, ZoetropeApi } from '../../preload/contract/api.ts';
import { environmentOf, inFolder, withApp, writeSettings } from '../bench/app.ts';
import { withService } from '../bench/service.ts';
import { growthOf } from './growth.ts';
import { sampleOf } from './samples.ts';
import type { Sample } from './samples.ts';

const lanes = 8;
const samples = 40;
/** Each clip takes the service so long: some 50 a minute, 3,000 in an hour. */
const delayMs = 8000;
/** What may come and go by itself, in MB and pieces, in a run of any length. */
const limits: Record<keyof Sample, number> = { mainHeap: 4, pageHeap: 6, memory: 60, descriptors: 6 };

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error('--minutes wants a number over 0.');

interface Lanes {
  asked: number;
  ended: Record<string, number>;
  isOver: boolean;
}
type SoakPage = typeof globalThis & { lanes: Lanes; videoChat: VideoChatApi; zoetrope: ZoetropeApi };

/** Begins to ask, in the page: whenever one ends, the next is asked for. */
async function startLanes(page: Page): Promise<void> {
  // The loader of TypeScript keeps the names of functions with a helper that the page does not have.
  await page.evaluate('globalThis.__name = (named) => named');
  await page.evaluate((count) => {
    const state: Lanes = { asked: 0, ended: {}, isOver: false };
    const own = new Set<string>();
    const bridge = globalThis as SoakPage;
    bridge.lanes = state;
    const ask = async (): Promise<void> => {
      state.asked += 1;
      const result = await bridge.videoChat.generate({
        prompt: `Soak ${state.asked}`,
        duration: '4',
        resolution: '720p',
      });
      if (result.ok) own.add(result.value.operation_id);
      else state.ended['refused'] = (state.ended['refused'] ?? 0) + 1;
    };
    bridge.zoetrope.on('operationChanged', ({ id, phase }) => {
      const isEnd = !['queued', 'submitting', 'processing', 'downloading'].includes(phase);
      if (!isEnd || !own.delete(id)) return;
      state.ended[phase] = (state.ended[phase] ?? 0) + 1;
      if (!state.isOver) void ask();
    });
    for (let lane = 0; lane < count; lane += 1) void ask();
  }, lanes);
}

async function endLanes(page: Page): Promise<Lanes> {
  const read = () => page.evaluate(() => (globalThis as SoakPage).lanes);
  await page.evaluate(() => {
    (globalThis as SoakPage).lanes.isOver = true;
  });
  for (let left = 60; left > 0; left -= 1) {
    const { asked, ended } = await read();
    if (Object.values(ended).reduce((sum, number) => sum + number, 0) === asked) break;
    await wait(1000);
  }
  return read();
}

interface Outcome extends Lanes {
  taken: Sample[];
  creates: string[];
  files: number;
}

const outcome = await withService({ delayMs }, (service) =>
  inFolder(async (folder): Promise<Outcome> => {
    await writeSettings(folder, { concurrency: lanes, notifications: false });
    const environment = environmentOf(folder, { baseUrl: service.url, pollMs: 1000 });
    return withApp(
      environment,
      async ({ application, page }) => {
        const creates = new Map<object, string>();
        // The emulator keeps its last thousand requests.
        const count = (): void => {
          for (const create of service.creates()) creates.set(create, create.operation ?? '');
        };
        const counting = setInterval(count, 2000);
        const session = await page.context().newCDPSession(page);
        const taken: Sample[] = [];
        await startLanes(page);
        for (let sample = 1; sample <= samples; sample += 1) {
          await wait((minutes * 60_000) / samples);
          const now = await sampleOf(application, session);
          taken.push(now);
          const parts = Object.entries<number>({ ...now }).map(
            ([name, value]) => `${name} ${value.toFixed(1)}`,
          );
          console.log(`${sample}/${samples}  ${creates.size} creates  ${parts.join('  ')}`);
        }
        const ended = await endLanes(page);
        clearInterval(counting);
        count();
        const names = await readdir(path.join(folder, 'library'));
        const files = names.filter((name) => name.endsWith('.mp4')).length;
        return { ...ended, taken, creates: [...creates.values()], files };
      },
      ['--js-flags=--expose-gc'],
    );
  }),
);

const problems: string[] = [];
console.log('\n              second quarter   last quarter   grew   per sample');
for (const name of Object.keys(limits) as (keyof Sample)[]) {
  const { early, late, grew, slope } = growthOf(outcome.taken.map((sample) => sample[name]));
  const cells = [early, late, grew].map((value) => value.toFixed(2).padStart(13));
  console.log(`${name.padEnd(14)}${cells.join('')}${slope.toFixed(4).padStart(13)}`);
  if (grew > limits[name]) problems.push(`${name} grew by ${grew.toFixed(2)}, more than ${limits[name]}`);
}
const { asked, ended, creates, files } = outcome;
const distinct = new Set(creates).size;
console.log(
  `\n${asked} asked for, ${creates.length} creates (${distinct} operations), ${files} clips saved.`,
);
if (creates.length !== asked || distinct !== asked) problems.push('creates and operations are not the same');
if (files !== asked) problems.push('not every clip was saved');
if (ended['completed'] !== asked) problems.push(`they ended as ${JSON.stringify(ended)}`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
