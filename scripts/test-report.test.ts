import { describe, expect, it } from 'vitest';
import { closing, countPlaywright, countVitest, notRun, parseTestArguments } from './test-report.mjs';

const vitestReport = (
  numbers: { passed: number; failed?: number; pending?: number; todo?: number },
  files: unknown[] = [],
) => ({
  numPassedTests: numbers.passed,
  numFailedTests: numbers.failed ?? 0,
  numPendingTests: numbers.pending ?? 0,
  numTodoTests: numbers.todo ?? 0,
  testResults: files,
});

const playwrightReport = (stats: {
  expected: number;
  unexpected?: number;
  flaky?: number;
  skipped?: number;
}) => ({
  stats: { unexpected: 0, flaky: 0, skipped: 0, ...stats },
});

describe('closing', () => {
  it('sums over all runners in the form that tools read', () => {
    const unit = countVitest(vitestReport({ passed: 40 }), 0);
    const e2e = countPlaywright(playwrightReport({ expected: 2 }), 0);
    expect(closing([unit, e2e])).toEqual({ line: '42 passed, 0 failed', exitCode: 0 });
  });

  it('names skipped tests only where there are any', () => {
    const unit = countVitest(vitestReport({ passed: 3, pending: 1, todo: 1 }), 0);
    const e2e = countPlaywright(playwrightReport({ expected: 1, skipped: 2 }), 0);
    expect(closing([unit, e2e]).line).toBe('4 passed, 0 failed, 4 skipped');
  });

  it('ends with a failure code as soon as one test of one runner failed', () => {
    const unit = countVitest(vitestReport({ passed: 3 }), 0);
    const e2e = countPlaywright(playwrightReport({ expected: 1, unexpected: 1 }), 1);
    expect(closing([unit, e2e])).toEqual({ line: '4 passed, 1 failed', exitCode: 1 });
  });

  it('counts a runner that could not be started', () => {
    expect(closing([notRun('playwright', 'the build failed')])).toEqual({
      line: '0 passed, 1 failed',
      exitCode: 1,
    });
  });
});

describe('countVitest', () => {
  it('counts a file that broke before its tests ran', () => {
    const files = [
      { name: 'broken.test.ts', status: 'failed', assertionResults: [] },
      { name: 'red.test.ts', status: 'failed', assertionResults: [{ status: 'failed' }] },
    ];
    const counts = countVitest(vitestReport({ passed: 5, failed: 1 }, files), 1);
    expect(counts).toMatchObject({ passed: 5, failed: 2 });
    expect(counts.problems.join()).toContain('broken.test.ts');
    expect(counts.problems.join()).not.toContain('red.test.ts');
  });

  it.each([
    ['no tests', vitestReport({ passed: 0 }), 0],
    ['an error outside all tests', vitestReport({ passed: 5 }), 1],
    ['no report', undefined, 134],
    ['a report of another shape', { ok: true }, 0],
    ['a report that is no object', null, 0],
  ])('counts %s as one failure and names the runner', (_case, report, exitCode) => {
    const counts = countVitest(report, exitCode);
    expect(counts.failed).toBe(1);
    expect(counts.problems.join()).toMatch(/^vitest: /);
  });
});

describe('countPlaywright', () => {
  it('does not let a flaky test pass', () => {
    const counts = countPlaywright(playwrightReport({ expected: 4, flaky: 1 }), 0);
    expect(counts).toMatchObject({ passed: 4, failed: 1 });
    expect(counts.problems.join()).toContain('only when repeated');
  });

  it.each([
    ['no tests', playwrightReport({ expected: 0 }), 0],
    ['a broken global setup', playwrightReport({ expected: 0, skipped: 3 }), 1],
    ['no report', undefined, 1],
    ['half a report', { stats: { expected: 3 } }, 0],
  ])('counts %s as one failure and names the runner', (_case, report, exitCode) => {
    const counts = countPlaywright(report, exitCode);
    expect(counts.failed).toBe(1);
    expect(counts.problems.join()).toMatch(/^playwright: /);
  });
});

describe('parseTestArguments', () => {
  it('runs everything when nothing is asked', () => {
    expect(parseTestArguments([])).toEqual({ runners: ['unit', 'e2e'], isWhole: false, rest: [] });
  });

  it.each([
    [['--all'], { runners: ['unit', 'e2e'], isWhole: true, rest: [] }],
    [['--e2e'], { runners: ['e2e'], isWhole: false, rest: [] }],
    [['--unit', 'main/'], { runners: ['unit'], isWhole: true, rest: ['main/'] }],
    [['--unit', '--', '-t', 'price'], { runners: ['unit'], isWhole: true, rest: ['-t', 'price'] }],
    [['--e2e', '--grep', '--unit'], { runners: ['e2e'], isWhole: true, rest: ['--grep', '--unit'] }],
  ])('%j chooses the runner and keeps the rest for it', (args, expected) => {
    expect(parseTestArguments(args)).toEqual(expected);
  });

  it('refuses arguments that belong to no runner', () => {
    expect(() => parseTestArguments(['price'])).toThrow('price: for which tests?');
  });
});
