/** Where the emulator's videos come from. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

export interface Frame {
  mimeType: string;
  /** Bytes as they came. */
  data: Uint8Array;
}

export interface ClipRequest {
  operationId: string;
  prompt: string;
  negativePrompt: string | null;
  aspectRatio: '16:9' | '9:16';
  resolution: '360p' | '720p' | '1080p' | '4k';
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  /** Of the whole clip; an extension is as long as what it extends and what it adds. */
  durationSeconds: number;
  /** False for a silent clip. */
  sound: boolean;
  /** The first frame. */
  image: Frame | null;
  lastFrame: Frame | null;
  references: Frame[];
  /** The clip that this one goes on from; null where there is none, or its bytes are gone. */
  source: { task: SourceTask; data: Uint8Array } | null;
}

/** What is done with an earlier clip. */
export type SourceTask = 'extend' | 'edit' | 'upscale';

export interface ClipSource {
  /** One whole MP4. Asked once per operation, right when it is created; a rejection ends it with error code 13. */
  clip(request: ClipRequest): Promise<Uint8Array>;
}

interface Sample {
  file: string;
  orientation: string;
  height: number;
  durationSeconds: number;
}

const heights: Record<ClipRequest['resolution'], number> = {
  '360p': 360,
  '720p': 720,
  '1080p': 1080,
  '4k': 2160,
};

/**
 * The bundled files `{landscape|portrait}-{720p|1080p}-{4|6|8}s.mp4`, read when they are asked for. Where the very
 * one is missing the nearest is taken: orientation counts before resolution, resolution before duration.
 * @param folder default: `samples/` beside this file
 */
export function sampleClips(folder = path.join(import.meta.dirname, 'samples')): ClipSource {
  return {
    async clip(request) {
      const samples = (await listFolder(folder)).flatMap(readName);
      const best = samples.toSorted((a, b) => distance(a, request) - distance(b, request))[0];
      if (best === undefined) throw new Error('There are no sample clips.');
      return readFile(path.join(folder, best.file));
    },
  };
}

/** Empty for a folder that is not there. */
async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function readName(file: string): Sample[] {
  const match = /^(landscape|portrait)-(\d+)p-(\d+)s\.mp4$/.exec(file);
  if (match === null) return [];
  const [, orientation = '', height, seconds] = match;
  return [{ file, orientation, height: Number(height), durationSeconds: Number(seconds) }];
}

function distance(sample: Sample, request: ClipRequest): number {
  const orientation = request.aspectRatio === '16:9' ? 'landscape' : 'portrait';
  return (
    (sample.orientation === orientation ? 0 : 1_000_000) +
    Math.abs(sample.height - heights[request.resolution]) * 100 +
    Math.abs(sample.durationSeconds - request.durationSeconds)
  );
}
