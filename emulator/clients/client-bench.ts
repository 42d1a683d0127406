/** What the tests of other people's clients share: an emulator with the sample clips, and a look at what came back. */
import { Socket } from 'node:net';
import { expect, onTestFinished, vi } from 'vitest';
import type { ClipRequest } from '../clips.ts';
import { sampleClips } from '../clips.ts';
import type { EmulatorOptions } from '../server.ts';
import { bench } from '../test-client.ts';

/** The smallest PNG there is. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const pngText = png.toString('base64');

/** An emulator whose clips are real, and a watch that the client speaks to nobody else. */
export async function clientBench(options: Partial<EmulatorOptions> = {}) {
  const connect = vi.spyOn(Socket.prototype, 'connect');
  onTestFinished(() => {
    const hosts = connect.mock.calls.map(hostOf);
    connect.mockRestore();
    expect(hosts.filter((host) => host !== '127.0.0.1')).toEqual([]);
  });
  const asked: ClipRequest[] = [];
  const samples = sampleClips();
  const { emulator, pass } = await bench({
    clips: {
      clip(request) {
        asked.push(request);
        return samples.clip(request);
      },
    },
    ...options,
  });
  return {
    ...{ emulator, pass, asked },
    /** What the client sent with its newest create. */
    sent: () => emulator.requests.findLast(({ method }) => method === 'POST')?.body,
    /** Downloads what the client was told to, with its key. */
    async download(url: string): Promise<Uint8Array> {
      const response = await fetch(url, { headers: { 'x-goog-api-key': 'any-key' } });
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** Polls as often as the network lets it: the clip is written to disk in real time. */
export async function untilDone<T>(poll: () => Promise<T>, done: (answer: T) => boolean): Promise<T> {
  for (let turn = 0; turn < 1000; turn += 1) {
    const answer = await poll();
    if (done(answer)) return answer;
  }
  throw new Error('not done after 1000 polls');
}

/** What a client's refusal is, whatever it threw. */
export async function refusal(work: PromiseLike<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('was not refused');
}

/** That it is a whole MP4: its boxes fill it, the first is its type, and one tells of its tracks. */
export function expectMp4(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: string[] = [];
  let at = 0;
  while (at + 8 <= view.length) {
    boxes.push(view.toString('latin1', at + 4, at + 8));
    const size = view.readUInt32BE(at);
    if (size < 8) break;
    at += size;
  }
  expect(at).toBe(view.length);
  expect(boxes[0]).toBe('ftyp');
  expect(boxes).toContain('moov');
  expect(boxes).toContain('mdat');
}

/** Node's own modules pass the arguments on as a list. */
function hostOf(args: readonly unknown[]): unknown {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first !== 'object' || first === null) return first;
  return 'host' in first ? first.host : first;
}
