/**
 * The engine, the queue and the ledger with a real backend, over HTTP, before an emulator that misbehaves. Time is a
 * fake clock's, the emulator's too: it passes while nothing is on the wire.
 */
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { FaultSpec } from '../../../emulator/faults.ts';
import { startEmulator } from '../../../emulator/server.ts';
import type { Phase } from '../../../preload/contract/domain.ts';
import { ok } from '../../../preload/contract/result.ts';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import { apiKey, services, token } from '../../backends/backends-bench.ts';
import type { Service } from '../../backends/backends-bench.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { temporaryFolder, testTables } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createSpend } from '../spend.ts';
import { createGenerationService } from './generation-service.ts';
import type { GenerationService } from './generation-service.ts';

export interface Wire extends Service {
  /** How a finished clip comes: at the service's own address, in a bucket, or inside the poll's answer. */
  delivery: 'file' | 'bucket' | 'inline';
}

/** Asks for the clip inside the answer, as a service does that knows no `delivery`. */
const insideTheAnswer =
  (send: typeof fetch): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    if (request.method !== 'POST') return send(input, init);
    const body = (await request.text()).replace('"delivery":"uri"', '"delivery":"inline"');
    return send(request.url, { method: 'POST', headers: request.headers, body, redirect: 'error' });
  };

function wire(name: string, delivery: Wire['delivery']): Wire {
  const service = services.find((each) => each.name === name);
  if (!service) throw new Error(`No such service: ${name}`);
  return { ...service, delivery };
}

const omni = wire('Omni Flash at the Gemini API', 'inline');

/** Every wire that the app speaks, and every way in which a clip comes over it. */
export const wires: readonly Wire[] = [
  wire('Veo at the Gemini API', 'file'),
  wire('Omni Flash at the Gemini API', 'file'),
  {
    ...omni,
    name: `${omni.name}, inside its answers`,
    make: (url, send = fetch) => omni.make(url, insideTheAnswer(send)),
  },
  wire('Veo on the Agent Platform, with a key', 'inline'),
  wire('Veo on the Agent Platform, with a project and a bucket', 'bucket'),
];

/** A run of the app. What it does after its death reaches nothing any more. */
interface Run extends GenerationService {
  crash(): void;
  /** It dies as soon as it is written that an operation has this phase. */
  crashIn(phase: Phase): void;
  /** It dies before the write of this number, 1 for the next one. */
  crashAtWrite(when: number): void;
  isDead(): boolean;
}

/** Of the engine's time in one piece. */
const pieceMs = 1_000;
/** Of real time, for what takes microseconds. */
const patienceMs = 15_000;

const nextTurn = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 1);
  });

/** One account at a service with one library; `openEngine` is a run of the app. */
export async function faultBench(
  { make, model }: Wire,
  faults: FaultSpec[] = [],
  options: { fetch?: typeof fetch } = {},
) {
  const { clock, advance } = createFakeClock();
  const emulator = await startEmulator({
    clips: { clip: () => Promise.resolve(tinyMp4(4_000)) },
    ...{ apiKey, tokens: [token], now: clock.now },
  });
  onTestFinished(() => emulator.close());
  emulator.setFaults(faults);
  const data = await temporaryFolder();
  const library = path.join(data, 'disk', 'library');
  const tables = testTables();
  const spend = createSpend({
    ...{
      rows: tables.spend,
      clock,
      held: () => ({ count: 0, next: null }),
      newDay: () => undefined,
      changed: () => undefined,
    },
  });
  let onTheWire = 0;
  const wished = options.fetch ?? fetch;
  const send: typeof fetch = async (input, init) => {
    onTheWire += 1;
    try {
      return await wished(input, init);
    } finally {
      onTheWire -= 1;
    }
  };
  const row = (id: string) => tables.operations.find(id)?.operation;

  /** Lets time pass until `check` throws no more. */
  async function until(check: () => void): Promise<void> {
    const end = Date.now() + patienceMs;
    for (;;) {
      try {
        check();
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
      if (onTheWire === 0) await advance(pieceMs);
      await nextTurn();
    }
  }

  function openEngine(): Run {
    let isDead = false;
    let writesLeft = Infinity;
    let lastPhase: Phase | null = null;
    const crash = () => {
      isDead = true;
      void engine.stop();
    };
    const alive =
      <Arguments extends unknown[]>(work: (...args: Arguments) => void) =>
      (...args: Arguments) => {
        writesLeft -= 1;
        if (!isDead && writesLeft <= 0) crash();
        if (isDead) throw new Error('The app has crashed.');
        work(...args);
      };
    const engine = createGenerationService({
      ...tables,
      operations: {
        ...tables.operations,
        update: alive(tables.operations.update),
      },
      media: createMediaFiles(data),
      clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      fetch: send,
      concurrency: () => 2,
      moved: () => undefined,
      currentService: () => ok('gemini'),
      // Another one for each run: what the last one held in memory is gone.
      backendFor: backendOfRun(),
      pollMs: () => 5_000,
      libraryFolder: () => library,
      random: () => 0.5,
      changed: (id) => {
        if (!isDead) spend.record(id);
        if (row(id)?.phase === lastPhase) crash();
      },
      saved: () => undefined,
    });
    onTestFinished(async () => {
      // The dead wait for nobody's answer.
      if (!isDead) await engine.stop();
    });
    return {
      ...engine,
      crash,
      isDead: () => isDead,
      crashIn(phase) {
        lastPhase = phase;
      },
      crashAtWrite(when) {
        writesLeft = when;
      },
    };
  }

  function backendOfRun() {
    const backend = make(emulator.url, send);
    return () => backend;
  }

  const engine = openEngine();
  await engine.start();
  return {
    clock,
    advance,
    emulator,
    engine,
    openEngine,
    library,
    row,
    until,
    /** What the ledger says of an operation; undefined where nothing was spent on it. */
    ledger: (id: string) => tables.spend.find(id)?.state,
    tables,
    async submit(prompt = 'a lion', by: GenerationService = engine): Promise<string> {
      const sent = await by.submit({
        ...{ prompt, negativePrompt: null, aspectRatio: '16:9', resolution: '720p', duration: '4' },
        ...{ sessionId: null, model, image: null },
      });
      if (!sent.ok) throw new Error(sent.error.message);
      return sent.value[0] ?? '';
    },
    reaches: (id: string, phase: Phase) =>
      until(() => {
        expect(row(id)?.phase).toBe(phase);
      }),
  };
}
