import { app } from 'electron';
import type { AppLog } from './logging.ts';
import type { Studio } from './studio.ts';

/** A create that is not answered by then will be `unknown` at the next start. */
const longestMs = 8_000;
/** The answer to an image's create is the image, which is paid for: it is waited for longer. */
const longestForImagesMs = 60_000;

/** What the self-test came to; 0 in every other run. */
const exitCode = (): number => Number(process.exitCode ?? 0);

/** Lets the studio end its work before the app does. What is under way goes on at the next start. */
export function setUpQuit(studio: () => Studio | null, log: AppLog): void {
  let isStopping = false;
  app.on('before-quit', (event) => {
    const running = studio();
    if (!running) return;
    event.preventDefault();
    if (isStopping) return;
    isStopping = true;
    const limit = setTimeout(
      () => {
        app.exit(exitCode());
      },
      running.isMakingImages() ? longestForImagesMs : longestMs,
    );
    running
      .stop()
      .catch((error: unknown) => {
        log.error('Ending the work failed', { error });
      })
      .finally(() => {
        clearTimeout(limit);
        app.exit(exitCode());
      });
  });
}
