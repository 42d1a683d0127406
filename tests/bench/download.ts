/** The download of a large clip beside that of curl, and what main's memory grows by meanwhile. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { benchKey, environmentOf, inFolder, withApp, writeSettings } from './app.ts';
import type { BenchOptions, Figure } from './figure.ts';
import { largeClip } from './large-clip.ts';
import { otherDownload } from './other-download.ts';
import { now, withService } from './service.ts';
import { cardIn, generate } from './window.ts';

const sizeMb = 200;
const bytes = sizeMb * 1_000_000;

/** Resident memory in MB. Linux only; else NaN. */
async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const match = /^VmRSS:\s+(\d+) kB/m.exec(status);
  return match?.[1] === undefined ? Number.NaN : Number(match[1]) / 1024;
}

/** Looks at main's memory until told to stop; gives what it grew by at most, in MB. */
async function watchGrowth(pid: number): Promise<() => number> {
  const before = await residentOf(pid);
  let most = before;
  const timer = setInterval(() => {
    void residentOf(pid).then((mb) => {
      most = Math.max(most, mb);
    });
  }, 20);
  return () => {
    clearInterval(timer);
    return most - before;
  };
}

export async function download({ runs }: BenchOptions): Promise<Figure[]> {
  const clip = await largeClip(bytes);
  const speeds: number[] = [];
  const otherSpeeds: number[] = [];
  const other = await otherDownload();
  const growths: number[] = [];
  let endedAt = 0;
  const log = (line: string) => {
    if (line.includes(':download')) endedAt = now();
  };
  const options = { delayMs: 200, clips: { clip: () => Promise.resolve(clip) }, log };
  await withService(options, (service) =>
    inFolder(async (folder) => {
      await writeSettings(folder);
      const asked = () => service.requests.findLast(({ path: address }) => address.includes(':download'));
      // As the service sees it, for both: from the request until the last byte has left.
      const speed = () => sizeMb / ((endedAt - (asked()?.at ?? Number.NaN)) / 1000);
      await withApp(environmentOf(folder, { baseUrl: service.url, pollMs: 100 }), async ({ page, pid }) => {
        // The first only warms up.
        for (let each = runs > 1 ? 0 : 1; each <= runs; each += 1) {
          const prompt = `Large ${each}`;
          const stop = await watchGrowth(pid);
          await generate(page, prompt);
          await cardIn(page, prompt, 'completed', 120_000);
          const growth = stop();
          const appSpeed = speed();
          const target = path.join(folder, 'other.mp4');
          const address = `${service.url}${asked()?.path ?? ''}`;
          await other.to(target, address, ['x-goog-api-key', benchKey]);
          const otherSpeed = speed();
          await rm(target);
          await rm(path.join(folder, 'library'), { recursive: true, force: true });
          if (each === 0) continue;
          speeds.push(appSpeed);
          growths.push(growth);
          otherSpeeds.push(otherSpeed);
        }
      });
    }),
  );
  return [
    {
      name: `download of ${sizeMb} MB`,
      values: speeds,
      unit: 'MB/s',
      beside: { name: other.name, values: otherSpeeds },
      goal: '≥ 0.80 ×',
      isMet: (_median, ratio) => ratio >= 0.8,
    },
    {
      name: 'growth of main meanwhile',
      values: growths,
      unit: 'MB',
      beside: { name: 'the clip', values: [sizeMb] },
      goal: '≤ 30 MB',
      isMet: (mb) => mb <= 30,
    },
  ];
}
