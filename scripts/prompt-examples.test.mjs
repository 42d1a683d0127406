import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from './command-line.mjs';
import { promptExamples } from './prompt-examples.mjs';

/** @type {['en' | 'fr', string][]} */
const documents = [
  ['en', 'docs/PROMPT_EXAMPLES.md'],
  ['fr', 'docs/PROMPT_EXAMPLES.fr.md'],
];

it.each(documents)('the examples in %s are those of the app (else: npm run docs)', async (language, file) => {
  const written = await readFile(path.join(PROJECT_ROOT, file), 'utf8');
  expect(written).toBe(await promptExamples(language));
});
