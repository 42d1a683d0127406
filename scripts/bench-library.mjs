// `npm run bench:library [-- --sizes 10000,100000 --runs 7]`: how fast the app is over a large library.
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { runOnTerminal } from './child-process.mjs';
import { PROJECT_ROOT, runScript } from './command-line.mjs';
import { openDisplay } from './display.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

await runScript(async () => {
  const { executable } = await ensureElectron(PROJECT_ROOT);
  await ensureSystemLibraries(executable);
  await ensureBuilt(PROJECT_ROOT);
  const display = await openDisplay();
  try {
    const command = [path.join(PROJECT_ROOT, 'node_modules/tsx/dist/cli.mjs'), 'tests/bench/library.ts'];
    return await runOnTerminal(process.execPath, [...command, ...process.argv.slice(2)], {
      cwd: PROJECT_ROOT,
      env: display.env,
    });
  } finally {
    display.stop();
  }
});
