/// <reference lib="dom" />
/** From the moment in which the service has finished until the clip can be played, its poll included. */
import { environmentOf, inFolder, withApp, writeSettings } from './app.ts';
import type { BenchOptions, Figure } from './figure.ts';
import { createArrivedAt, withService } from './service.ts';
import { generate } from './window.ts';

const pollMs = 1000;
const allowedMs = 400;

export function doneToPlayable({ runs }: BenchOptions): Promise<Figure[]> {
  const values: number[] = [];
  // Not a multiple of the interval, so that the service finishes at every point between two polls.
  const delays = Array.from({ length: runs + 1 }, (_, run) => 1500 + Math.round((run * pollMs) / (runs + 1)));
  return inFolder(async (folder) => {
    await writeSettings(folder);
    for (const [run, delayMs] of delays.entries()) {
      await withService({ delayMs }, (service) =>
        withApp(environmentOf(folder, { baseUrl: service.url, pollMs }), async ({ page }) => {
          await generate(page, `Clip ${run}`);
          const playableAt = await page.evaluate(async (prompt) => {
            // No named function in here: what compiles this file would give it a helper that the window does not have.
            for (;;) {
              await new Promise(requestAnimationFrame);
              const card = Array.from(document.querySelectorAll('[data-phase="completed"]')).find((element) =>
                element.textContent.includes(prompt),
              );
              const play = card?.querySelector<HTMLElement>('button[aria-label^="Play: "]');
              if (play === null || play === undefined) continue;
              play.click();
              break;
            }
            for (;;) {
              const video = document.querySelector('video');
              // HAVE_FUTURE_DATA: its first frame is there, and more.
              if (video !== null && video.readyState >= 3) return performance.timeOrigin + performance.now();
              await new Promise(requestAnimationFrame);
            }
          }, `Clip ${run}`);
          values.push(playableAt - createArrivedAt(service) - delayMs);
        }),
      );
    }
    const counted = values.length > 1 ? values.slice(1) : values;
    return [
      {
        name: 'service done to clip playable',
        values: counted,
        unit: 'ms',
        beside: { name: 'polling interval', values: [pollMs] },
        goal: `≤ interval + ${allowedMs} ms`,
        isMet: (median) => median <= pollMs + allowedMs,
      },
    ];
  });
}
