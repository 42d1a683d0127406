import { expect, onTestFinished, test, vi } from 'vitest';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import type { StartRequest } from '../../backends/video-backend.ts';
import { temporaryFolder } from '../../storage/test-bench.ts';
import type { MediaWorker } from '../media/media-worker.ts';
import { createDemoService } from './demo-service.ts';

const lion: StartRequest = {
  ...{ model: 'veo-3.1-generate-preview', prompt: 'a lion', negativePrompt: null, image: null },
  ...{ aspectRatio: '16:9', resolution: '720p', durationSeconds: 8 },
};

/** The demo of one run of the app; `stateFolder` outlives it. */
async function demoIn(stateFolder: string) {
  const drawn: { width: number; height: number }[] = [];
  const run = (job: { width: number; height: number }) => {
    drawn.push(job);
    return Promise.resolve({ kind: 'demo-clip', data: tinyMp4() });
  };
  const demo = createDemoService({ stateFolder, worker: { run } as unknown as MediaWorker, fetch });
  onTestFinished(() => demo.stop());
  await demo.start();
  const backend = demo.backend();
  if (!backend) throw new Error('The demo did not start.');
  return {
    backend,
    drawn: () => drawn,
    stop: () => demo.stop(),
    async made(request: Partial<StartRequest> = {}) {
      const started = await backend.start({ ...lion, ...request });
      if (started.kind !== 'accepted') throw new Error(started.error.message);
      const { remoteName } = started;
      const videoUri = await vi.waitFor(
        async () => {
          const outcome = await backend.poll(remoteName);
          if (outcome.kind !== 'done') throw new Error(outcome.kind);
          return outcome.videoUri;
        },
        { timeout: 8_000, interval: 200 },
      );
      return { remoteName, videoUri, data: null };
    },
  };
}

test('a clip is drawn in the shape that was asked for, in 1080p at most', async () => {
  const { made, drawn } = await demoIn(await temporaryFolder());
  const asked = [
    { aspectRatio: '16:9', resolution: '4k' },
    { aspectRatio: '9:16', resolution: '4k' },
    { aspectRatio: '9:16', resolution: '1080p' },
    { aspectRatio: '16:9', resolution: '720p' },
  ] as const;
  await Promise.all(asked.map((request) => made(request)));
  const sizes = drawn().map(({ width, height }) => `${width}×${height}`);
  expect(sizes.sort()).toEqual(['1080×1920', '1080×1920', '1280×720', '1920×1080']);
}, 30_000);

test('the demo plays Veo and Omni Flash, and changes what it made in an earlier run', async () => {
  const folder = await temporaryFolder();
  const before = await demoIn(folder);
  const flash = { model: 'gemini-omni-1.2-flash' };
  const [veo, omni] = await Promise.all([before.made(), before.made(flash)]);
  await before.stop();

  const { backend, made } = await demoIn(folder);
  const { origin } = backend.downloadUrl(veo.videoUri);
  expect(new URL(veo.videoUri).origin).not.toBe(origin);
  for (const { videoUri } of [veo, omni]) {
    const url = backend.downloadUrl(videoUri);
    const answer = await fetch(url, { headers: backend.downloadHeaders(url) });
    expect(answer.status).toBe(200);
  }
  await Promise.all([
    made({ source: { ...veo, task: 'extend' } }),
    made({ ...flash, source: { ...omni, task: 'edit' } }),
  ]);
  expect(backend.account).toBe(before.backend.account);
}, 30_000);
