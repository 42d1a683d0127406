import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { phases } from '../../preload/contract/domain.ts';
import type { Phase } from '../../preload/contract/domain.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import type { AppError } from '../../preload/contract/result.ts';
import { spend as migration } from '../storage/migrations/0002-spend.ts';
import type { OperationRow } from '../storage/records.ts';
import { createSpendRows } from '../storage/spend-rows.ts';
import type { SpendRow } from '../storage/spend-rows.ts';
import { operationRow, sessionRow, testId, testTables } from '../storage/test-bench.ts';
import { createFakeClock } from './fake-clock.ts';
import { createSpend } from './spend.ts';

const noon = new Date(2026, 10, 22, 12).getTime();
const day = 86_400_000;

const breathe = () => Promise.resolve();

function bench(startMs = noon) {
  const tables = testTables();
  const { clock, advance } = createFakeClock(startMs);
  const changed = vi.fn();
  const newDay = vi.fn();
  const held = () => ({ count: 0, next: null });
  const spend = createSpend({ rows: tables.spend, clock, held, newDay, changed });
  const paid = (number: number, changes: Partial<OperationRow> = {}): string => {
    tables.operations.insert(
      operationRow(number, { service: 'gemini', estimatedUsd: 3.2, createdAt: clock.now(), ...changes }),
    );
    spend.record(testId(number));
    return testId(number);
  };
  const move = (id: string, changes: Partial<OperationRow>): void => {
    tables.operations.update(id, changes);
    spend.record(id);
  };
  const rows = (): SpendRow[] => tables.spend.page(100_000, null);
  const states = () => rows().map(({ state }) => state);
  return {
    ...tables,
    rows,
    states,
    ledger: tables.spend,
    spend,
    clock,
    advance,
    changed,
    newDay,
    paid,
    move,
  };
}

const failed = (charged?: boolean): AppError => ({
  code: 'service_error',
  message: 'It failed.',
  retryable: true,
  ...(charged === undefined ? {} : { details: { charged } }),
});

describe('one operation', () => {
  test('costs nothing while it waits, is estimated from its sending on and charged with its clip', async () => {
    const { paid, move, spend, states, changed, advance } = bench();
    const id = paid(1);
    expect(states()).toEqual([]);
    for (const phase of ['submitting', 'processing', 'downloading'] as const) {
      move(id, { phase, submittedAt: noon });
      expect(states()).toEqual(['estimated']);
    }
    move(id, { phase: 'completed' });
    expect(states()).toEqual(['charged']);
    expect(spend.summary()).toMatchObject({
      today: { spentUsd: 3.2, unknownUsd: 0 },
      month: { spentUsd: 3.2, unknownUsd: 0 },
      all: { spentUsd: 3.2, unknownUsd: 0 },
      hasAny: true,
      models: [{ model: 'veo-3.1-generate-preview', today: { spentUsd: 3.2 } }],
    });
    await advance(0);
    expect(changed).toHaveBeenCalledExactlyOnceWith(spend.summary());
  });

  test.each<[Phase, AppError | null, string]>([
    ['blocked', failed(false), 'not_charged'],
    ['blocked', null, 'not_charged'],
    ['unknown', failed(), 'unknown'],
    ['error', failed(false), 'not_charged'],
    ['error', failed(true), 'charged'],
    ['error', failed(), 'unknown'],
    ['error', null, 'unknown'],
    ['expired', failed(false), 'not_charged'],
    ['expired', failed(true), 'charged'],
    ['expired', failed(), 'unknown'],
  ])('%s with %j is %s, accepted or not', (phase, error, state) => {
    const { paid, move, states } = bench();
    move(paid(1, { phase: 'submitting' }), { phase, error });
    move(paid(2, { phase: 'processing', remoteName: 'models/m/operations/o' }), { phase, error });
    expect(states()).toEqual([state, state]);
  });

  test('that goes back to the queue is off the books, and belongs to the day on which it is sent at last', async () => {
    const { paid, move, rows, spend, clock, advance } = bench();
    const id = paid(1);
    move(id, { phase: 'submitting', submittedAt: clock.now() });
    move(id, { phase: 'queued' });
    expect(rows()).toEqual([]);
    await advance(day);
    move(id, { phase: 'submitting', submittedAt: clock.now() });
    expect(rows()).toMatchObject([{ createdAt: noon + day, state: 'estimated' }]);
    expect(spend.summary().today.spentUsd).toBe(3.2);
  });

  test('of the demo is never on the books', async () => {
    const { operations, spend, rows } = bench();
    phases.forEach((phase, index) => {
      operations.insert(operationRow(index + 1, { phase, estimatedUsd: 3.2 }));
      spend.record(testId(index + 1));
    });
    await spend.reconcile(breathe);
    expect(rows()).toEqual([]);
    expect(spend.summary().hasAny).toBe(false);
  });

  test('leaves its amount behind when it is deleted, unless it was never sent', async () => {
    const { paid, move, operations, states, spend } = bench();
    const sent = paid(1, { phase: 'completed' });
    const waiting = paid(2);
    for (const id of [sent, waiting]) {
      move(id, { deletedAt: noon });
      operations.forget(id);
      spend.record(id);
    }
    await spend.reconcile(breathe);
    expect(states()).toEqual(['charged']);
  });

  test('that is deleted while it is on its way is still followed', () => {
    const { paid, move, states } = bench();
    const id = paid(1, { phase: 'processing', deletedAt: noon });
    expect(states()).toEqual(['estimated']);
    move(id, { phase: 'blocked' });
    expect(states()).toEqual(['not_charged']);
  });
});

test('said again, nothing is written and nobody is told', async () => {
  const { paid, spend, rows, changed, advance } = bench();
  const id = paid(1, { phase: 'completed' });
  await advance(0);
  const before = rows();
  changed.mockClear();
  await advance(1000);
  spend.record(id);
  await spend.reconcile(breathe);
  await advance(1000);
  expect(rows()).toEqual(before);
  expect(changed).not.toHaveBeenCalled();
});

test('what a crash kept from the books is there after the next start, once', async () => {
  const { operations, spend, states, changed, advance } = bench();
  const write = (number: number, phase: Phase) => {
    operations.insert(operationRow(number, { service: 'gemini', estimatedUsd: 3.2, phase }));
  };
  write(1, 'processing');
  spend.record(testId(1));
  await advance(0);
  changed.mockClear();
  // The app ends after these writes and before the ledger hears of them.
  operations.update(testId(1), { phase: 'completed' });
  write(2, 'submitting');
  write(3, 'queued');
  await spend.reconcile(breathe);
  expect(states()).toEqual(['charged', 'estimated']);
  await spend.reconcile(breathe);
  await advance(0);
  expect(changed).toHaveBeenCalledTimes(1);
  expect(states()).toEqual(['charged', 'estimated']);
});

test('a large ledger is caught up with in pieces, and others have their turn in between', async () => {
  const { db, operations, spend, states } = bench();
  db.transaction(() => {
    for (let number = 1; number <= 1201; number += 1) {
      operations.insert(operationRow(number, { service: 'gemini', phase: 'completed', estimatedUsd: 3.2 }));
    }
  });
  const seen: number[] = [];
  await spend.reconcile(() => {
    seen.push(states().length);
    return Promise.resolve();
  });
  expect(seen).toEqual([200, 400, 600, 800, 1000, 1200, 1201]);
  expect(spend.summary().all.spentUsd).toBe(3843.2);
});

describe('days and months', () => {
  test('begin at midnight of the user’s calendar', async () => {
    const { paid, spend, advance } = bench(new Date(2026, 10, 30, 23, 59, 59, 999).getTime());
    paid(1, { phase: 'completed' });
    expect(spend.summary()).toMatchObject({ today: { spentUsd: 3.2 }, month: { spentUsd: 3.2 } });
    await advance(1);
    expect(spend.summary()).toMatchObject({
      today: { spentUsd: 0 },
      month: { spentUsd: 0 },
      all: { spentUsd: 3.2 },
    });
    paid(2, { phase: 'unknown', estimatedUsd: 0.4 });
    expect(spend.summary()).toMatchObject({
      today: { spentUsd: 0, unknownUsd: 0.4 },
      month: { spentUsd: 0, unknownUsd: 0.4 },
      all: { spentUsd: 3.2, unknownUsd: 0.4 },
    });
  });

  test('the window hears of the new day by itself, once', async () => {
    const { paid, spend, advance, changed, newDay } = bench(new Date(2026, 10, 22, 23, 59).getTime());
    paid(1, { phase: 'completed' });
    spend.start();
    await advance(59_999);
    changed.mockClear();
    expect(newDay).not.toHaveBeenCalled();
    await advance(1);
    expect(newDay).toHaveBeenCalledTimes(1);
    expect(changed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ today: { spentUsd: 0, unknownUsd: 0 } }),
    );
    await advance(day / 2);
    expect(changed).toHaveBeenCalledTimes(1);
    spend.stop();
    await advance(day);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('the chart has thirty days, today last', () => {
    const { paid, spend } = bench();
    paid(1, { phase: 'completed', createdAt: new Date(2026, 9, 24, 0, 0, 0, 0).getTime() });
    paid(2, { phase: 'completed', createdAt: new Date(2026, 9, 23, 23, 59, 59, 999).getTime() });
    paid(3, { phase: 'completed' });
    paid(4, { phase: 'unknown' });
    const { days } = spend.summary();
    expect(days).toHaveLength(30);
    expect(days[0]).toEqual({ day: '2026-10-24', spentUsd: 3.2, unknownUsd: 0 });
    expect(days.at(-1)).toEqual({ day: '2026-11-22', spentUsd: 3.2, unknownUsd: 3.2 });
    expect(days.slice(1, -1).every(({ spentUsd }) => spentUsd === 0)).toBe(true);
  });

  test('an amount of a clock that was ahead counts today rather than never', () => {
    const { paid, spend } = bench();
    paid(1, { phase: 'completed', createdAt: noon + 40 * day });
    expect(spend.summary()).toMatchObject({ today: { spentUsd: 3.2 }, month: { spentUsd: 3.2 } });
    expect(spend.summary().days.at(-1)).toMatchObject({ spentUsd: 3.2 });
  });
});

test('sums are the rows’, whatever happened: by period, day, model and session', () => {
  const arbitraryOperation = fc.record({
    phase: fc.constantFrom(...phases),
    service: fc.constantFrom('gemini', 'gemini', 'demo'),
    error: fc.constantFrom(null, failed(), failed(true), failed(false)),
    model: fc.constantFrom('veo-3.1-generate-preview', 'veo-3.1-fast-generate-preview'),
    sessionId: fc.constantFrom(firstSessionId, 'one', 'two'),
    cents: fc.integer({ min: 0, max: 500 }),
    hoursAgo: fc.integer({ min: 0, max: 24 * 70 }),
  });
  fc.assert(
    fc.property(fc.array(arbitraryOperation, { maxLength: 40 }), (list) => {
      const { paid, operations, db, rows, spend, sessions } = bench();
      for (const session of ['one', 'two']) sessions.insert(sessionRow(session));
      list.forEach(({ cents, hoursAgo, ...rest }, index) => {
        paid(index + 1, { ...rest, estimatedUsd: cents / 100, createdAt: noon - hoursAgo * 3_600_000 });
      });
      const booked = rows();
      const cents = (kept: SpendRow[], unknown: boolean) =>
        kept
          .filter(({ state }) => (unknown ? state === 'unknown' : ['charged', 'estimated'].includes(state)))
          .reduce((sum, row) => sum + Math.round(row.amountUsd * 100), 0) / 100;
      const sum = (kept: SpendRow[]) => ({ spentUsd: cents(kept, false), unknownUsd: cents(kept, true) });
      const since = (time: number) => booked.filter((row) => row.createdAt >= time);
      const summary = spend.summary();
      expect(summary.today).toEqual(sum(since(new Date(2026, 10, 22).getTime())));
      expect(summary.month).toEqual(sum(since(new Date(2026, 10, 1).getTime())));
      expect(summary.all).toEqual(sum(booked));
      for (const { model, all } of summary.models) {
        expect(all).toEqual(sum(booked.filter((row) => row.model === model)));
      }
      const chart = summary.days.reduce((total, { spentUsd }) => total + Math.round(spentUsd * 100), 0);
      expect(chart / 100).toBe(sum(since(new Date(2026, 9, 24).getTime())).spentUsd);
      expect(spend.ofSession('one')).toEqual(sum(booked.filter((row) => row.sessionId === 'one')));

      // The migration writes the very same rows out of the operations of an older version.
      const facts = (row: SpendRow) => ({ ...row, updatedAt: 0 });
      db.script('DROP TABLE spend');
      db.script(migration.sql);
      expect(rows().map(facts)).toEqual(booked.map(facts));
      expect(operations.page(100)).toHaveLength(list.length);
    }),
    { numRuns: 60 },
  );
});

test('the sums of a day and of a session come out of an index', () => {
  const { db } = bench();
  const plans: string[] = [];
  const rows = createSpendRows({
    ...db,
    all(sql, parameters) {
      const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
      plans.push(plan.map(({ detail }) => detail).join());
      return [];
    },
  });
  rows.sums(1, 2);
  rows.sessionSums('one');
  expect(plans).toEqual([
    expect.stringMatching(/SEARCH spend USING COVERING INDEX spend_created \(created_at>/),
    expect.stringMatching(/^SEARCH spend_totals USING PRIMARY KEY \(session_id=\?\)/),
  ]);
});

test('catching up ends with the app, between two pieces', async () => {
  const { spend, ledger, operations } = bench();
  for (let number = 1; number <= 5; number += 1) {
    operations.insert(operationRow(number, { service: 'gemini', phase: 'completed' }));
  }
  const closed = { ...ledger, projectPiece: vi.fn(ledger.projectPiece) };
  const ending = createSpend({
    rows: closed,
    clock: createFakeClock().clock,
    held: () => ({ count: 0, next: null }),
    newDay: vi.fn(),
    changed: vi.fn(),
  });
  await ending.reconcile(() => {
    ending.stop();
    return Promise.resolve();
  });
  expect(closed.projectPiece).toHaveBeenCalledOnce();
  spend.stop();
});

test('calls to a text model are in the ledger, the budget and the session; one without an end may have been charged', async () => {
  const { spend, ledger, rows, clock, paid } = bench();
  const call = { id: 'text-1', model: 'a-text-model', sessionId: firstSessionId, sentAt: clock.now() };
  spend.recordText({ ...call, usd: 0.02, state: 'estimated' });
  expect(spend.committed().todayUsd).toBe(0.02);
  spend.recordText({ ...call, usd: 0.0042, state: 'charged' });
  spend.recordText({ ...call, id: 'text-2', usd: 0.02, state: 'estimated' });
  paid(1, { phase: 'processing' });
  expect(spend.summary().models.find(({ model }) => model === 'a-text-model')?.today).toEqual({
    spentUsd: 0.0242,
    unknownUsd: 0,
  });
  expect(spend.ofSession(firstSessionId).spentUsd).toBe(3.2242);

  // As at the next start: what was under way then is told apart from what a service still makes.
  await spend.reconcile(breathe);
  expect(rows().map(({ operationId, state }) => [operationId, state])).toEqual(
    expect.arrayContaining([
      ['text-1', 'charged'],
      ['text-2', 'unknown'],
      [testId(1), 'estimated'],
    ]),
  );
  expect(spend.committed().todayUsd).toBe(3.2242);
  expect(ledger.find('text-1')).toMatchObject({ resolution: 'text', durationSeconds: 0 });
});
