/// <reference lib="dom" />
/** What the app holds at one moment, after its garbage is collected. */
import { readdir } from 'node:fs/promises';
import type { CDPSession, ElectronApplication } from '@playwright/test';
import { memoryOf } from '../bench/measure.ts';

const bytesPerMb = 1_000_000;

export interface Sample {
  /** MB that main's JavaScript keeps. */
  mainHeap: number;
  /** MB that the window's page keeps. */
  pageHeap: number;
  /** PSS of all processes, MB. Linux only; else NaN. */
  memory: number;
  /** Open files, pipes and sockets of main. Linux only; else 0. */
  descriptors: number;
}

/** The app has to run with `--js-flags=--expose-gc`. */
export async function sampleOf(application: ElectronApplication, page: CDPSession): Promise<Sample> {
  const mainHeap = await application.evaluate(() => {
    (globalThis as { gc?: () => void }).gc?.();
    return process.memoryUsage().heapUsed;
  });
  await page.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await page.send('Runtime.getHeapUsage')) as { usedSize: number };
  const pid = application.process().pid ?? 0;
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  return {
    mainHeap: mainHeap / bytesPerMb,
    pageHeap: usedSize / bytesPerMb,
    memory: await memoryOf(pid),
    descriptors: descriptors.length,
  };
}
