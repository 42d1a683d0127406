import path from 'node:path';
import { runOnTerminal } from './child-process.mjs';
import { PROJECT_ROOT, runScript } from './command-line.mjs';
import { prepareApp } from './prepare-app.mjs';

/**
 * Runs a bench with the arguments of the command line, on the built app and where windows can open.
 * @param {string} file in the project folder
 * @returns {Promise<void>}
 */
export async function runBench(file) {
  await runScript(async () => {
    const { display } = await prepareApp();
    try {
      const command = [path.join(PROJECT_ROOT, 'node_modules/tsx/dist/cli.mjs'), file];
      return await runOnTerminal(process.execPath, [...command, ...process.argv.slice(2)], {
        cwd: PROJECT_ROOT,
        env: display.env,
      });
    } finally {
      display.stop();
    }
  });
}
