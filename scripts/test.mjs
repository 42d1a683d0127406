// `npm test`, `npm run test:all`, `npm run test:unit`, `npm run test:e2e [-- arguments of the runner]`.
// The last line is always the sum over the runners: `N passed, N failed`, with `, N skipped` where there are any.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from 'node:util';
import { runOnTerminal } from './child-process.mjs';
import { Interrupted, PROJECT_ROOT, UserError, errorCode, runScript, say } from './command-line.mjs';
import { prepareProgram } from './prepare-app.mjs';
import { closing, countPlaywright, countVitest, notRun, parseTestArguments } from './test-report.mjs';

const REPORTS = path.join(PROJECT_ROOT, '.test-output');

await runScript(async () => {
  const { runners, isWhole, rest } = parsed(process.argv.slice(2));
  await mkdir(REPORTS, { recursive: true });
  /** @type {import('./test-report.mjs').Counts[]} */
  const results = [];
  if (runners.includes('unit')) results.push(await unitTests(rest));
  if (runners.includes('e2e')) results.push(await endToEndTests(rest, isWhole));
  for (const problem of results.flatMap((result) => result.problems)) say(problem);
  const { line, exitCode } = closing(results);
  say(line);
  return exitCode;
});

/** @param {readonly string[]} args */
function parsed(args) {
  try {
    return parseTestArguments(args);
  } catch (error) {
    throw error instanceof RangeError ? new UserError(error.message) : error;
  }
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<import('./test-report.mjs').Counts>}
 */
async function unitTests(args) {
  const file = await freshReport('vitest.json');
  const command = [path.join(PROJECT_ROOT, 'node_modules/vitest/vitest.mjs'), 'run'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const exitCode = await runOnTerminal(process.execPath, [...command, ...reporters, ...args], {
    cwd: PROJECT_ROOT,
    env: process.env,
  });
  return countVitest(await readReport(file), exitCode);
}

/**
 * @param {readonly string[]} args
 * @param {boolean} isWhole the long ones too
 * @returns {Promise<import('./test-report.mjs').Counts>}
 */
async function endToEndTests(args, isWhole) {
  try {
    await prepareProgram();
  } catch (error) {
    // The unit tests' result is to be seen all the same.
    if (error instanceof Interrupted) throw error;
    return notRun('playwright', error instanceof UserError ? error.message : inspect(error));
  }
  const file = await freshReport('playwright.json');
  const command = [
    path.join(PROJECT_ROOT, 'node_modules/@playwright/test/cli.js'),
    'test',
    '--reporter=list,json',
  ];
  const exitCode = await runOnTerminal(process.execPath, [...command, ...args], {
    cwd: PROJECT_ROOT,
    // Who asks for certain tests may want to look at them: tests/e2e/support/looks.ts.
    env: {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      ...(isWhole ? { ZOETROPE_ALL_TESTS: '1' } : {}),
      ...(args.length === 0 ? {} : { ZOETROPE_PICTURES: '1' }),
    },
  });
  if (!isWhole && process.env['CI'] === undefined)
    say('The long window tests were left out: `npm run test:all` runs them, as CI does.');
  return countPlaywright(await readReport(file), exitCode);
}

/**
 * @param {string} name
 * @returns {Promise<string>} where the report is to be written; an earlier run's is gone
 */
async function freshReport(name) {
  const file = path.join(REPORTS, name);
  await rm(file, { force: true });
  return file;
}

/**
 * @param {string} file
 * @returns {Promise<unknown>} undefined when the runner wrote none, or only half of one
 */
async function readReport(file) {
  try {
    /** @type {unknown} */
    const report = JSON.parse(await readFile(file, 'utf8'));
    return report;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
