// `npm run dev [-- arguments of the app]`: the app with hot reload.
import { spawn } from 'node:child_process';
import { discardMainBundle, electronVite } from './build.mjs';
import { OWN_GROUP, settled } from './child-process.mjs';
import { PROJECT_ROOT, runScript } from './command-line.mjs';
import { openDisplay } from './display.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { isRootOnLinux } from './sandbox.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

await runScript(async () => {
  const { executable } = await ensureElectron(PROJECT_ROOT);
  await ensureSystemLibraries(executable);
  const display = await openDisplay();
  try {
    const sandbox = isRootOnLinux() ? ['--noSandbox'] : [];
    const args = [electronVite(PROJECT_ROOT), 'dev', '--watch', ...sandbox, '--', ...process.argv.slice(2)];
    const dev = spawn(process.execPath, args, {
      cwd: PROJECT_ROOT,
      env: { ...display.env, ELECTRON_EXEC_PATH: executable },
      stdio: 'inherit',
      detached: OWN_GROUP,
    });
    const { code } = await settled(dev);
    return code;
  } finally {
    display.stop();
    await discardMainBundle(PROJECT_ROOT);
  }
});
