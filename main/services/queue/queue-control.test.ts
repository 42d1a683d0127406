import { describe, expect, test, vi } from 'vitest';
import type { Operation } from '../../../preload/contract/domain.ts';
import type { QueueSummary } from '../../../preload/contract/queue.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import type { HoldReason } from '../../../preload/contract/spend.ts';
import type { OperationRow } from '../../storage/records.ts';
import { operationRow, testId, testTables } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createQueueControl } from './queue-control.ts';
import { anybody } from '../generation/sources.ts';
import { createQueueView } from './queue-view.ts';
import type { QueueTarget } from './reorder.ts';

const passing: AppError = { code: 'service_unavailable', message: 'No.', retryable: true };

function bench(waiting = 0) {
  const { operations, queue: rows } = testTables();
  const { clock, advance } = createFakeClock();
  const told: Operation[] = [];
  const summaries: QueueSummary[] = [];
  const held = new Map<string, HoldReason>();
  const wake = vi.fn();
  const view = createQueueView({
    operations,
    rows,
    clock,
    hold: ({ id }) => held.get(id) ?? null,
    retryAt: () => null,
    asker: () => anybody,
    isCancelling: (id) => id === testId(90),
    priceAgain: ({ estimatedUsd }) => estimatedUsd,
    tellOperation: (operation) => told.push(operation),
    changed: (summary) => summaries.push(summary),
  });
  let next = 500;
  const control = createQueueControl({
    operations,
    rows,
    view,
    generation: {
      wake,
      cancel: () => ok(null),
      followAgain: () => ok(null),
      again(id) {
        const found = operations.find(id);
        if (!found || found.operation.deletedAt !== null) return fail(passing);
        next += 1;
        operations.insert(operationRow(next, { prompt: found.operation.prompt }));
        return ok(testId(next));
      },
    },
    library: {
      get: () => fail(passing),
      remove(ids) {
        for (const id of ids) operations.update(id, { deletedAt: 1 });
        return ok({ operationIds: ids });
      },
    },
  });
  const add = (number: number, changes: Partial<OperationRow> = {}): void => {
    operations.insert(operationRow(number, changes));
  };
  for (let number = 1; number <= waiting; number += 1) add(number);
  const order = () => rows.waiting(1000).map(({ operation }) => Number(operation.prompt.split(' ')[1]));
  const move = (number: number, to: QueueTarget) => control.move(testId(number), to);
  return { operations, rows, control, view, told, summaries, held, wake, add, order, move, advance };
}

describe('the order of the queue', () => {
  test.each<[number, QueueTarget, number[]]>([
    [3, 'top', [3, 1, 2, 4]],
    [1, 'top', [1, 2, 3, 4]],
    [3, 'up', [1, 3, 2, 4]],
    [1, 'up', [1, 2, 3, 4]],
    [2, 'down', [1, 3, 2, 4]],
    [3, 'down', [1, 2, 4, 3]],
    [4, 'down', [1, 2, 3, 4]],
    [1, 'end', [2, 3, 4, 1]],
    [4, 'end', [1, 2, 3, 4]],
    [4, { before: testId(2) }, [1, 4, 2, 3]],
    [1, { before: testId(4) }, [2, 3, 1, 4]],
    [2, { before: testId(2) }, [1, 2, 3, 4]],
    [2, { before: testId(3) }, [1, 2, 3, 4]],
  ])('%i put %j', (number, to, expected) => {
    const { move, order } = bench(4);
    const moved = move(number, to);
    expect(order()).toEqual(expected);
    expect(moved.ok && moved.value.waitingOperations.map(({ id }) => id)).toEqual(expected.map(testId));
  });

  test('stays as it is for one that was sent or deleted a moment ago', () => {
    const { move, order, operations } = bench(3);
    operations.update(testId(1), { phase: 'submitting' });
    operations.update(testId(2), { deletedAt: 1 });
    expect(move(1, 'end')).toMatchObject({ ok: false, error: { code: 'operation_running' } });
    expect(move(2, 'top')).toMatchObject({ ok: false });
    expect(move(9, 'top')).toMatchObject({ ok: false });
    expect(order()).toEqual([3]);
  });

  test('takes “before one that was just sent” for the head of the queue', () => {
    const { move, order, operations } = bench(4);
    operations.update(testId(1), { phase: 'submitting' });
    expect(move(4, { before: testId(1) }).ok).toBe(true);
    expect(order()).toEqual([4, 2, 3]);
  });

  test('has room between two neighbours however often one is moved between them', () => {
    const { move, order } = bench(3);
    for (let time = 0; time < 100; time += 1) {
      move(3, { before: testId(2) });
      move(2, { before: testId(3) });
    }
    move(3, { before: testId(2) });
    expect(order()).toEqual([1, 3, 2]);
  });

  test('keeps the place of one that is being sent and comes back, and of one that was deleted', () => {
    const { move, order, operations } = bench(5);
    operations.update(testId(2), { phase: 'submitting' });
    operations.update(testId(3), { deletedAt: 1 });
    for (let time = 0; time < 100; time += 1) {
      move(5, { before: testId(4) });
      move(4, { before: testId(5) });
    }
    operations.update(testId(2), { phase: 'queued' });
    operations.update(testId(3), { deletedAt: null });
    expect(order()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('the pause', () => {
  test('is kept, and its end lets the engine send', () => {
    const { control, rows, wake } = bench();
    expect(control.setPaused(true)).toMatchObject({ paused: true });
    expect(rows.isPaused()).toBe(true);
    expect(wake).not.toHaveBeenCalled();
    expect(control.setPaused(false)).toMatchObject({ paused: false });
    expect(wake).toHaveBeenCalledOnce();
  });
});

describe('the window', () => {
  test('hears of those whose place or reason has changed, once, and of nobody else', () => {
    const { view, told, operations, held } = bench(4);
    view.tellMoved();
    expect(told.map(({ queuePosition }) => queuePosition)).toEqual([1, 2, 3, 4]);
    told.length = 0;
    view.tellMoved();
    expect(told).toEqual([]);
    held.set(testId(4), { period: 'day', budgetUsd: 5 });
    view.tellMoved();
    expect(told.map(({ id, hold }) => [id, hold?.budgetUsd])).toEqual([[testId(4), 5]]);
    told.length = 0;
    operations.update(testId(3), { phase: 'submitting' });
    view.tellMoved();
    expect(told.map(({ id, queuePosition }) => [id, queuePosition])).toEqual([[testId(4), 3]]);
  });

  test('gets one summary for what happens together', async () => {
    const { view, summaries, add, advance } = bench(2);
    add(10, { phase: 'processing' });
    add(11, { phase: 'downloading' });
    add(12, { phase: 'completed' });
    view.touch();
    view.touch();
    await advance(0);
    expect(summaries).toEqual([{ paused: false, running: 2, waiting: 2, failed: 0, version: 2 }]);
  });

  test('lists what runs, then what waits, both bounded, prompts cut, and what may be tried again', () => {
    const { control, add } = bench();
    add(90, { phase: 'submitting', submittedAt: 5 });
    add(91, { phase: 'processing', submittedAt: 3 });
    for (let number = 100; number < 330; number += 1) add(number, { prompt: 'x'.repeat(4000) });
    add(92, { phase: 'error', error: passing, estimatedUsd: 3.2 });
    add(93, { phase: 'blocked', error: passing, estimatedUsd: 0.1 });
    add(94, { phase: 'unknown', error: passing });
    add(95, { phase: 'error', error: { ...passing, retryable: false } });
    add(96, { phase: 'error', error: passing, deletedAt: 1 });
    const list = control.list();
    expect(list.runningOperations.map(({ id, isCancelling }) => [id, isCancelling])).toEqual([
      [testId(91), false],
      [testId(90), true],
    ]);
    expect(list.waiting).toBe(230);
    expect(list.waitingOperations).toHaveLength(200);
    expect(list.waitingOperations[0]?.request.prompt).toHaveLength(300);
    expect(list.failed).toBe(2);
    expect(list.retry).toEqual({ operationIds: [testId(92), testId(93)], usd: 3.3 });
    expect(JSON.stringify(list).length).toBeLessThan(250_000);
  });
});

test('failed ones are tried again once each, the old ones go, and a second press finds none', () => {
  const { control, add, order, operations } = bench();
  add(1, { phase: 'error', error: passing });
  add(2, { phase: 'unknown', error: passing });
  add(3, { phase: 'blocked', error: passing });
  const ids = [1, 2, 3, 1].map(testId);
  expect(control.retryFailed(ids).operationIds).toHaveLength(2);
  expect(order().toSorted()).toEqual([1, 3]);
  expect(operations.find(testId(1))?.operation.deletedAt).not.toBeNull();
  expect(operations.find(testId(2))?.operation.deletedAt).toBeNull();
  expect(control.retryFailed(ids).operationIds).toEqual([]);
  expect(order()).toHaveLength(2);
});
