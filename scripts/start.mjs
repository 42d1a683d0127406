// `npm start [-- arguments of the app]`: everything that is needed to open the app, and then the app.
import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { OWN_GROUP, settled } from './child-process.mjs';
import { PROJECT_ROOT, errorText, runScript, say } from './command-line.mjs';
import { withoutNoise } from './electron-noise.mjs';
import { prepareApp } from './prepare-app.mjs';
import { isRootOnLinux } from './sandbox.mjs';

await runScript(async () => {
  const { executable, display } = await prepareApp();
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
