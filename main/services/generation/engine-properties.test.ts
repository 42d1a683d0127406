/**
 * Whatever the service answers, whenever the app crashes: no operation is sent twice unless the service certainly
 * refused it, none is forgotten, none that was named stays open, and what is completed is on disk.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { queuePlaces } from '../../../preload/contract/queue.ts';
import { ok } from '../../../preload/contract/result.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import type { PollOutcome, VideoBackend } from '../../backends/video-backend.ts';
import { createClipRows } from '../../storage/clip-rows.ts';
import { openDb } from '../../storage/db.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { migrate } from '../../storage/migrate.ts';
import { createOperationRows } from '../../storage/operation-rows.ts';
import { createQueueRows } from '../../storage/queue-rows.ts';
import { createUploadRows } from '../../storage/upload-rows.ts';
import { createFakeClock } from '../fake-clock.ts';
import { reorder } from '../queue/reorder.ts';
import type { QueueTarget } from '../queue/reorder.ts';
import { createGenerationService } from './generation-service.ts';
import { hasEnded } from './phases.ts';

const problem = (code: AppError['code']): AppError => ({ code, message: 'No.', retryable: true });

type Create =
  'accept' | 'accept-silently' | 'rate-limit' | 'overload' | 'offline' | 'refuse' | 'never-answer';
type Poll = 'pending' | 'unreachable' | 'done' | 'blocked' | 'failed' | 'gone';
type Download = 'good' | 'cut' | 'not-mp4' | 'busy' | 'deleted';
/** `which`: one of those submitted so far, counted round. */
type Step =
  | { do: 'submit' }
  | { do: 'wait'; ms: number }
  | { do: 'crash' }
  | { do: 'cancel'; which: number }
  | { do: 'follow'; which: number }
  | { do: 'pause'; paused: boolean }
  | { do: 'move'; which: number; to: QueueTarget };

const creates = fc.array(
  fc.constantFrom<Create>(
    'accept',
    'accept',
    'accept-silently',
    'rate-limit',
    'overload',
    'offline',
    'refuse',
    'never-answer',
  ),
  { maxLength: 12 },
);
const polls = fc.array(
  fc.constantFrom<Poll>('pending', 'unreachable', 'done', 'done', 'blocked', 'failed', 'gone'),
  {
    maxLength: 16,
  },
);
const downloads = fc.array(fc.constantFrom<Download>('good', 'cut', 'not-mp4', 'busy', 'deleted'), {
  maxLength: 8,
});
const steps = fc.array(
  fc.oneof(
    fc.constant<Step>({ do: 'submit' }),
    fc.integer({ min: 0, max: 90_000 }).map((ms): Step => ({ do: 'wait', ms })),
    fc.constant<Step>({ do: 'crash' }),
    fc.nat(9).map((which): Step => ({ do: 'cancel', which })),
    fc.nat(9).map((which): Step => ({ do: 'follow', which })),
    fc.boolean().map((paused): Step => ({ do: 'pause', paused })),
    fc
      .tuple(fc.nat(9), fc.constantFrom(...queuePlaces))
      .map(([which, to]): Step => ({ do: 'move', which, to })),
  ),
  { minLength: 1, maxLength: 18 },
);

/** The service as it really is, whatever the app believes: what was made, and what it answers next. */
function remoteService(script: { creates: Create[]; polls: Poll[]; downloads: Download[] }) {
  const made: string[] = [];
  const refusedFor = new Map<string, number>();
  const sentFor = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

  const backend: VideoBackend = {
    start({ prompt }) {
      count(sentFor, prompt);
      const answer = script.creates.shift() ?? 'accept';
      switch (answer) {
        case 'accept':
          made.push(prompt);
          return Promise.resolve({ kind: 'accepted', remoteName: `operations/${made.length}` });
        case 'accept-silently':
          made.push(prompt);
          return Promise.resolve({ kind: 'unknown', error: problem('unknown_outcome') });
        case 'never-answer':
          made.push(prompt);
          return new Promise(() => undefined);
        case 'rate-limit':
          count(refusedFor, prompt);
          return Promise.resolve({ kind: 'refused', error: problem('rate_limited') });
        case 'overload':
          count(refusedFor, prompt);
          return Promise.resolve({ kind: 'refused', error: problem('service_unavailable') });
        case 'offline':
          count(refusedFor, prompt);
          return Promise.resolve({ kind: 'refused', error: problem('network') });
        case 'refuse':
          count(refusedFor, prompt);
          return Promise.resolve({ kind: 'refused', error: problem('service_refused') });
      }
    },
    poll(remoteName): Promise<PollOutcome> {
      const answer = script.polls.shift() ?? 'done';
      switch (answer) {
        case 'pending':
          return Promise.resolve({ kind: 'pending' });
        case 'unreachable':
          return Promise.resolve({ kind: 'unreachable', error: problem('network') });
        case 'done':
          return Promise.resolve({ kind: 'done', videoUri: `https://service.example/${remoteName}` });
        case 'blocked':
          return Promise.resolve({ kind: 'blocked', error: problem('blocked') });
        case 'failed':
          return Promise.resolve({ kind: 'failed', error: problem('service_error') });
        case 'gone':
          return Promise.resolve({ kind: 'gone', error: problem('expired') });
      }
    },
    downloadUrl: (uri) => new URL(uri),
    downloadHeaders: () => ({}),
  };

  const download = (): Promise<Response> => {
    const answer = script.downloads.shift() ?? 'good';
    switch (answer) {
      case 'good':
        return Promise.resolve(new Response(tinyMp4()));
      case 'cut':
        return Promise.resolve(new Response(tinyMp4().slice(0, 20), { headers: { 'content-length': '48' } }));
      case 'not-mp4':
        return Promise.resolve(new Response('<html>'));
      case 'busy':
        return Promise.resolve(new Response(null, { status: 503 }));
      case 'deleted':
        return Promise.resolve(new Response(null, { status: 404 }));
    }
  };

  return {
    backend,
    download,
    sent: () => [...sentFor.values()].reduce((sum, times) => sum + times, 0),
    sentFor,
    refusedFor,
    /** From now on every create is taken and answered. */
    settle() {
      script.creates.length = 0;
    },
  };
}

it('never sends twice, never forgets, never calls a clip finished that is not there', async () => {
  await fc.assert(
    fc.asyncProperty(
      creates,
      polls,
      downloads,
      steps,
      async (createScript, pollScript, downloadScript, todo) => {
        const folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-property-'));
        const db = openDb(':memory:');
        migrate(db, () => undefined);
        const operations = createOperationRows(db);
        const queue = createQueueRows(db);
        const libraryFolder = path.join(folder, 'library');
        const remote = remoteService({
          creates: [...createScript],
          polls: [...pollScript],
          downloads: [...downloadScript],
        });
        const submitted = new Map<string, string>();
        const pick = (which: number): string => [...submitted.values()][which % submitted.size] ?? 'nobody';
        let sentBeforePause: number | null = null;

        function openApp() {
          const { clock, advance } = createFakeClock();
          let isDead = false;
          // After a crash nothing that was under way reaches the database any more.
          const alive =
            <Arguments extends unknown[]>(work: (...args: Arguments) => void) =>
            (...args: Arguments) => {
              if (isDead) throw new Error('The app has crashed.');
              work(...args);
            };
          const rows = { ...operations, update: alive(operations.update), insert: alive(operations.insert) };
          const engine = createGenerationService({
            operations: rows,
            clips: createClipRows(db),
            uploads: createUploadRows(db),
            media: createMediaFiles(folder),
            clock,
            log: { info: () => undefined, warn: () => undefined, error: () => undefined },
            fetch: remote.download,
            concurrency: () => 2,
            queue,
            moved: () => undefined,
            currentService: () => ok('gemini'),
            backendFor: () => remote.backend,
            pollMs: () => 5_000,
            libraryFolder: () => libraryFolder,
            random: () => 0.5,
            changed: () => undefined,
            saved: () => undefined,
          });
          return {
            engine,
            advance,
            crash() {
              isDead = true;
              void engine.stop();
            },
          };
        }

        let app = openApp();
        await app.engine.start();
        for (const step of todo) {
          if (step.do === 'submit') {
            const prompt = `clip ${submitted.size + 1}`;
            const result = await app.engine.submit({
              prompt,
              negativePrompt: null,
              aspectRatio: '16:9',
              resolution: '720p',
              duration: '8',
              sessionId: null,
              model: null,
              image: null,
            });
            if (result.ok) submitted.set(prompt, result.value[0] ?? '');
          } else if (step.do === 'wait') {
            await app.advance(step.ms);
          } else if (step.do === 'cancel') {
            app.engine.cancel(pick(step.which));
          } else if (step.do === 'follow') {
            const sent = remote.sent();
            app.engine.followAgain(pick(step.which));
            expect(remote.sent(), 'following sends nothing').toBe(sent);
          } else if (step.do === 'pause') {
            queue.setPaused(step.paused);
            sentBeforePause = step.paused ? remote.sent() : null;
            if (!step.paused) app.engine.wake();
          } else if (step.do === 'move') {
            const waiting = () => queue.waiting(100).map(({ operation }) => operation.id);
            const before = waiting();
            reorder({ operations, rows: queue }, pick(step.which), step.to);
            expect(waiting().sort(), 'nobody is lost on the way').toEqual(before.sort());
          } else {
            app.crash();
            app = openApp();
            await app.engine.start();
          }
          if (sentBeforePause !== null) {
            expect(remote.sent(), 'nothing is sent while the queue is paused').toBe(sentBeforePause);
          }
        }
        for (const { operation } of operations.inPhase('error')) app.engine.followAgain(operation.id);
        queue.setPaused(false);
        // The last start of the app finds a service that answers everything, and enough time.
        app.crash();
        remote.settle();
        app = openApp();
        await app.engine.start();
        const phaseOf = (id: string) => operations.find(id)?.operation.phase ?? null;
        await vi.waitFor(
          async () => {
            await app.advance(120_000);
            const open = [...submitted.values()].filter((id) => {
              const phase = phaseOf(id);
              return phase !== null && !hasEnded(phase);
            });
            expect(open).toEqual([]);
          },
          { timeout: 15_000 },
        );

        for (const [prompt, id] of submitted) {
          const record = operations.find(id);
          expect(record, `${prompt} is not forgotten`).not.toBeNull();
          const sent = remote.sentFor.get(prompt) ?? 0;
          const refused = remote.refusedFor.get(prompt) ?? 0;
          expect(sent - refused, `${prompt} was sent once at most`).toBeLessThanOrEqual(1);
          if (record?.operation.remoteName) {
            expect(['completed', 'blocked', 'error', 'expired']).toContain(record.operation.phase);
          }
          if (record?.operation.phase === 'completed') {
            expect(await readdir(libraryFolder)).toContain(record.clip?.fileName);
          }
        }
        app.crash();
        db.close();
        await rm(folder, { recursive: true, force: true });
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
}, 120_000);
