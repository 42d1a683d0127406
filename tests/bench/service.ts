/** The service that the bench asks: the emulator, on a clock that the window's can be held against. */
import { performance } from 'node:perf_hooks';
import { sampleClips } from '../../emulator/clips.ts';
import { startEmulator } from '../../emulator/server.ts';
import type { Emulator, EmulatorOptions } from '../../emulator/server.ts';
import { benchKey } from './app.ts';

/** Milliseconds since 1970, with fractions. */
export const now = (): number => performance.timeOrigin + performance.now();

const samples = sampleClips('emulator/samples');

/** Runs `use` with an emulator of its own. */
export async function withService<Result>(
  options: Partial<EmulatorOptions>,
  use: (service: Emulator) => Promise<Result>,
): Promise<Result> {
  const service = await startEmulator({ clips: samples, apiKey: benchKey, now, ...options });
  try {
    return await use(service);
  } finally {
    await service.close();
  }
}

/** When the newest paid request arrived. */
export function createArrivedAt({ requests }: Emulator): number {
  return requests.findLast(({ path }) => path.includes(':predictLongRunning'))?.at ?? Number.NaN;
}
