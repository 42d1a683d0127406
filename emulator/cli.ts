/** `npm run emulator -- --port 8787 --delay-ms 3000` */
import { sampleClips } from './clips.ts';
import { UsageError, helpText, readCommand } from './command.ts';
import { startEmulator } from './server.ts';

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(message: string, exitCode: number): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}

async function run(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  if (command.help) {
    process.stdout.write(helpText());
    return;
  }
  const { port, delayMs, apiKey, stateDir, keys, models, retired, region } = command;
  const emulator = await startEmulator({
    clips: sampleClips(),
    ...{ port, delayMs, log: print },
    ...(keys === undefined ? {} : { keys }),
    ...(models === undefined ? {} : { models }),
    ...(retired === undefined ? {} : { retired }),
    ...(region === undefined ? {} : { region }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(stateDir === undefined ? {} : { stateDir }),
  });
  emulator.setFaults(command.faults);
  print(`listening on ${emulator.url}`);
  const stop = () => {
    void emulator.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

run().catch((error: unknown) => {
  if (error instanceof UsageError) {
    complain(`${error.message}\nRun it with --help for what there is.`, 2);
  } else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    complain(
      'That port is in use by another program. Choose another one with --port, or --port 0 for any free one.',
      1,
    );
  } else {
    complain(`The emulator could not start: ${error instanceof Error ? error.message : String(error)}`, 1);
  }
});
