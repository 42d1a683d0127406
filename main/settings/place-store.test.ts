import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../storage/test-bench.ts';
import { openPlaceStore } from './place-store.ts';

const place = { project: 'p', location: 'global', outputUri: 'gs://bucket/clips', baseUrl: null };

test('a project is there again at the next start, and gone when it is removed', async () => {
  const folder = path.join(await temporaryFolder(), 'new');
  const store = await openPlaceStore(folder);
  expect(store.current()).toBeNull();
  await store.set(place);
  expect((await openPlaceStore(folder)).current()).toEqual(place);
  await store.remove();
  await store.remove();
  expect(store.current()).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  'no JSON',
  JSON.stringify({ version: 2, ...place }),
  JSON.stringify({ version: 1, ...place, project: 'p/../q' }),
  JSON.stringify({ version: 1, ...place, baseUrl: 'http://elsewhere.example' }),
])('a file that is not one of ours (%s) counts as none', async (text) => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'agent-platform.json'), text);
  expect((await openPlaceStore(folder)).current()).toBeNull();
});
