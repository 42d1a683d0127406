/** What the emulator's tests share: an emulator with a clock of their own, and the calls a client makes. */
import { onTestFinished, vi } from 'vitest';
import type { ClipRequest, ClipSource } from './clips.ts';
import type { Emulator, EmulatorOptions } from './server.ts';
import { startEmulator } from './server.ts';

export const model = 'veo-3.1-generate-preview';
export const createPath = `/v1beta/models/${model}:predictLongRunning`;

/** 1000 bytes in which every position can be told. */
export const clipBytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: unknown;
}

export interface Bench {
  emulator: Emulator;
  /** What the clip source was asked for. */
  asked: ClipRequest[];
  /** Moves the clock on. */
  pass: (ms: number) => void;
  call: (path: string, init?: RequestInit) => Promise<Answer>;
  /** POSTs a create; the answer may be an error. */
  create: (body: unknown, path?: string) => Promise<Answer>;
  /** Creates one that must succeed and gives its name. */
  begin: (prompt?: string) => Promise<string>;
  poll: (name: string) => Promise<Answer>;
  /** Polls until it is done, for a second at most: clips are written to disk in real time. Gives the last answer. */
  ended: (name: string) => Promise<unknown>;
  /** Creates one, waits, and gives the path of its file. */
  finish: (prompt?: string) => Promise<string>;
}

/** Starts one that ends with the test. The generation takes 3 s on a clock that only the test moves. */
export async function bench(options: Partial<EmulatorOptions> = {}): Promise<Bench> {
  let time = 1_700_000_000_000;
  const asked: ClipRequest[] = [];
  const clips: ClipSource = {
    clip: (request) => {
      asked.push(request);
      return Promise.resolve(clipBytes);
    },
  };
  const emulator = await startEmulator({ clips, now: () => time, ...options });
  onTestFinished(() => emulator.close());
  const key = { 'x-goog-api-key': 'any-key-will-do' };

  const call: Bench['call'] = async (path, init = {}) => {
    const response = await fetch(new URL(path, emulator.url), { ...init, headers: init.headers ?? key });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    const json: unknown = isJson && text !== '' ? parse(text) : null;
    return { status: response.status, headers: response.headers, text, json };
  };
  const create: Bench['create'] = (body, path = createPath) =>
    call(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  const begin: Bench['begin'] = async (prompt = 'a lion walking') => {
    const { text, json } = await create({ instances: [{ prompt }] });
    const name = field(json, 'name');
    if (typeof name !== 'string') throw new Error(`not created: ${text}`);
    return name;
  };
  const poll: Bench['poll'] = (name) => call(`/v1beta/${name}`);
  const pass = (ms: number) => {
    time += ms;
  };
  const ended: Bench['ended'] = (name) =>
    vi.waitFor(async () => {
      const { json } = await poll(name);
      if (field(json, 'done') !== true) throw new Error(`still pending: ${name}`);
      return json;
    });
  return {
    ...{ emulator, asked, pass, call, create, begin, poll, ended },
    async finish(prompt) {
      const name = await begin(prompt);
      pass(3000);
      const uri = uriOf(await ended(name));
      return uri.replace(emulator.url, '');
    },
  };
}

/** The URI of the only sample of a finished operation. */
export function uriOf(json: unknown): string {
  const response = field(field(json, 'response'), 'generateVideoResponse');
  const uri = field(field(field(field(response, 'generatedSamples'), '0'), 'video'), 'uri');
  if (typeof uri !== 'string') throw new Error(`no video in ${JSON.stringify(json)}`);
  return uri;
}

/** One field of something that may be anything. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
