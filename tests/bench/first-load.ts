/** The JavaScript that the window needs before it can be used: what its page names, entry and static imports. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';

const goalKb = 180;
const built = 'out/renderer';

async function gzippedKb(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(path.join(built, file)), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

export async function firstLoad(): Promise<Figure[]> {
  const page = await readFile(path.join(built, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, file = '']) => file);
  const all = (await readdir(path.join(built, 'assets'))).filter((file) => file.endsWith('.js'));
  const values = [await gzippedKb(named)];
  return [
    {
      name: 'JavaScript of the first load, gzip',
      values,
      unit: 'kB',
      beside: { name: 'all there is', values: [await gzippedKb(all.map((file) => `assets/${file}`))] },
      goal: `≤ ${goalKb} kB`,
      isMet: (kb) => kb <= goalKb,
    },
  ];
}
