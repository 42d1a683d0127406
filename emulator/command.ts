/** The command line's flags and its help. */
import { parseArgs } from 'node:util';
import type { FaultSpec } from './faults.ts';
import { faultNames, faults, parseFault } from './faults.ts';
import type { KeyKind } from './keys.ts';
import { keyKinds } from './keys.ts';

const defaultPort = 8787;

interface Command {
  help: boolean;
  port: number;
  delayMs: number;
  apiKey: string | undefined;
  stateDir: string | undefined;
  /** What single keys are; left out when none is named. */
  keys?: Record<string, KeyKind>;
  models?: KeyKind;
  retired?: string[];
  region?: 'adults-only';
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
    ...(values.key === undefined ? {} : { keys: Object.fromEntries(values.key.map(readKey)) }),
    ...(values.models === undefined ? {} : { models: readKind('--models', values.models) }),
    ...(values.retired === undefined ? {} : { retired: values.retired }),
    ...(values['adults-only'] === true ? { region: 'adults-only' as const } : {}),
    faults: (values.fault ?? []).map(readFault),
  };
}

function readKey(text: string): [string, KeyKind] {
  const at = text.lastIndexOf('=');
  if (at <= 0) throw new UsageError(`--key needs KEY=KIND, not "${text}".`);
  return [text.slice(0, at), readKind('--key', text.slice(at + 1))];
}

function readKind(flag: string, text: string): KeyKind {
  const kind = keyKinds.find((each) => each === text);
  if (kind === undefined) throw new UsageError(`${flag} needs one of ${keyKinds.join(', ')}, not "${text}".`);
  return kind;
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
        key: { type: 'string', multiple: true },
        models: { type: 'string' },
        retired: { type: 'string', multiple: true },
        'adults-only': { type: 'boolean' },
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
  return `Speaks the Gemini API's wires for video (Veo, Omni Flash) and the Agent Platform's (Veo) on http://127.0.0.1,
with sample clips and without a bill.

  npm run emulator -- [flags]

  --port N             default ${defaultPort}; 0 takes any free one
  --delay-ms N         how long a generation takes, default 3000
  --api-key KEY        accept this key only; otherwise any that is not empty
  --key KEY=KIND       what a key is: ${keyKinds.join(', ')}; may be repeated
  --models KIND        what every other good key is, default all
  --retired MODEL      answer 404 "no longer available" for this model; may be repeated
  --adults-only        refuse personGeneration allow_all, as in the EU
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
