import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from './command-line.mjs';

/** @param {string} folder */
async function sources(folder) {
  const names = await readdir(path.join(PROJECT_ROOT, folder), { recursive: true });
  const tests = names.filter((name) => /\.(test|spec)\.ts$/.test(name));
  return Promise.all(tests.map((name) => readFile(path.join(PROJECT_ROOT, folder, name), 'utf8')));
}

it('every test that docs/FAULTS.md names is there', async () => {
  const document = await readFile(path.join(PROJECT_ROOT, 'docs/FAULTS.md'), 'utf8');
  const code = (await Promise.all(['main', 'tests/e2e'].map(sources))).flat().join('\n');
  const rows = document.split('\n').filter((line) => /^\| (?!Fault|---)/.test(line));
  expect(rows.length).toBeGreaterThan(25);
  for (const row of rows) {
    const named = [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    expect(named, row).not.toEqual([]);
    for (const name of named) expect(code, name).toContain(name);
  }
});
