// `npm run package:dir`: the program as it is shipped, unpacked in `release/`, for this system. Nothing is fetched.
import { packageDirectory } from './packaging.mjs';
import { PROJECT_ROOT, runScript, say } from './command-line.mjs';

await runScript(async () => {
  const { executable } = await packageDirectory(PROJECT_ROOT);
  say(`Packaged: ${executable}`);
  return 0;
});
