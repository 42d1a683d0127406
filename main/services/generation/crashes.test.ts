/**
 * The app is killed, at each instant at which it writes and at each request, on every wire: what was paid for comes in
 * the next run or is told as unknown, and no create goes out a second time.
 */
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { faultBench, wires } from './fault-bench.ts';
import { hasEnded } from './phases.ts';

const anHour = 60 * 60_000;

describe.each(wires)('$name', (wire) => {
  /** @param when the number of the write before which the app dies, 1 for the first */
  async function killed(when: number) {
    const bench = await faultBench(wire);
    const { emulator, engine, openEngine, submit, until, row, ledger, advance, library } = bench;
    engine.crashAtWrite(when);
    const id = await submit();
    await until(() => {
      expect(engine.isDead() || row(id)?.phase === 'completed').toBe(true);
    });
    const hasCrashed = engine.isDead();
    if (hasCrashed) {
      await openEngine().start();
      await until(() => {
        const phase = row(id)?.phase;
        expect(phase !== undefined && hasEnded(phase)).toBe(true);
      });
      await advance(anHour);
    }
    const files = await readdir(library).catch(() => []);
    return {
      hasCrashed,
      phase: row(id)?.phase,
      ledger: ledger(id),
      billed: emulator.creates().length,
      files,
    };
  }

  it('killed before each of its writes', async () => {
    const ends: string[] = [];
    for (let when = 1; ; when += 1) {
      const { hasCrashed, phase, ledger, billed, files } = await killed(when);
      expect(billed, `write ${when}`).toBe(1);
      if (phase === 'unknown') {
        expect([ledger, files], `write ${when}`).toEqual(['unknown', []]);
      } else {
        expect([phase, ledger, files.length], `write ${when}`).toEqual(['completed', 'charged', 1]);
      }
      if (!hasCrashed) break;
      ends.push(phase ?? 'nothing');
    }
    // The service has taken it on and its name is not written yet: the one instant after which nobody knows.
    expect(ends.filter((end) => end === 'unknown')).toHaveLength(1);
    expect(ends.length).toBeGreaterThan(4);
  });

  it.each([
    ['before its create leaves', 0],
    ['while the service takes its create on', 1],
  ])('killed %s', async (_name, billed) => {
    const kill: { now?: () => void } = {};
    const { emulator, engine, openEngine, submit, until, row, ledger, advance } = await faultBench(wire, [], {
      async fetch(input, init) {
        if (billed === 1) await fetch(input, init);
        kill.now?.();
        return new Promise(() => undefined);
      },
    });
    kill.now = engine.crash;
    const id = await submit();
    await until(() => {
      expect(engine.isDead()).toBe(true);
    });
    await openEngine().start();
    expect(row(id)).toMatchObject({ phase: 'unknown', error: { code: 'unknown_outcome' } });
    await advance(anHour);
    expect(row(id)?.phase).toBe('unknown');
    expect(ledger(id)).toBe('unknown');
    expect(emulator.creates()).toHaveLength(billed);
  });

  it('killed while the clip arrives, again and again', async () => {
    const { emulator, engine, openEngine, submit, until, row, reaches, library } = await faultBench(wire, [
      { name: 'download-cut-once', count: 3 },
    ]);
    const id = await submit();
    await reaches(id, 'downloading');
    engine.crash();
    for (let times = 0; times < 2; times += 1) {
      const next = openEngine();
      await next.start();
      await until(() => {
        const now = row(id);
        expect(now?.phase === 'completed' || now?.error?.code === 'download_failed').toBe(true);
      });
      next.crash();
    }
    await openEngine().start();
    await reaches(id, 'completed');
    expect(await readdir(library)).toHaveLength(1);
    expect(emulator.creates()).toHaveLength(1);
  });

  it.runIf(wire.delivery === 'inline')(
    'killed while the clip was in memory: one “not found” is not the end of it',
    async () => {
      const { emulator, engine, openEngine, submit, until, row, reaches, library } = await faultBench(wire);
      engine.crashIn('downloading');
      const id = await submit();
      await until(() => {
        expect(engine.isDead()).toBe(true);
      });
      expect(row(id)).toMatchObject({
        phase: 'downloading',
        remoteUri: expect.stringMatching(/^inline:/) as string,
      });
      emulator.setFaults([{ name: 'poll-404', count: 4 }]);
      await openEngine().start();
      await reaches(id, 'completed');
      expect(await readdir(library)).toHaveLength(1);
      expect(emulator.creates()).toHaveLength(1);
    },
  );

  it.runIf(wire.delivery === 'inline')(
    'killed while the clip was in memory: what the service does not know for good is told',
    async () => {
      const { emulator, engine, openEngine, submit, until, row, reaches, ledger } = await faultBench(wire);
      engine.crashIn('downloading');
      const id = await submit();
      await until(() => {
        expect(engine.isDead()).toBe(true);
      });
      emulator.setFaults([{ name: 'poll-404' }]);
      await openEngine().start();
      await reaches(id, 'expired');
      expect(row(id)?.error?.details?.charged).toBe(true);
      expect(ledger(id)).toBe('charged');
    },
  );
});
