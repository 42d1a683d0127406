import { expect, test } from 'vitest';
import { operationRow, testId, testTables, uploadRow } from './test-bench.ts';

test('an upload is found as it was written', () => {
  const { uploads } = testTables();
  uploads.insert(uploadRow(1));
  expect(uploads.find(testId(1))).toEqual(uploadRow(1));
  expect(uploads.find(testId(2))).toBeNull();
});

test('sweeping removes what no operation needs and gives the files that are free', () => {
  const { uploads, operations } = testTables();
  uploads.insert(uploadRow(1));
  uploads.insert(uploadRow(2));
  operations.insert(operationRow(1, { uploadId: testId(1) }));
  expect(uploads.sweep()).toEqual([uploadRow(2).sha256]);
  expect(uploads.find(testId(1))).not.toBeNull();
  expect(uploads.find(testId(2))).toBeNull();
  expect(uploads.sweep()).toEqual([]);
});

test('a file that another operation’s upload shares is not free', () => {
  const { uploads, operations } = testTables();
  const { sha256 } = uploadRow(1);
  uploads.insert(uploadRow(1));
  uploads.insert(uploadRow(2, { sha256 }));
  uploads.insert(uploadRow(3, { sha256 }));
  operations.insert(operationRow(1, { uploadId: testId(1) }));
  expect(uploads.sweep()).toEqual([]);
  expect(uploads.find(testId(2))).toBeNull();

  operations.forget(testId(1));
  expect(uploads.sweep()).toEqual([sha256]);
});

test('an operation that was removed but can come back keeps its first frame', () => {
  const { uploads, operations } = testTables();
  uploads.insert(uploadRow(1));
  operations.insert(operationRow(1, { uploadId: testId(1), deletedAt: 5 }));
  expect(uploads.sweep()).toEqual([]);
});
