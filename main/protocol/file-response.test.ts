import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../storage/test-bench.ts';
import { fileResponse } from './file-response.ts';

const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7) % 256);

async function ask(content: Uint8Array, range?: string, method = 'GET'): Promise<Response> {
  const file = path.join(await temporaryFolder(), 'clip.mp4');
  await writeFile(file, content);
  return fileResponse(
    file,
    'video/mp4',
    { method, headers: new Headers(range === undefined ? {} : { range }) },
    { 'x-content-type-options': 'nosniff' },
  );
}

const body = async (response: Response) => new Uint8Array(await response.arrayBuffer());

test('the whole file, with what a player needs to know', async () => {
  const response = await ask(bytes);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toEqual({
    'accept-ranges': 'bytes',
    'content-length': '200000',
    'content-type': 'video/mp4',
    'x-content-type-options': 'nosniff',
  });
  expect(await body(response)).toEqual(bytes);
});

describe('a range', () => {
  test.each([
    ['first', 'bytes=0-99', 0, 100],
    ['one byte', 'bytes=0-0', 0, 1],
    ['middle', 'bytes=100000-150000', 100_000, 150_001],
    ['open-ended', 'bytes=190000-', 190_000, 200_000],
    ['open-ended from the start', 'bytes=0-', 0, 200_000],
    ['suffix', 'bytes=-500', 199_500, 200_000],
    ['longer than the file', 'bytes=199000-999999', 199_000, 200_000],
  ])('%s', async (_what, range, start, end) => {
    const response = await ask(bytes, range);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/200000`);
    expect(response.headers.get('content-length')).toBe(String(end - start));
    expect(await body(response)).toEqual(bytes.subarray(start, end));
  });

  test('behind the end of the file is 416 and says how long the file is', async () => {
    const response = await ask(bytes, 'bytes=200000-');
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */200000');
    expect((await body(response)).byteLength).toBe(0);
  });
});

test('HEAD gives the headers alone', async () => {
  const response = await ask(bytes, undefined, 'HEAD');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-length')).toBe('200000');
  expect(response.body).toBeNull();
});

test('an empty file is an empty answer', async () => {
  const response = await ask(new Uint8Array());
  expect(response.status).toBe(200);
  expect(response.headers.get('content-length')).toBe('0');
  expect((await body(response)).byteLength).toBe(0);
});

test('a file that is not there, or a folder, is 404', async () => {
  const folder = await temporaryFolder();
  const request = { method: 'GET', headers: new Headers() };
  expect((await fileResponse(path.join(folder, 'gone.mp4'), 'video/mp4', request)).status).toBe(404);
  expect((await fileResponse(folder, 'video/mp4', request)).status).toBe(404);
});

test('a player that stops reading half-way does no harm', async () => {
  const response = await ask(bytes);
  const reader = response.body?.getReader();
  await reader?.read();
  await expect(reader?.cancel()).resolves.toBeUndefined();
});
