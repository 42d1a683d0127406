import { app } from 'electron';
import type { AppLog } from './logging.ts';
import type { Studio } from './studio.ts';

/** A create that is not answered by then will be `unknown` at the next start. */
const longestMs = 8_000;
/** The answer to an image's create is the image, which is paid for: it is waited for longer. */
const longestForImagesMs = 60_000;

/** What the self-test came to; 0 in every other run. */
const exitCode = (): number => Number(process.exitCode ?? 0);

/** What puts a new version in place ends the app itself; one that does not come to it is not waited for. */
const longestForInstallerMs = 15_000;

function end(): void {
  app.exit(exitCode());
}

function leaves(studio: Studio, log: AppLog): boolean {
  try {
    return studio.leave();
  } catch (error) {
    log.error('The new version could not be put in place', { error });
    return false;
  }
}

/** Lets the studio end its work before the app does. What is under way goes on at the next start. */
export function setUpQuit(studio: () => Studio | null, log: AppLog): void {
  let isStopping = false;
  let hasStopped = false;
  app.on('before-quit', (event) => {
    const running = studio();
    if (!running || hasStopped) return;
    event.preventDefault();
    if (isStopping) return;
    isStopping = true;
    const limit = setTimeout(end, running.isMakingImages() ? longestForImagesMs : longestMs);
    running
      .stop()
      .catch((error: unknown) => {
        log.error('Ending the work failed', { error });
      })
      .finally(() => {
        clearTimeout(limit);
        hasStopped = true;
        if (leaves(running, log)) setTimeout(end, longestForInstallerMs);
        else end();
      });
  });
}
