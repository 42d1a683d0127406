import { expect, test } from 'vitest';
import type { RecordedRequest } from './requests.ts';
import { addRecord } from './requests.ts';

const megabyte = 1024 * 1024;

test('only the newest bodies are kept, the newest one however large it is', () => {
  const requests: RecordedRequest[] = [];
  const add = (size: number) => {
    const record = { method: 'POST', path: '/', headers: {}, at: 0, status: 200, operation: null };
    addRecord(requests, { ...record, body: { size }, bodyBytes: size * megabyte });
    return requests.map(({ body }) => body !== null);
  };
  add(30);
  expect(add(30)).toEqual([true, true]);
  expect(add(30)).toEqual([false, true, true]);
  expect(add(80)).toEqual([false, false, false, true]);
});
