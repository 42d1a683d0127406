/** A download by a program that does nothing else: curl or, where there is none, Node. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const script = `
const [, address, header, value, file] = process.argv;
require('node:stream/promises').pipeline(
  async function* () { yield* (await fetch(address, { headers: { [header]: value } })).body; },
  require('node:fs').createWriteStream(file),
);`;

export interface OtherDownload {
  name: string;
  to(file: string, address: string, header: readonly [name: string, value: string]): Promise<void>;
}

export async function otherDownload(): Promise<OtherDownload> {
  const hasCurl = await run('curl', ['--version']).then(
    () => true,
    () => false,
  );
  return {
    name: hasCurl ? 'curl' : 'Node alone (no curl here)',
    async to(file, address, [name, value]) {
      if (hasCurl) await run('curl', ['-sSf', '-o', file, '-H', `${name}: ${value}`, address]);
      else await run(process.execPath, ['-e', script, address, name, value, file]);
    },
  };
}
