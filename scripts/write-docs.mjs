// `npm run docs`: writes the documents that are made from the app's own data.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT_ROOT, runScript } from './command-line.mjs';
import { promptExamples } from './prompt-examples.mjs';
import { troubleshooting } from './troubleshooting.mjs';
import { readme } from './readme-prices.mjs';
import { videoApi } from './video-api.mjs';

await runScript(async () => {
  await writeFile(path.join(PROJECT_ROOT, 'docs/TROUBLESHOOTING.md'), await troubleshooting());
  await writeFile(path.join(PROJECT_ROOT, 'docs/VIDEO_API_DOCS.md'), await videoApi());
  await writeFile(path.join(PROJECT_ROOT, 'docs/PROMPT_EXAMPLES.md'), await promptExamples('en'));
  await writeFile(path.join(PROJECT_ROOT, 'docs/PROMPT_EXAMPLES.fr.md'), await promptExamples('fr'));
  await writeFile(path.join(PROJECT_ROOT, 'README.md'), await readme());
  return 0;
});
