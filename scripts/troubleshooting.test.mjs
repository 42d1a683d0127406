import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { failures } from '../preload/contract/failures.ts';
import { PROJECT_ROOT } from './command-line.mjs';
import { troubleshooting } from './troubleshooting.mjs';

it('docs/TROUBLESHOOTING.md says what the app says (else: npm run docs)', async () => {
  const written = await readFile(path.join(PROJECT_ROOT, 'docs/TROUBLESHOOTING.md'), 'utf8');
  expect(written).toBe(await troubleshooting());
  for (const { title } of Object.values(failures)) expect(written).toContain(`### ${title}`);
});
