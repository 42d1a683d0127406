// `npm start [-- arguments of the app]`: everything that is needed to open the app, and then the app.
import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { ensureBuilt } from './build.mjs';
import { OWN_GROUP, settled } from './child-process.mjs';
import { PROJECT_ROOT, errorText, runScript, say } from './command-line.mjs';
import { openDisplay } from './display.mjs';
import { withoutNoise } from './electron-noise.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { isRootOnLinux } from './sandbox.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

await runScript(async () => {
  const { executable } = await ensureElectron(PROJECT_ROOT);
  await ensureSystemLibraries(executable);
  await ensureBuilt(PROJECT_ROOT);
  const display = await openDisplay();
  try {
    const sandbox = isRootOnLinux() ? ['--no-sandbox'] : [];
    const app = spawn(executable, [...sandbox, PROJECT_ROOT, ...process.argv.slice(2)], {
      cwd: PROJECT_ROOT,
      env: display.env,
      stdio: ['inherit', 'inherit', 'pipe'],
      detached: OWN_GROUP,
    });
    const messages = pipeline(app.stderr, withoutNoise(), process.stderr, { end: false });
    const { code } = await settled(app);
    await messages.catch((/** @type {unknown} */ error) =>
      say(`The app's messages broke off: ${errorText(error)}`),
    );
    return code;
  } finally {
    display.stop();
  }
});
