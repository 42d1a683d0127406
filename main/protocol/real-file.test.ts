import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../storage/test-bench.ts';
import { realFile } from './real-file.ts';

async function folders() {
  const base = await realpath(await temporaryFolder());
  const root = path.join(base, 'library');
  await mkdir(path.join(root, 'inner'), { recursive: true });
  await mkdir(path.join(base, 'library-of-others'));
  await writeFile(path.join(base, 'secret'), 'secret');
  await writeFile(path.join(base, 'library-of-others', 'clip.mp4'), 'theirs');
  await writeFile(path.join(root, 'clip.mp4'), 'clip');
  return { base, root };
}

test('a file inside is itself, by whatever way its folder was named', async () => {
  const { base, root } = await folders();
  expect(await realFile(root, path.join(root, 'clip.mp4'))).toBe(path.join(root, 'clip.mp4'));
  await symlink(root, path.join(base, 'shortcut'));
  expect(await realFile(path.join(base, 'shortcut'), path.join(base, 'shortcut', 'clip.mp4'))).toBe(
    path.join(root, 'clip.mp4'),
  );
});

test('what leads out of the folder is nothing', async () => {
  const { base, root } = await folders();
  await symlink(path.join(base, 'secret'), path.join(root, 'link.mp4'));
  await symlink('../library-of-others', path.join(root, 'others'));
  await symlink('link.mp4', path.join(root, 'link-to-link.mp4'));
  for (const name of [
    'link.mp4',
    'link-to-link.mp4',
    'others/clip.mp4',
    '../secret',
    '../library-of-others/clip.mp4',
    'inner/../../secret',
    '.',
    'gone.mp4',
    'clip.mp4\0',
  ]) {
    expect(await realFile(root, `${root}/${name}`), name).toBeNull();
  }
});
