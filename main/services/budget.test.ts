import { describe, expect, test } from 'vitest';
import { operationRow, testId, testTables } from '../storage/test-bench.ts';
import type { OperationRow } from '../storage/records.ts';
import { createBudget } from './budget.ts';
import { createFakeClock } from './fake-clock.ts';
import { createSpend } from './spend.ts';

const minute = 60_000;

function bench(budgets: { dayUsd?: number | null; monthUsd?: number | null } = {}) {
  const { operations, spend: rows } = testTables();
  const { clock, advance } = createFakeClock(new Date(2026, 10, 30, 23, 50).getTime());
  const limits = { dayUsd: null as number | null, monthUsd: null as number | null, ...budgets };
  const spend = createSpend({
    rows,
    clock,
    held: () => budget.held(),
    newDay: () => undefined,
    changed: () => undefined,
  });
  const budget = createBudget({
    operations,
    clock,
    budgets: () => limits,
    committed: () => spend.committed(),
  });
  const find = (number: number): OperationRow => {
    const record = operations.find(testId(number));
    if (!record) throw new Error('No such operation.');
    return record.operation;
  };
  const add = (number: number, changes: Partial<OperationRow> = {}): void => {
    operations.insert(
      operationRow(number, { service: 'gemini', estimatedUsd: 3.2, createdAt: clock.now(), ...changes }),
    );
    spend.record(testId(number));
  };
  const move = (number: number, changes: Partial<OperationRow>): void => {
    operations.update(testId(number), changes);
    spend.record(testId(number));
    budget.follow(find(number));
  };
  const holds = (number: number) => budget.hold(find(number));
  /** The app is started again: the tables stay. */
  const reopened = () =>
    createBudget({ operations, clock, budgets: () => limits, committed: () => spend.committed() });
  return { budget, limits, add, move, holds, advance, clock, find, reopened };
}

const overDay = (budgetUsd: number) => ({ period: 'day', budgetUsd });

describe('a budget', () => {
  test('that is not set holds nothing', () => {
    const { add, holds } = bench();
    for (let number = 1; number < 50; number += 1) add(number, { phase: 'completed' });
    add(50);
    expect(holds(50)).toBeNull();
  });

  test.each<[Partial<OperationRow>, boolean]>([
    [{ phase: 'submitting' }, true],
    [{ phase: 'processing' }, true],
    [{ phase: 'completed' }, true],
    [{ phase: 'unknown' }, true],
    [{ phase: 'blocked' }, false],
    [{ phase: 'queued' }, false],
    [{ phase: 'completed', service: 'demo' }, false],
  ])('of $5 counts another one that is %j: %s', (other, counts) => {
    const { add, holds } = bench({ dayUsd: 5 });
    add(1, other);
    add(2);
    expect(holds(2)).toEqual(counts ? overDay(5) : null);
  });

  test('may be used up to the last cent, whatever binary fractions make of the sum', () => {
    const { add, holds } = bench({ dayUsd: 0.8 });
    for (let number = 1; number <= 7; number += 1) add(number, { phase: 'completed', estimatedUsd: 0.1 });
    add(8, { estimatedUsd: 0.1 });
    add(9, { estimatedUsd: 0.11 });
    expect(holds(8)).toBeNull();
    expect(holds(9)).toEqual(overDay(0.8));
  });

  test('of nothing lets nothing out, and never holds a demo clip', () => {
    const { add, holds } = bench({ dayUsd: 0 });
    add(1);
    add(2, { service: 'demo' });
    expect(holds(1)).toEqual(overDay(0));
    expect(holds(2)).toBeNull();
  });

  test('of a day begins anew at midnight, one of a month with the month', async () => {
    const { add, holds, advance, limits } = bench({ dayUsd: 5, monthUsd: 6 });
    add(1, { phase: 'completed' });
    add(2);
    expect(holds(2)).toEqual({ period: 'month', budgetUsd: 6 });
    limits.monthUsd = 60;
    expect(holds(2)).toEqual(overDay(5));
    await advance(10 * minute - 1);
    expect(holds(2)).toEqual(overDay(5));
    await advance(1);
    expect(holds(2)).toBeNull();
    limits.monthUsd = 6;
    expect(holds(2)).toBeNull();
  });

  test('that one waited for takes it on the day on which it is sent', async () => {
    const { add, move, holds, advance, clock } = bench({ dayUsd: 5 });
    add(1, { phase: 'completed' });
    add(2);
    await advance(10 * minute);
    move(2, { phase: 'submitting', submittedAt: clock.now() });
    add(3);
    expect(holds(3)).toEqual(overDay(5));
  });

  test('that is raised, or freed by a clip that was not charged, lets go', () => {
    const { add, move, holds, limits } = bench({ dayUsd: 5 });
    add(1, { phase: 'processing' });
    add(2);
    expect(holds(2)).toEqual(overDay(5));
    limits.dayUsd = 6.4;
    expect(holds(2)).toBeNull();
    limits.dayUsd = 5;
    move(1, { phase: 'blocked' });
    expect(holds(2)).toBeNull();
  });
});

describe('going over', () => {
  test('is allowed to the one that was named, for one create', () => {
    const { add, move, holds, budget } = bench({ dayUsd: 1 });
    add(1);
    add(2);
    expect(budget.held()).toEqual({
      count: 2,
      next: { operationId: testId(1), prompt: 'Prompt 1', usd: 3.2, hold: overDay(1) },
    });
    expect(budget.allow(testId(1))).toEqual({ ok: true, value: null });
    expect(holds(1)).toBeNull();
    expect(holds(2)).toEqual(overDay(1));
    expect(budget.held()).toMatchObject({ count: 1, next: { operationId: testId(2) } });

    // Refused for certain: nothing was spent, so the word still holds.
    move(1, { phase: 'submitting' });
    move(1, { phase: 'queued' });
    expect(holds(1)).toBeNull();
    move(1, { phase: 'submitting' });
    move(1, { phase: 'unknown' });
    move(1, { phase: 'queued' });
    expect(holds(1)).toEqual(overDay(1));
  });

  test('is still allowed after a restart, and not for the same request made once more', () => {
    const { add, move, budget, find, reopened } = bench({ dayUsd: 1 });
    add(1);
    budget.allow(testId(1));
    expect(reopened().hold(find(1))).toBeNull();
    expect(reopened().held().count).toBe(0);
    move(1, { phase: 'submitting' });
    move(1, { phase: 'processing' });
    expect(find(1).overAllowedAt).toBeNull();
  });

  test('is not allowed to what is not held', () => {
    const { add, budget, limits } = bench({ dayUsd: 1 });
    add(1, { phase: 'completed' });
    add(2, { deletedAt: 1 });
    add(3);
    limits.dayUsd = 100;
    for (const number of [1, 2, 3, 4]) {
      expect(budget.allow(testId(number))).toMatchObject({ ok: false });
    }
    limits.dayUsd = 1;
    expect(budget.held()).toMatchObject({ count: 1, next: { operationId: testId(3) } });
  });
});
