/**
 * What one test runner had to say.
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} problems failures that are not a failed test: a crash, no report, no tests at all
 */

/**
 * Counts a Vitest JSON report. A file that broke before its tests ran counts as one failed test.
 * @param {unknown} report what the JSON reporter wrote; undefined when it wrote nothing
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countVitest(report, exitCode) {
  const files = listAt(report, 'testResults');
  const passed = numberAt(report, 'numPassedTests');
  const failedTests = numberAt(report, 'numFailedTests');
  const skipped = (numberAt(report, 'numPendingTests') ?? 0) + (numberAt(report, 'numTodoTests') ?? 0);
  if (files === undefined || passed === undefined || failedTests === undefined)
    return noReport('vitest', exitCode);
  const broken = files.filter(
    (file) => at(file, 'status') === 'failed' && !listAt(file, 'assertionResults')?.some(hasFailed),
  );
  const problems = broken.map((file) => `vitest: ${String(at(file, 'name'))} broke outside its tests`);
  return judged('vitest', exitCode, { passed, failed: failedTests + broken.length, skipped, problems });
}

/**
 * Counts a Playwright JSON report. A test that passed only when it was repeated ("flaky") counts as failed.
 * @param {unknown} report what the JSON reporter wrote; undefined when it wrote nothing
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(report, exitCode) {
  const stats = at(report, 'stats');
  const passed = numberAt(stats, 'expected');
  const unexpected = numberAt(stats, 'unexpected');
  const flaky = numberAt(stats, 'flaky');
  const skipped = numberAt(stats, 'skipped');
  if (passed === undefined || unexpected === undefined || flaky === undefined || skipped === undefined) {
    return noReport('playwright', exitCode);
  }
  const problems =
    flaky === 0 ? [] : [`playwright: ${flaky} passed only when repeated, which counts as failed`];
  return judged('playwright', exitCode, { passed, failed: unexpected + flaky, skipped, problems });
}

/**
 * A runner that was never started, because what it needs could not be had.
 * @param {string} runner
 * @param {string} reason
 * @returns {Counts}
 */
export function notRun(runner, reason) {
  return { passed: 0, failed: 1, skipped: 0, problems: [`${runner}: not run: ${reason}`] };
}

/**
 * The closing line of the test command.
 * @param {readonly Counts[]} runners
 * @returns {{ line: string, exitCode: number }}
 */
export function closing(runners) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    runners.reduce((total, runner) => total + runner[key], 0);
  const skipped = sum('skipped');
  const failed = sum('failed');
  return {
    line: `${sum('passed')} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`,
    exitCode: failed === 0 ? 0 : 1,
  };
}

/**
 * What the command line of the test command asks for.
 * @param {readonly string[]} args
 * @returns {{ runners: ('unit' | 'e2e')[], isWhole: boolean, rest: string[] }} isWhole: the long window tests too; rest:
 *   for the runner that was chosen
 * @throws {RangeError} when there are further arguments but no runner to give them to
 */
export function parseTestArguments(args) {
  /** @type {('unit' | 'e2e')[]} */
  const chosen = [];
  let isWhole = false;
  let used = 0;
  for (const arg of args) {
    if (arg === '--all') isWhole = true;
    else if (arg === '--unit' || arg === '--e2e') chosen.push(arg === '--unit' ? 'unit' : 'e2e');
    else break;
    used += 1;
  }
  const rest = args.slice(args[used] === '--' ? used + 1 : used);
  if (rest.length > 0 && chosen.length !== 1) {
    throw new RangeError(
      `${rest.join(' ')}: for which tests? Use \`npm run test:unit -- …\` or \`npm run test:e2e -- …\`.`,
    );
  }
  // Who names tests wants them, however long they take.
  return {
    runners: chosen.length === 0 ? ['unit', 'e2e'] : chosen,
    isWhole: isWhole || rest.length > 0,
    rest,
  };
}

/**
 * Adds what the numbers do not show: no tests at all, or a runner that failed although no test did.
 * @param {string} runner
 * @param {number} exitCode
 * @param {Counts} counts
 * @returns {Counts}
 */
function judged(runner, exitCode, counts) {
  if (counts.failed > 0) return counts;
  /** @type {string | undefined} */
  let problem;
  if (exitCode !== 0) problem = `${runner}: ended with code ${exitCode} although no test failed`;
  else if (counts.passed + counts.skipped === 0) problem = `${runner}: ran no tests`;
  return problem === undefined ? counts : { ...counts, failed: 1, problems: [...counts.problems, problem] };
}

/**
 * @param {string} runner
 * @param {number} exitCode
 * @returns {Counts}
 */
function noReport(runner, exitCode) {
  return {
    passed: 0,
    failed: 1,
    skipped: 0,
    problems: [`${runner}: ended with code ${exitCode} and left no report`],
  };
}

/** @param {unknown} assertion */
function hasFailed(assertion) {
  return at(assertion, 'status') === 'failed';
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown}
 */
function at(value, key) {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {number | undefined}
 */
function numberAt(value, key) {
  const found = at(value, key);
  return typeof found === 'number' ? found : undefined;
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown[] | undefined}
 */
function listAt(value, key) {
  const found = at(value, key);
  return Array.isArray(found) ? found : undefined;
}
