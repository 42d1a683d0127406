import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { phases, undoMs } from '../../preload/contract/domain.ts';
import { wholeLibrary } from '../../preload/contract/library.ts';
import type { SessionsChange } from '../../preload/contract/sessions.ts';
import { createLibraryRows } from '../storage/library-rows.ts';
import { createMediaFiles } from '../storage/media-files.ts';
import { createSessionContents } from '../storage/session-contents.ts';
import type { OperationRow } from '../storage/records.ts';
import { operationRow, sessionRow, testId, testTables } from '../storage/test-bench.ts';
import { createFakeClock } from './fake-clock.ts';
import { hasEnded } from './generation/phases.ts';
import { createRemoving } from './library/removal.ts';
import { createSessions } from './sessions.ts';
import { createSpend } from './spend.ts';

function bench() {
  const tables = testTables();
  const { clock, advance } = createFakeClock(1_000_000);
  const changed = vi.fn<(change: SessionsChange) => void>();
  const spend = createSpend({
    rows: tables.spend,
    clock,
    held: () => ({ count: 0, next: null }),
    newDay: vi.fn(),
    changed: vi.fn(),
  });
  const removing = createRemoving({
    ...tables,
    rows: createLibraryRows(tables.db, () => []),
    media: createMediaFiles('/nowhere'),
    clock,
    log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
    trash: () => Promise.resolve(),
    changed: vi.fn(),
    removed: vi.fn(),
    libraryChanged: vi.fn(),
    trashFailed: vi.fn(),
    moved: vi.fn(),
    wake: vi.fn(),
  });
  const breathe = vi.fn(() => Promise.resolve());
  const sessions = createSessions({
    rows: tables.sessions,
    contents: createSessionContents(tables.db),
    clock,
    spendBySession: () => spend.bySession(),
    changed,
    trash: (sessionId) => removing.remove({ query: { ...wholeLibrary, sessionId }, except: [] }),
    untrash: (undoToken) => removing.undo(undoToken),
    breathe,
  });
  const add = (number: number, sessionId: string, changes: Partial<OperationRow> = {}): string => {
    tables.operations.insert(
      operationRow(number, {
        sessionId,
        service: 'gemini',
        phase: 'completed',
        estimatedUsd: 3.2,
        ...changes,
      }),
    );
    tables.spend.project(testId(number), clock.now());
    return testId(number);
  };
  const make = (name: string): string => {
    const made = sessions.create(name);
    if (!made.ok) throw new Error(made.error.message);
    return made.value.id;
  };
  const where = (id: string) => tables.operations.find(id)?.operation;
  const names = () => sessions.list().sessions.map(({ name }) => name);
  const listed = (id: string) => sessions.list().sessions.find((session) => session.id === id);
  return {
    ...tables,
    rows: tables.sessions,
    sessions,
    clock,
    advance,
    changed,
    breathe,
    add,
    make,
    where,
    names,
    listed,
  };
}

describe('names', () => {
  test('a new session is open, first in the list, and its name is clean and its own', () => {
    const { sessions, names, make } = bench();
    const id = make('  Savanna \n spot ');
    expect(sessions.current()).toEqual({ id, name: 'Savanna spot' });
    make('Savanna spot');
    expect(names()).toEqual(['Savanna spot (2)', 'Savanna spot', 'First session']);
  });

  test('a session can be called anew, also what it is called already', () => {
    const { sessions, names, make } = bench();
    const id = make('Lions');
    make('Tigers');
    expect(sessions.rename(id, ' Lions ')).toEqual({ ok: true, value: { id, name: 'Lions' } });
    expect(sessions.rename(id, 'Tigers')).toMatchObject({ ok: true, value: { name: 'Tigers (2)' } });
    expect(names()).toEqual(['Tigers', 'Tigers (2)', 'First session']);
    expect(sessions.rename(id, ' \n ')).toMatchObject({ ok: false, error: { code: 'invalid_request' } });
    expect(sessions.rename('nobody', 'x')).toMatchObject({ ok: false, error: { code: 'session_not_found' } });
  });
});

describe('a request', () => {
  test('that names no session goes into the open one', () => {
    const { sessions, make } = bench();
    expect(sessions.forRequest(null)).toBe('first-session');
    const id = make('Lions');
    expect(sessions.forRequest(null)).toBe(id);
  });

  test('that names an unknown one makes it, with that very id, and leaves the open one open', () => {
    const { sessions, rows } = bench();
    expect(sessions.forRequest('a session of mine')).toBe('a session of mine');
    expect(rows.find('a session of mine')).toMatchObject({ name: 'a session of mine' });
    expect(sessions.current().id).toBe('first-session');
    sessions.forRequest('a session of mine');
    expect(rows.all()).toHaveLength(2);
  });

  test('takes its session out of the archive and back from the removed ones', async () => {
    const { sessions, make, rows } = bench();
    const archived = make('Archived');
    const removed = make('Removed');
    sessions.archive(archived);
    await sessions.remove(removed, null);
    sessions.forRequest(archived);
    sessions.forRequest(removed);
    expect(rows.find(archived)?.archivedAt).toBeNull();
    expect(rows.find(removed)?.removedAt).toBeNull();
  });

  test('counts as use', async () => {
    const { sessions, make, names, advance } = bench();
    make('Lions');
    await advance(10);
    sessions.forRequest('first-session');
    expect(names()).toEqual(['First session', 'Lions']);
  });
});

test('a session from elsewhere is made once; an untouched first session takes the name it had', () => {
  const { sessions, rows } = bench();
  sessions.ensureSession('recipe', 'Night trains');
  sessions.ensureSession('recipe', 'Another name');
  expect(rows.find('recipe')?.name).toBe('Night trains');
  sessions.ensureSession('first-session', 'Savanna spot');
  sessions.ensureSession('first-session', 'Too late');
  expect(rows.find('first-session')?.name).toBe('Savanna spot');
});

describe('the archive', () => {
  test('keeps what is in a session; the one open before is open again', () => {
    const { sessions, make, add, listed } = bench();
    const lions = make('Lions');
    const tigers = make('Tigers');
    add(1, tigers);
    expect(sessions.archive(tigers).ok).toBe(true);
    expect(sessions.current().id).toBe(lions);
    expect(listed(tigers)).toMatchObject({ archivedAt: 1_000_000, clips: 1 });
    expect(sessions.unarchive(tigers).ok).toBe(true);
    expect(sessions.current().id).toBe(tigers);
  });

  test('is left by a session that is opened', () => {
    const { sessions, make, listed } = bench();
    const lions = make('Lions');
    sessions.archive(lions);
    expect(sessions.select(lions)).toEqual({ ok: true, value: { id: lions, name: 'Lions' } });
    expect(listed(lions)?.archivedAt).toBeNull();
    expect(sessions.current().id).toBe(lions);
  });

  test('does not take the only one', () => {
    const { sessions, make } = bench();
    const lions = make('Lions');
    sessions.archive('first-session');
    expect(sessions.archive(lions)).toMatchObject({ ok: false, error: { code: 'last_session' } });
    expect(sessions.current().id).toBe(lions);
  });
});

describe('removing', () => {
  test('moves everything, deleted ones that can still be undone among them, with what was spent', async () => {
    const { sessions, make, add, where, listed, changed, advance } = bench();
    const lions = make('Lions');
    const clip = add(1, lions);
    const running = add(2, lions, { phase: 'processing' });
    const deleted = add(3, lions, { deletedAt: 999_999 });
    await advance(1000);
    changed.mockClear();
    expect(await sessions.remove(lions, 'first-session')).toEqual({
      ok: true,
      value: { trashed: 0, moved: 3, current: { id: 'first-session', name: 'First session' } },
    });
    for (const id of [clip, running, deleted]) expect(where(id)?.sessionId).toBe('first-session');
    expect(where(deleted)?.deletedAt).toBe(999_999);
    expect(listed(lions)).toBeUndefined();
    expect(listed('first-session')).toMatchObject({ clips: 2, underWay: 1, spend: { spentUsd: 9.6 } });
    await advance(1000);
    expect(changed.mock.calls).toEqual([
      [{ current: { id: 'first-session', name: 'First session' }, regrouped: true }],
    ]);
  });

  test('into the trash hides what has ended and moves what is under way', async () => {
    const { sessions, make, add, where, listed, clock } = bench();
    const lions = make('Lions');
    const ids = phases.map((phase, index) => add(index + 1, lions, { phase }));
    expect(await sessions.remove(lions, null)).toMatchObject({ ok: true, value: { trashed: 5, moved: 4 } });
    phases.forEach((phase, index) => {
      expect(where(ids[index] ?? '')).toMatchObject(
        hasEnded(phase)
          ? { sessionId: lions, deletedAt: clock.now() }
          : { sessionId: 'first-session', deletedAt: null },
      );
    });
    expect(listed('first-session')).toMatchObject({ clips: 4, underWay: 4 });
    // What was spent on what is in the trash stays under its name.
    expect(sessions.list().removed).toEqual([
      { id: lions, name: 'Lions', spend: { spentUsd: 3.2, unknownUsd: 9.6 } },
    ]);
  });

  test('is taken back as a whole', async () => {
    const { sessions, make, add, where, changed, advance } = bench();
    const lions = make('Lions');
    const clip = add(1, lions);
    const running = add(2, lions, { phase: 'processing' });
    const before = add(3, lions, { deletedAt: 5 });
    await sessions.remove(lions, null);
    await advance(1000);
    changed.mockClear();
    expect(await sessions.restore(lions)).toEqual({ ok: true, value: { id: lions, name: 'Lions' } });
    expect(where(clip)).toMatchObject({ sessionId: lions, deletedAt: null });
    expect(where(running)).toMatchObject({ sessionId: lions, deletedAt: null });
    // It was deleted by itself, before.
    expect(where(before)?.deletedAt).toBe(5);
    expect(sessions.current().id).toBe(lions);
    await advance(1000);
    expect(changed.mock.calls).toEqual([[{ current: { id: lions, name: 'Lions' }, regrouped: true }]]);
  });

  test('by moving is taken back too, but for what was moved on meanwhile', async () => {
    const { sessions, make, add, where } = bench();
    const lions = make('Lions');
    const tigers = make('Tigers');
    const stays = add(1, lions);
    const movedOn = add(2, lions);
    await sessions.remove(lions, 'first-session');
    await sessions.moveClips([movedOn], tigers);
    await sessions.restore(lions);
    expect(where(stays)?.sessionId).toBe(lions);
    expect(where(movedOn)?.sessionId).toBe(tigers);
    // It was not open when it was removed.
    expect(sessions.current().id).toBe(tigers);
  });

  test('cannot be taken back when the undo time is over', async () => {
    const { sessions, make, add, where, advance, clock } = bench();
    const lions = make('Lions');
    const clip = add(1, lions);
    await sessions.remove(lions, null);
    const at = clock.now();
    await advance(undoMs);
    expect(await sessions.restore(lions)).toMatchObject({
      ok: false,
      error: { code: 'session_not_found', message: expect.stringContaining('time to undo') as string },
    });
    expect(where(clip)?.deletedAt).toBe(at);
    expect(await sessions.restore('first-session')).toMatchObject({ ok: false });
  });

  test('is refused for the only session and for targets that are none', async () => {
    const { sessions, make, names } = bench();
    expect(await sessions.remove('first-session', null)).toMatchObject({
      ok: false,
      error: { code: 'last_session' },
    });
    const lions = make('Lions');
    for (const target of [lions, 'nobody']) {
      expect(await sessions.remove(lions, target)).toMatchObject({
        ok: false,
        error: { code: 'session_not_found' },
      });
    }
    expect(await sessions.remove('nobody', null)).toMatchObject({ ok: false });
    expect(names()).toEqual(['Lions', 'First session']);
  });

  test('opens an archived session when no other is left', async () => {
    const { sessions, make, listed } = bench();
    const lions = make('Lions');
    sessions.archive('first-session');
    await sessions.remove(lions, null);
    expect(sessions.current().id).toBe('first-session');
    expect(listed('first-session')?.archivedAt).toBeNull();
  });

  test('what comes while a large session is being emptied is not left behind in it', async () => {
    const { db, sessions, make, add, operations, breathe, where } = bench();
    const lions = make('Lions');
    db.transaction(() => {
      for (let number = 1; number <= 250; number += 1) add(number, lions, { phase: 'queued' });
      for (let number = 251; number <= 500; number += 1) add(number, lions);
    });
    const late: string[] = [];
    breathe.mockImplementation(() => {
      if (late.length < 3)
        late.push(add(1000 + late.length, lions, { phase: late.length < 2 ? 'queued' : 'error' }));
      return Promise.resolve();
    });
    expect(await sessions.remove(lions, null)).toMatchObject({
      ok: true,
      value: { trashed: 251, moved: 252 },
    });
    expect(late.map((id) => where(id)?.sessionId === lions)).toEqual([false, false, true]);
    for (const { operation } of operations.page(5000)) expect(operation.sessionId).not.toBe(lions);
    await sessions.restore(lions);
    expect(operations.page(5000).filter(({ operation }) => operation.sessionId === lions)).toHaveLength(503);
  });
});

describe('moving clips', () => {
  test('takes what was spent along and says where they were', async () => {
    const { sessions, make, add, where, listed, changed, advance } = bench();
    const lions = make('Lions');
    const tigers = make('Tigers');
    const ids = [add(1, lions), add(2, 'first-session', { phase: 'processing' }), add(3, tigers)];
    await advance(1000);
    changed.mockClear();
    expect(await sessions.moveClips([...ids, 'nobody'], tigers)).toEqual({
      ok: true,
      value: {
        moved: [
          { sessionId: lions, operationIds: [ids[0]] },
          { sessionId: 'first-session', operationIds: [ids[1]] },
        ],
      },
    });
    for (const id of ids) expect(where(id)?.sessionId).toBe(tigers);
    expect(listed(tigers)).toMatchObject({ clips: 3, underWay: 1, spend: { spentUsd: 9.6 } });
    expect(listed(lions)).toMatchObject({ clips: 0, spend: { spentUsd: 0 } });
    await advance(1000);
    expect(changed.mock.calls).toMatchObject([[{ regrouped: true }]]);
    expect(await sessions.moveClips(ids, 'nobody')).toMatchObject({
      ok: false,
      error: { code: 'session_not_found' },
    });
  });
});

test('the window is told once for several changes, and not after the end', async () => {
  const { sessions, changed, advance } = bench();
  sessions.touch();
  sessions.touch();
  await advance(1000);
  expect(changed.mock.calls).toEqual([
    [{ current: { id: 'first-session', name: 'First session' }, regrouped: false }],
  ]);
  sessions.touch();
  sessions.stop();
  await advance(1000);
  expect(changed).toHaveBeenCalledTimes(1);
});

test('whatever is done with sessions: every operation has one, one is open, nothing under way is hidden, no cent is lost', async () => {
  const index = fc.nat({ max: 5 });
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), session: index, phase: fc.constantFrom(...phases) }),
    fc.record({ do: fc.constant('create' as const) }),
    fc.record({ do: fc.constant('select' as const), session: index }),
    fc.record({ do: fc.constant('archive' as const), session: index }),
    fc.record({ do: fc.constant('move' as const), session: index, operation: index }),
    fc.record({ do: fc.constant('remove' as const), session: index, to: fc.option(index) }),
    fc.record({ do: fc.constant('restore' as const), session: index }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { sessions, rows, make, add, operations, spend, db } = bench();
      const ids = ['first-session'];
      const idAt = (at: number) => ids[at % ids.length] ?? 'first-session';
      const added: string[] = [];
      for (const one of steps) {
        switch (one.do) {
          case 'add':
            added.push(add(added.length + 1, sessions.forRequest(idAt(one.session)), { phase: one.phase }));
            break;
          case 'create':
            ids.push(make('Lions'));
            break;
          case 'select':
            sessions.select(idAt(one.session));
            break;
          case 'archive':
            sessions.archive(idAt(one.session));
            break;
          case 'move':
            await sessions.moveClips([added[one.operation] ?? 'nobody'], idAt(one.session));
            break;
          case 'remove':
            await sessions.remove(idAt(one.session), one.to === null ? null : idAt(one.to));
            break;
          case 'restore':
            await sessions.restore(idAt(one.session));
            break;
        }
      }
      const there = new Set(rows.all().map(({ id }) => id));
      expect(there.has(sessions.current().id)).toBe(true);
      for (const id of added) {
        const operation = operations.find(id)?.operation;
        if (operation?.deletedAt === null) expect(there.has(operation.sessionId)).toBe(true);
        else expect(hasEnded(operation?.phase ?? 'queued')).toBe(true);
      }
      const { sessions: listed, removed } = sessions.list();
      const sum = [...listed, ...removed].reduce(
        (total, one) => total + Math.round(one.spend.spentUsd * 100),
        0,
      );
      const booked = spend
        .page(1000, null)
        .filter(({ state }) => state === 'charged' || state === 'estimated')
        .reduce((total, row) => total + Math.round(row.amountUsd * 100), 0);
      expect(sum).toBe(booked);
      expect(db.get('SELECT 1 FROM spend WHERE session_id IS NULL')).toBeUndefined();
    }),
    { numRuns: 80 },
  );
});

test('sessions that only scripts know of are there as well', () => {
  const { rows, sessions } = bench();
  rows.insert(sessionRow('script', { usedAt: 5 }));
  expect(sessions.nameOf('script')).toBe('script');
  expect(sessions.nameOf('nobody')).toBeNull();
});
