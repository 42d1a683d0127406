/** From the start of the process to a composer that takes words, and what the app then holds in memory. */
import { setTimeout as wait } from 'node:timers/promises';
import { inFolder, startOnce, writeSettings } from './app.ts';
import type { Started } from './app.ts';
import type { BenchOptions, Figure } from './figure.ts';
import { memoryOf } from './measure.ts';

/** Until then, what is done behind the first frame is done. */
const idleAfterMs = 5000;
const emptyWindow = 'tests/bench/empty-window/main.mjs';

interface Seen extends Started {
  memoryMb: number;
}

async function once(app: string, selector: string, args: (folder: string) => string[]): Promise<Seen> {
  return inFolder(async (folder) => {
    await writeSettings(folder);
    let memoryMb = Number.NaN;
    const started = await startOnce({
      ...{ folder, app, selector, args: args(folder) },
      async look({ pid = 0 }) {
        await wait(idleAfterMs);
        memoryMb = await memoryOf(pid);
      },
    });
    return { ...started, memoryMb };
  });
}

export async function launchAndMemory({ runs }: BenchOptions): Promise<Figure[]> {
  const ours: Seen[] = [];
  const empty: Seen[] = [];
  // The first of each only warms the disk up.
  for (let run = runs > 1 ? 0 : 1; run <= runs; run += 1) {
    const emptySeen = await once(emptyWindow, 'textarea', (folder) => [`--user-data-dir=${folder}`]);
    const seen = await once('.', 'section[aria-label="Clips"] h2', () => []);
    if (run === 0) continue;
    empty.push(emptySeen);
    ours.push(seen);
  }
  return [
    {
      name: 'launch to usable composer',
      values: ours.map(({ wordsMs }) => wordsMs),
      unit: 'ms',
      beside: { name: 'empty window', values: empty.map(({ wordsMs }) => wordsMs) },
      goal: '≤ 1.10 ×',
      isMet: (_median, ratio) => ratio <= 1.1,
    },
    {
      name: 'launch to prices and gallery',
      values: ours.map(({ filledMs }) => filledMs),
      unit: 'ms',
      beside: { name: 'empty window', values: empty.map(({ wordsMs }) => wordsMs) },
      goal: null,
    },
    {
      name: 'memory at rest, all processes',
      values: ours.map(({ memoryMb }) => memoryMb),
      unit: 'MB',
      beside: { name: 'empty window', values: empty.map(({ memoryMb }) => memoryMb) },
      goal: '≤ 1.25 ×',
      isMet: (_median, ratio) => ratio <= 1.25,
    },
  ];
}
