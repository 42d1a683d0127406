/** From the click on Generate until the service has the request: the first one of a run of the app, and later ones. */
import { environmentOf, inFolder, withApp, writeSettings } from './app.ts';
import type { BenchOptions, Figure } from './figure.ts';
import { createArrivedAt, now, withService } from './service.ts';
import { cardIn, generate } from './window.ts';

const goalMs = 30;

/** Milliseconds of a bare POST from this process until the same service has it. */
async function barePost(url: string, arrivedAt: () => number): Promise<number> {
  const sentAt = now();
  const address = `${url}/v1beta/models/bare:predictLongRunning`;
  await (await fetch(address, { method: 'POST', body: '{}' })).arrayBuffer();
  return arrivedAt() - sentAt;
}

export async function clickToPost({ runs }: BenchOptions): Promise<Figure[]> {
  const first: number[] = [];
  const later: number[] = [];
  const bare: number[] = [];
  await withService({ delayMs: 100 }, async (service) => {
    const click = async (page: Parameters<typeof generate>[0], prompt: string): Promise<number> => {
      const clickedAt = await generate(page, prompt);
      await cardIn(page, prompt, 'completed', 60_000);
      return createArrivedAt(service) - clickedAt;
    };
    for (let run = 0; run < runs; run += 1) {
      await inFolder(async (folder) => {
        await writeSettings(folder);
        await withApp(environmentOf(folder, { baseUrl: service.url, pollMs: 100 }), async ({ page }) => {
          first.push(await click(page, `First ${run}: a lion walks through dry grass`));
          if (run > 0) return;
          for (let more = 0; more < runs; more += 1)
            later.push(await click(page, `Later ${more}: a lion walks through dry grass`));
        });
      });
      bare.push(await barePost(service.url, () => createArrivedAt(service)));
    }
  });
  const shared = {
    unit: 'ms',
    beside: { name: 'bare fetch', values: bare },
    goal: `≤ ${goalMs} ms`,
    isMet: (ms: number) => ms <= goalMs,
  } as const;
  return [
    { name: 'click to POST, first of a run', values: first, ...shared },
    { name: 'click to POST, later ones', values: later, ...shared },
  ];
}
