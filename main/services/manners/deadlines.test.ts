import { expect, onTestFinished, test } from 'vitest';
import type { AppError } from '../../../preload/contract/result.ts';
import { en } from '../../words/en.ts';
import { operationRow, testId, testTables } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createDeadlines } from './deadlines.ts';

const hour = 3_600_000;
const start = 1_800_000_000_000;
const full: AppError = { code: 'disk_full', message: 'The disk is full.', retryable: true };

function bench() {
  const { operations } = testTables();
  const { clock, advance, turn } = createFakeClock(start);
  const told: { title: string; ids: string[]; body: string }[] = [];
  const make = () =>
    createDeadlines({
      operations,
      clock,
      words: () => en,
      notify: ({ title, body }, ids) => told.push({ title, body, ids }),
    });
  const deadlines = make();
  onTestFinished(() => {
    deadlines.stop();
  });
  const unsaved = (number: number, readyAt: number) => {
    operations.insert(
      operationRow(number, {
        service: 'gemini',
        phase: 'downloading',
        readyAt,
        error: full,
        submittedAt: readyAt,
      }),
    );
  };
  return { operations, advance, turn, told, deadlines, unsaved, make };
}

test('a clip that is not saved is told of once, six hours before the service deletes it', async () => {
  const { deadlines, unsaved, advance, told, make } = bench();
  unsaved(1, start);
  deadlines.start();
  await advance(41.9 * hour);
  expect(told).toEqual([]);
  await advance(0.2 * hour);
  expect(told).toEqual([
    {
      title: 'A clip will soon be deleted by the service',
      body: 'Prompt 1\nThe disk is full.',
      ids: [testId(1)],
    },
  ]);
  await advance(2 * hour);
  const next = make();
  next.start();
  next.stop();
  expect(told).toHaveLength(1);
});

test('several are told together; at a start as well', () => {
  const { deadlines, unsaved, told } = bench();
  for (const number of [1, 2, 3, 4]) unsaved(number, start - 43 * hour);
  deadlines.start();
  expect(told).toHaveLength(1);
  expect(told[0]?.title).toBe('4 clips will soon be deleted by the service');
  expect(told[0]?.ids).toHaveLength(4);
});

test('a clock that is turned on is noticed within a minute', async () => {
  const { deadlines, unsaved, advance, turn, told } = bench();
  unsaved(1, start);
  deadlines.start();
  turn(43 * hour);
  expect(told).toEqual([]);
  await advance(60_000);
  expect(told).toHaveLength(1);
});

test('nothing is said of what is on disk, waits or costs nothing', () => {
  const { operations, deadlines, told } = bench();
  const old = start - 60 * hour;
  operations.insert(operationRow(1, { service: 'gemini', phase: 'completed', readyAt: old }));
  operations.insert(operationRow(2, { service: 'gemini', phase: 'queued' }));
  operations.insert(operationRow(3, { service: 'demo', phase: 'downloading', readyAt: old, error: full }));
  deadlines.start();
  expect(told).toEqual([]);
});
