/// <reference lib="dom" />
/**
 * `npm run bench:library [-- --sizes 10000,100000 --runs 7]`: the real app over libraries of these sizes beside an
 * empty one, in the same run. Prints a table and asserts nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import type { ZoetropeApi } from '../../preload/contract/api.ts';
import { wholeLibrary } from '../../preload/contract/library.ts';
import { environmentOf, startOnce, withApp } from './app.ts';
import { memoryOf, percentile } from './measure.ts';
import { seedLibrary, typed } from './seed-library.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    runs: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '6' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);
const scrollSeconds = Number(values.seconds);

async function starts(
  empty: string,
  full: string,
): Promise<{ emptyMs: number; fullMs: number; ratio: number }> {
  const emptyTimes: number[] = [];
  const fullTimes: number[] = [];
  // The first of each only warms the disk up.
  for (let run = 0; run <= runs; run += 1) {
    const { filledMs: emptyMs } = await startOnce({
      ...{ folder: empty, app: '.', selector: 'section[aria-label="Clips"] h2' },
    });
    const { filledMs: fullMs } = await startOnce({
      ...{ folder: full, app: '.', selector: '[data-operation-id]' },
    });
    if (run === 0 && runs > 1) continue;
    emptyTimes.push(emptyMs);
    fullTimes.push(fullMs);
  }
  const emptyMs = percentile(emptyTimes, 0.5);
  const fullMs = percentile(fullTimes, 0.5);
  return { emptyMs, fullMs, ratio: fullMs / emptyMs };
}

/** Milliseconds of each call of `library.page`, as the window waits for it. */
function timePages(
  page: Page,
  asked: { text: string; offset: number; sort: typeof wholeLibrary.sort }[],
): Promise<number[]> {
  return page.evaluate(
    async ({ asked: questions, whole }) => {
      const times: number[] = [];
      for (const { text, offset, sort } of questions) {
        const { zoetrope } = window as unknown as { zoetrope: ZoetropeApi };
        const startedAt = performance.now();
        const answer = await zoetrope.library.page({
          query: { ...whole, text, sort },
          offset,
          limit: 60,
        });
        times.push(performance.now() - startedAt);
        if (!answer.ok) throw new Error(answer.error.message);
      }
      return times;
    },
    { asked, whole: wholeLibrary },
  );
}

/** Tasks of the window over 50 ms while its gallery is scrolled, and how far it came. */
function scroll(
  page: Page,
  seconds: number,
): Promise<{ longTasks: number[]; frames: number; pixels: number }> {
  return page.evaluate(async (ms) => {
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      longTasks.push(...list.getEntries().map(({ duration }) => duration));
    });
    let box: Element | null = document.querySelector('[data-operation-id]');
    while (
      box &&
      !(
        box.scrollHeight > box.clientHeight &&
        getComputedStyle(box).overflowY !== 'visible' &&
        getComputedStyle(box).overflowY !== 'hidden'
      )
    ) {
      box = box.parentElement;
    }
    const scroller = box;
    if (!scroller) return { longTasks, frames: 0, pixels: 0 };
    observer.observe({ type: 'longtask' });
    const startedAt = performance.now();
    let frames = 0;
    let last = startedAt;
    // No named function in here: what compiles this file would give it a helper that the window does not have.
    while (last - startedAt < ms) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      frames += 1;
      // As fast as a flick of the wheel: four screens in a second; a leap now and then, as with the scrollbar.
      scroller.scrollTop += ((now - last) / 1000) * scroller.clientHeight * 4;
      if (frames % 90 === 0) scroller.scrollTop = (scroller.scrollHeight * ((frames * 37) % 100)) / 100;
      last = now;
    }
    longTasks.push(...observer.takeRecords().map(({ duration }) => duration));
    observer.disconnect();
    return { longTasks, frames, pixels: Math.round(scroller.scrollTop) };
  }, seconds * 1000);
}

const prefixes = typed.flatMap((text) =>
  Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1)),
);

async function inTheWindow(folder: string, size: number) {
  return withApp(environmentOf(folder), async ({ page, pid }) => {
    await page.locator('[data-operation-id]').first().waitFor();
    const atRest = await memoryOf(pid);
    const search = await timePages(
      page,
      prefixes.map((text) => ({ text, offset: 0, sort: 'newest' as const })),
    );
    const offsets = Array.from({ length: 150 }, (_, index) =>
      Math.floor(((index * 7919) % 1009) * (size / 1009)),
    );
    const pages = await timePages(
      page,
      offsets.map((offset) => ({ text: '', offset, sort: 'newest' as const })),
    );
    const sorted = await timePages(
      page,
      offsets.map((offset, index) => ({
        text: '',
        offset,
        sort: (['rating', 'longest', 'name', 'oldest'] as const)[index % 4] ?? 'oldest',
      })),
    );
    const scrolled = await scroll(page, scrollSeconds);
    const afterwards = await memoryOf(pid);
    return { search, pages, sorted, scrolled, atRest, afterwards };
  });
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const both = (times: readonly number[]): string =>
  `${ms(percentile(times, 0.5))} / ${ms(percentile(times, 0.95))}`;

const root = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-bench-'));
try {
  const empty = path.join(root, 'empty');
  await seedLibrary(empty, 0, 'tests/fixtures/still.jpg');
  const table: Record<string, Record<string, string>> = {};
  for (const size of sizes) {
    const folder = path.join(root, String(size));
    const seededAt = Date.now();
    await seedLibrary(folder, size, 'tests/fixtures/still.jpg');
    console.log(`${size} clips written in ${((Date.now() - seededAt) / 1000).toFixed(1)} s`);
    const started = await starts(empty, folder);
    const seen = await inTheWindow(folder, size);
    const { longTasks, frames } = seen.scrolled;
    table[`${size} clips`] = {
      'start, empty library': ms(started.emptyMs),
      'start, this library': ms(started.fullMs),
      'start, ratio (goal 1.1)': started.ratio.toFixed(2),
      'search p50 / p95': both(seen.search),
      'page by date p50 / p95': both(seen.pages),
      'page by other sorts p50 / p95': both(seen.sorted),
      'scrolling: frames': `${frames} in ${scrollSeconds} s`,
      'scrolling: tasks over 50 ms': `${longTasks.length}${longTasks.length > 0 ? `, the longest ${ms(Math.max(...longTasks))}` : ''}`,
      'memory at rest / after scrolling': `${seen.atRest.toFixed(0)} / ${seen.afterwards.toFixed(0)} MB`,
    };
  }
  const [first = {}] = Object.values(table);
  const width = Math.max(...Object.keys(first).map((key) => key.length));
  console.log(
    `\n${''.padEnd(width)}  ${Object.keys(table)
      .map((name) => name.padEnd(22))
      .join('')}`,
  );
  for (const key of Object.keys(first)) {
    console.log(
      `${key.padEnd(width)}  ${Object.values(table)
        .map((column) => (column[key] ?? '').padEnd(22))
        .join('')}`,
    );
  }
} finally {
  await rm(root, { recursive: true, force: true });
}
