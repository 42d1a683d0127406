import { expect, test } from 'vitest';
import { clipRow, operationRow, testId, testTables } from './test-bench.ts';

test('clips without a poster come newest first, until they have one', () => {
  const { operations, clips } = testTables();
  for (const number of [1, 2, 3]) {
    operations.insert(operationRow(number, { phase: 'completed' }));
    clips.insert(clipRow(number, { hasPoster: number === 2 }));
  }
  expect(clips.withoutPoster(9)).toEqual([testId(3), testId(1)]);

  clips.update(testId(3), { width: 1280, height: 720, durationSeconds: 8, hasPoster: true });
  expect(clips.withoutPoster(9)).toEqual([testId(1)]);
  expect(operations.find(testId(3))?.clip).toEqual(
    clipRow(3, { width: 1280, height: 720, durationSeconds: 8, hasPoster: true }),
  );
});

test('an operation has one clip, and a clip has an operation', () => {
  const { operations, clips } = testTables();
  operations.insert(operationRow(1));
  clips.insert(clipRow(1));
  expect(() => {
    clips.insert(clipRow(1));
  }).toThrow(/UNIQUE/);
  expect(() => {
    clips.insert(clipRow(2));
  }).toThrow(/FOREIGN KEY/);
});
