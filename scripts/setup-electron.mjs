// `npm run setup:electron [-- --official]`
import { PROJECT_ROOT, UserError, runScript, say } from './command-line.mjs';
import { ensureElectron } from './electron-runtime.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg !== '--official');
  if (unknown !== undefined)
    throw new UserError(`${unknown}: unknown. The only option is --official (no fallback).`);
  const { kind, version, executable } = await ensureElectron(PROJECT_ROOT, {
    officialOnly: args.includes('--official'),
  });
  const what = {
    official: `Electron ${version}, the official binary`,
    fallback: `Electron ${version}, the fallback for development and tests`,
    override: 'the Electron that ELECTRON_OVERRIDE_DIST_PATH names',
  }[kind];
  say(`In use: ${what} (${executable}).`);
  return 0;
});
