/** Demo mode: the emulator inside the app, on a loopback port and with a key that only this run knows. */
import { randomBytes } from 'node:crypto';
import type { Emulator } from '../../../emulator/server.ts';
import type { ClipSource } from '../../../emulator/clips.ts';
import type { ImageSource } from '../../../emulator/images.ts';
import { createGemini } from '../../backends/gemini.ts';
import type { VideoBackend } from '../../backends/video-backend.ts';
import type { MediaWorker } from '../media/media-worker.ts';

export interface DemoService {
  /** Starts the emulator if it does not run. */
  start(): Promise<void>;
  /** Null until it runs. */
  backend(): VideoBackend | null;
  stop(): Promise<void>;
}

const framesPerSecond = 24;
/** Long enough to see the card work, short enough not to wait for. */
const delayMs = 3_000;

/** Pixels of the longer side. 4K would take a computer minutes, longer than the media window may work on a clip. */
const longestSide = 1_920;

/** The size in which a clip is drawn: the shape that was asked for, 1080p at most. */
function drawnSize({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function rendered(worker: MediaWorker): ClipSource {
  return {
    async clip({ prompt, width, height, durationSeconds, image }) {
      const result = await worker.run({
        kind: 'demo-clip',
        prompt,
        ...drawnSize({ width, height }),
        durationSeconds,
        framesPerSecond,
        image,
      });
      if (result.kind !== 'demo-clip') throw new Error('The media window made something else.');
      return result.data;
    },
  };
}

function drawn(worker: MediaWorker): ImageSource {
  return {
    async image({ prompt, width, height, images, seed }) {
      const result = await worker.run({ kind: 'demo-image', prompt, width, height, images, seed });
      if (result.kind !== 'demo-image') throw new Error('The media window made something else.');
      return { mimeType: 'image/jpeg', data: result.data };
    },
  };
}

export interface DemoDeps {
  /** Demo operations live here across restarts. */
  stateFolder: string;
  worker: MediaWorker;
  fetch: typeof fetch;
}

export function createDemoService({ stateFolder, worker, fetch: send }: DemoDeps): DemoService {
  const apiKey = randomBytes(24).toString('hex');
  let starting: Promise<Emulator> | null = null;
  let backend: VideoBackend | null = null;
  /** Loaded now: who has a key needs none of it. */
  async function open(): Promise<Emulator> {
    const { startEmulator } = await import('../../../emulator/server.ts');
    return startEmulator({
      clips: rendered(worker),
      images: drawn(worker),
      delayMs,
      apiKey,
      stateDir: stateFolder,
      control: false,
    });
  }

  return {
    async start() {
      starting ??= open();
      const emulator = await starting;
      const gemini = createGemini({ baseUrl: emulator.url, apiKey, fetch: send });
      backend = {
        ...gemini,
        // The key is another one in each run, and yet all of the demo's operations are its own.
        account: 'demo',
        // A clip that was ready before the app was closed has the port of that run in its address.
        downloadUrl(videoUri) {
          const { pathname, search } = gemini.downloadUrl(videoUri);
          return new URL(pathname + search, emulator.url);
        },
      };
    },
    backend: () => backend,
    async stop() {
      const emulator = await starting;
      backend = null;
      await emulator?.close();
    },
  };
}
