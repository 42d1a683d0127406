/** The command line's flags and its help. */
import { parseArgs } from 'node:util';
import type { FaultSpec } from './faults.ts';
import { faultNames, faults, parseFault } from './faults.ts';

const defaultPort = 8787;

interface Command {
  help: boolean;
  port: number;
  delayMs: number;
  apiKey: string | undefined;
  stateDir: string | undefined;
  faults: FaultSpec[];
}

/** Something on the command line that cannot be: exit code 2. */
export class UsageError extends Error {}

/** @throws UsageError for flags and values that there are not */
export function readCommand(args: string[]): Command {
  const values = parse(args);
  if (values['api-key'] === '') throw new UsageError('--api-key needs a key.');
  if (values['state-dir'] === '') throw new UsageError('--state-dir needs a folder.');
  return {
    help: values.help ?? false,
    port: wholeNumber('--port', values.port, defaultPort, 65_535),
    delayMs: wholeNumber('--delay-ms', values['delay-ms'], 3000, 86_400_000),
    apiKey: values['api-key'],
    stateDir: values['state-dir'],
    faults: (values.fault ?? []).map(readFault),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        'delay-ms': { type: 'string' },
        'api-key': { type: 'string' },
        'state-dir': { type: 'string' },
        fault: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

function wholeNumber(flag: string, text: string | undefined, otherwise: number, max: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text) || Number(text) > max) {
    throw new UsageError(`${flag} needs a whole number from 0 to ${max}, not "${text}".`);
  }
  return Number(text);
}

function readFault(text: string): FaultSpec {
  const spec = parseFault(text);
  if (spec === null) {
    throw new UsageError(`--fault needs NAME or NAME:COUNT, not "${text}". Names: ${faultNames.join(', ')}.`);
  }
  return spec;
}

export function helpText(): string {
  const width = Math.max(...faultNames.map((name) => name.length));
  const groups = (['create', 'poll', 'download', 'models'] as const).map((where) => {
    const names = faultNames.filter((name) => faults[name].where === where);
    const lines = names.map((name) => `    ${name.padEnd(width)}  ${faults[name].summary}`);
    return `  on ${where}\n${lines.join('\n')}`;
  });
  return `Speaks the Gemini API's video wire (Veo) on http://127.0.0.1, with sample clips and without a bill.

  npm run emulator -- [flags]

  --port N             default ${defaultPort}; 0 takes any free one
  --delay-ms N         how long a generation takes, default 3000
  --api-key KEY        accept this key only; otherwise any that is not empty
  --state-dir FOLDER   keep operations and clips across restarts
  --fault NAME[:COUNT] misbehave, COUNT times or always; may be repeated
  --help               this text

Faults
${groups.join('\n')}

A prompt that contains [fault:NAME] or [fault:NAME:COUNT] plays that fault for its own operation (not those on
models). While it runs, faults can also be set with POST /__emulator/faults {"faults":[{"name":"blocked","count":1,
"reason":"…"}]} and taken back with DELETE; GET /__emulator/requests shows what it was asked.
`;
}
