/**
 * The app is killed at each instant at which it writes something of an image, and the database is whole afterwards, an
 * older copy, or gone: an image that came is in the library in the next run, and no create goes out a second time.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../../emulator/server.ts';
import { samplePng } from '../../../emulator/images.ts';
import { ok } from '../../../preload/contract/result.ts';
import { openStores } from '../../app/stores.ts';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import { apiKey } from '../../backends/backends-bench.ts';
import { createGemini } from '../../backends/gemini.ts';
import { isAccepted } from '../../storage/journal.ts';
import { whatIsWrong } from '../../storage/open-library.ts';
import { temporaryFolder } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createRebuild } from '../recipes/rebuild.ts';
import { createRecipeWriter } from '../recipes/recipe-writer.ts';
import { createGenerationService } from './generation-service.ts';
import { hasEnded } from './phases.ts';

const anHour = 60 * 60_000;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const input = { name: 'lion.png', data: samplePng(16, 16, 'input', 0) };

/** What becomes of it, the earlier it died the further to the left. */
const beforeItCame = {
  // It was not asked for. It waited, and is sent, once. Nobody knows whether it was sent.
  'is whole': ['nothing', 'completed', 'unknown'],
  'is gone': ['nothing', 'completed'],
  'is a copy from before it was sent': ['nothing', 'unknown', 'completed'],
};
const losses = ['is whole', 'is gone', 'is a copy from before it was sent'] as const;
type Loss = (typeof losses)[number];

async function bench() {
  const { clock, advance } = createFakeClock(Date.UTC(2026, 10, 27));
  const emulator = await startEmulator({
    clips: { clip: () => Promise.resolve(tinyMp4(4_000)) },
    images: {
      image: ({ prompt, seed }) =>
        Promise.resolve({ mimeType: 'image/png', data: samplePng(16, 16, prompt, seed) }),
    },
    ...{ apiKey, now: clock.now, delayMs: 0 },
  });
  onTestFinished(() => emulator.close());
  const data = await temporaryFolder();
  const library = path.join(data, 'library');
  await mkdir(library);

  /** One run of the app over the data folder, with all that is real but the windows. */
  function run(writesLeft = Infinity) {
    const stores = openStores(data);
    let isDead = false;
    let isOpen = true;
    let writes = 0;
    const close = () => {
      if (isOpen) stores.db.close();
      isOpen = false;
    };
    /** Dies before the write of this number, and does nothing any more from then on. */
    const alive =
      <Arguments extends unknown[], Answer>(work: (...args: Arguments) => Answer) =>
      (...args: Arguments): Answer => {
        writes += 1;
        if (writes >= writesLeft) isDead = true;
        if (isDead) throw new Error('The app has crashed.');
        return work(...args);
      };
    const { operations, media, sessions } = stores;
    const ensureSession = (id: string, name: string) => {
      if (sessions.find(id) !== null) return;
      const row = { id, name, createdAt: 0, usedAt: 0, selectedAt: null, archivedAt: null, removedAt: null };
      sessions.insert(row);
    };
    const engine = createGenerationService({
      ...stores,
      operations: {
        ...operations,
        update: alive(operations.update),
        insertTurn: alive(operations.insertTurn),
        transaction: (work) => alive((all: typeof work) => operations.transaction(all))(work),
      },
      media: {
        ...media,
        answers: {
          ...media.answers,
          keep: alive(media.answers.keep),
          remove: alive(media.answers.remove),
        },
      },
      ...{ clock, log, fetch, moved: () => undefined, saved: () => undefined },
      changed(id) {
        const record = operations.find(id);
        if (isDead || record === null) return;
        if (isAccepted(record.operation)) stores.journal.accepted(record);
        stores.spend.project(id, clock.now());
      },
      writeRecipe: alive(createRecipeWriter({ clock, log, appVersion: '0.1.0', sessionName: () => 'Zoo' })),
      sessionFor(asked) {
        const id = asked ?? 'zoo';
        ensureSession(id, 'Zoo');
        return id;
      },
      ...{ concurrency: () => 2, currentService: () => ok('gemini') },
      backendFor: () => ({ ...createGemini({ baseUrl: emulator.url, apiKey, fetch }), account: 'mine' }),
      ...{ pollMs: () => 5_000, libraryFolder: () => library, random: () => 0 },
    });
    onTestFinished(async () => {
      // The dead wait for nobody's answer.
      isDead = true;
      void engine.stop();
      await advance(0);
      close();
    });
    return {
      ...stores,
      engine,
      isDead: () => isDead,
      /** As `app/studio.ts` begins. */
      async start() {
        const rebuild = createRebuild({
          ...{ ...stores, clock, log, ensureSession, progress: () => undefined },
          written: (id) => {
            stores.spend.project(id, clock.now());
          },
        });
        if (stores.damage !== null) await rebuild.run([library], { beforeEngine: true });
        await engine.start();
      },
      crash() {
        isDead = true;
        void engine.stop();
        close();
      },
    };
  }

  async function until(check: () => Promise<void>): Promise<void> {
    const end = Date.now() + 15_000;
    for (;;) {
      try {
        await check();
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
      await advance(1_000);
      await new Promise((resolve) => {
        setTimeout(resolve, 1);
      });
    }
  }

  async function lose(loss: Loss): Promise<void> {
    if (loss === 'is whole') return;
    const files = ['', '-wal', '-shm', '.closed'].map((ending) => path.join(data, `zoetrope.db${ending}`));
    for (const file of files) await rm(file, { force: true });
    if (loss === 'is gone') await rm(path.join(data, 'backups'), { recursive: true, force: true });
    else await writeFile(path.join(data, 'zoetrope.db'), 'This was a database once. '.repeat(400));
  }

  return { emulator, run, until, lose, advance, library, data };
}

const files = async (folder: string) => (await readdir(folder)).sort();

/** An image is asked for, the app dies before its write of this number, the database is lost, the app starts again. */
async function killed(when: number, loss: Loss) {
  const { emulator, run, until, lose, advance, library, data } = await bench();
  const first = run(when);
  await first.start();
  // The first write is the request's own, with its takes: it is refused when it cannot be written.
  const asked = await first.engine
    .submitImages({
      ...{ prompt: 'a lion', aspectRatio: '16:9', size: '1K', model: 'gemini-3.1-flash-image' },
      ...{ sessionId: 'zoo', takes: 1, images: [input], refineId: null },
    })
    .catch(() => null);
  const id = asked?.ok === true ? (asked.value[0] ?? '') : null;
  if (id !== null && loss === 'is a copy from before it was sent') {
    await first.backups.daily(first.db, (file) => Promise.resolve(whatIsWrong(file))).catch(() => undefined);
  }
  await until(async () => {
    const isSaved = id !== null && first.operations.find(id)?.operation.phase === 'completed';
    const isDone = isSaved && (await first.media.answers.all()).length === 0;
    expect(first.isDead() || isDone).toBe(true);
  });
  const hasCrashed = first.isDead();
  first.crash();
  const keptAnswers = (await files(path.join(data, 'answers')).catch(() => [])).filter((name) =>
    name.endsWith('.answer'),
  );
  const filesBefore = (await files(library)).filter((name) => !name.startsWith('.'));
  await lose(loss);
  const next = run();
  await next.start();
  await until(async () => {
    const rows = next.operations.page(10);
    expect(rows.every(({ operation }) => hasEnded(operation.phase))).toBe(true);
    expect(await next.media.answers.all()).toEqual([]);
  });
  await advance(anHour);
  const record = id === null ? null : next.operations.find(id);
  return {
    ...{ hasCrashed, keptAnswers, filesBefore, record, damage: next.damage },
    rows: next.operations.page(10).length,
    billed: emulator.creates().length,
    ledger: id === null ? null : (next.spend.find(id)?.state ?? null),
    turn: id === null ? null : next.operations.findTurn(id),
    filesAfter: await files(library),
  };
}

describe.each(losses)('killed before each of its writes, and the database %s', (loss) => {
  it('an image that came is in the library once, and nothing is sent twice', async () => {
    const ends: string[] = [];
    for (let when = 1; ; when += 1) {
      const end = await killed(when, loss);
      const words = `write ${when}`;
      expect(end.billed, words).toBeLessThanOrEqual(1);
      const hasCome = end.keptAnswers.length + end.filesBefore.length > 0;
      if (hasCome) {
        expect(end.record?.operation, words).toMatchObject({
          ...{ phase: 'completed', medium: 'image', prompt: 'a lion', resolution: '1K', sessionId: 'zoo' },
          ...{ estimatedUsd: 0.067, service: 'gemini', mode: 'references' },
        });
        expect(end.record?.clip, words).toMatchObject({ width: 16, height: 16 });
        expect(end.record?.references, words).toMatchObject([{ name: 'lion.png' }]);
        expect([end.rows, end.ledger, end.filesAfter], words).toEqual([
          1,
          'charged',
          ['2026-11-27 a lion 1K.png'],
        ]);
        expect(end.turn, words).toContain('thoughtSignature');
        ends.push('completed');
      } else {
        const phase = end.record?.operation.phase ?? 'nothing';
        expect(end.filesAfter, words).toHaveLength(phase === 'completed' ? 1 : 0);
        ends.push(phase);
      }
      if (!end.hasCrashed) break;
    }
    expect(ends.filter((end) => end === 'completed').length).toBeGreaterThan(5);
    expect([...new Set(ends)]).toEqual(beforeItCame[loss]);
    // As of clips: the one instant after which nobody knows is while it is being sent.
    if (loss === 'is whole') expect(ends.filter((end) => end === 'unknown')).toHaveLength(1);
  });
});
