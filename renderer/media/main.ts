/** The media window: hidden, without a page to show. It takes jobs from main and answers each of them. */
import type { MediaJob, MediaResult } from '../../preload/contract/media.ts';
import { renderDemoClip } from './demo-clip.ts';
import { renderDemoImage } from './demo-image.ts';
import { createJobQueue } from './job-queue.ts';
import { makePoster } from './poster.ts';

/** Many times what the slowest machine needs for the largest clip. */
const timeLimitMs = 180_000;

async function run(job: MediaJob, signal: AbortSignal): Promise<MediaResult> {
  switch (job.kind) {
    case 'demo-clip':
      return { kind: 'demo-clip', ...(await renderDemoClip(job, { signal })) };
    case 'demo-image':
      return { kind: 'demo-image', data: await renderDemoImage(job) };
    case 'poster':
      return { kind: 'poster', ...(await makePoster(job.url, signal)) };
  }
}

const add = createJobQueue({
  run,
  async answer(jobId, result) {
    const reply = await window.zoetropeMedia.finish({ jobId, result });
    if (!reply.ok) throw new Error(reply.error.message);
  },
  timeLimitMs,
});

// Listening comes first: main may send a job as soon as it knows that the window is ready.
window.zoetropeMedia.on('job', add);
const reply = await window.zoetropeMedia.ready();
if (!reply.ok) console.error('Main did not accept the media window', reply.error);
