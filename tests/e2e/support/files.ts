/** What lies on the disk. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny';
import { packetsOf } from '../../support/movie.ts';

/**
 * A clip in the library is the service's own, byte for byte in all that is seen and heard; its index alone has the
 * recipe on top.
 */
export async function expectSameMovie(clip: string, original: string): Promise<void> {
  expect(await packetsOf(clip)).toEqual(await packetsOf(original));
  const [saved, came] = await Promise.all([readFile(clip), readFile(original)]);
  const pictures = came.subarray(came.indexOf('mdat', 0, 'latin1') - 4);
  expect(saved.subarray(-pictures.length).equals(pictures), 'the pictures and sounds').toBe(true);
}

/** Null for a file that has gone since it was listed: what Chromium leaves for a moment when it ends. */
async function contentOf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Every file below a folder, with its content. */
export async function filesBelow(folder: string): Promise<{ file: string; content: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const content = await contentOf(file);
        return content === null ? [] : [{ file: path.relative(folder, file), content }];
      }),
  );
  return files.flat();
}

export interface ClipFacts {
  videoCodec: string | null;
  audioCodec: string | null;
  width: number;
  height: number;
  durationSeconds: number;
  frames: number;
  /** The longest and the shortest time between two frames, in seconds. */
  longestStep: number;
  shortestStep: number;
}

/** Reads an MP4 from end to end. */
export async function measureClip(file: string): Promise<ClipFacts> {
  using input = new Input({ source: new FilePathSource(file), formats: ALL_FORMATS });
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  if (video === null) throw new Error('There is no picture in it.');
  const times: number[] = [];
  for await (const packet of new EncodedPacketSink(video).packets()) times.push(packet.timestamp);
  times.sort((one, other) => one - other);
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return {
    videoCodec: await video.getCodec(),
    audioCodec: audio === null ? null : await audio.getCodec(),
    width: await video.getDisplayWidth(),
    height: await video.getDisplayHeight(),
    durationSeconds: await input.computeDuration(),
    frames: times.length,
    longestStep: Math.max(...steps),
    shortestStep: Math.min(...steps),
  };
}
