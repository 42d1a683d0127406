import { expect, test } from 'vitest';
import { createFakeClock } from '../services/fake-clock.ts';
import { crashMemoryMs, createRecovery, hangPatienceMs, waitMs } from './recovery.ts';

const crash = { reason: 'crashed', exitCode: 139 };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function bench() {
  const { clock, advance } = createFakeClock();
  const done: string[] = [];
  const questions: { answer: (isYes: boolean) => void; fail: () => void; signal: AbortSignal | null }[] = [];
  const ask = (name: string, signal: AbortSignal | null) =>
    new Promise<boolean>((resolve, reject) => {
      done.push(name);
      const fail = () => {
        reject(new Error('No display'));
      };
      questions.push({ answer: resolve, fail, signal });
    });
  const recovery = createRecovery({
    clock,
    log: silent,
    load: () => done.push('load'),
    endPage: () => done.push('end page'),
    askAfterCrash: () => ask('ask after crash', null),
    askWhileHung: (signal) => ask('ask while hung', signal),
    quit: () => done.push('quit'),
    recovering: (trouble) => done.push(trouble),
  });
  /** The newest question. */
  const question = () => {
    const newest = questions.at(-1);
    if (!newest) throw new Error('Nothing was asked');
    return newest;
  };
  return { recovery, advance, done, question };
}

test('the first crash is met by loading the page again', () => {
  const { recovery, done } = bench();
  recovery.gone(crash);
  expect(done).toEqual(['crashed', 'load']);
});

test('a second crash soon after asks, and never loads by itself', async () => {
  const { recovery, advance, done, question } = bench();
  recovery.gone(crash);
  await advance(crashMemoryMs - 1);
  done.length = 0;
  recovery.gone(crash);
  recovery.gone(crash);
  await advance(crashMemoryMs);
  expect(done).toEqual(['ask after crash']);
  question().answer(true);
  await advance(0);
  expect(done).toEqual(['ask after crash', 'crashed', 'load']);
  recovery.gone(crash);
  expect(done.at(-1)).toBe('load');
});

test('crashes one upon the other are asked about each time', async () => {
  const { recovery, advance, done, question } = bench();
  recovery.gone(crash);
  for (let time = 1; time <= 3; time += 1) {
    await advance(1000);
    done.length = 0;
    recovery.gone(crash);
    await advance(0);
    expect(done).toEqual(['ask after crash']);
    question().answer(true);
    await advance(0);
  }
});

test('a crash long after the last one is a first one', async () => {
  const { recovery, advance, done } = bench();
  recovery.gone(crash);
  await advance(crashMemoryMs);
  recovery.gone(crash);
  expect(done).toEqual(['crashed', 'load', 'crashed', 'load']);
});

test('Quit quits, and a question that cannot be asked does too', async () => {
  for (const end of ['answer', 'fail'] as const) {
    const { recovery, advance, done, question } = bench();
    recovery.gone(crash);
    recovery.gone(crash);
    if (end === 'answer') question().answer(false);
    else question().fail();
    await advance(0);
    expect(done).toEqual(['crashed', 'load', 'ask after crash', 'quit']);
  }
});

test('a page that answers in time is not asked about', async () => {
  const { recovery, advance, done } = bench();
  recovery.unresponsive();
  recovery.unresponsive();
  await advance(hangPatienceMs - 1);
  recovery.responsive();
  await advance(waitMs);
  expect(done).toEqual([]);
});

test('a hung page is ended and loaded only when its user says so, and that is no crash', async () => {
  const { recovery, advance, done, question } = bench();
  recovery.unresponsive();
  await advance(hangPatienceMs);
  await advance(waitMs * 10);
  expect(done).toEqual(['ask while hung']);
  question().answer(true);
  await advance(0);
  expect(done).toEqual(['ask while hung', 'end page']);
  recovery.gone({ reason: 'killed', exitCode: 9 });
  expect(done).toEqual(['ask while hung', 'end page', 'hung', 'load']);
  recovery.gone(crash);
  expect(done.slice(-2)).toEqual(['crashed', 'load']);
});

test('Wait waits, and the question comes back once for each wait', async () => {
  const { recovery, advance, done, question } = bench();
  recovery.unresponsive();
  await advance(hangPatienceMs);
  question().answer(false);
  await advance(waitMs - 1);
  expect(done).toEqual(['ask while hung']);
  await advance(1);
  expect(done).toEqual(['ask while hung', 'ask while hung']);
});

test('the question goes away when the page answers or ends', async () => {
  const { recovery, advance, done, question } = bench();
  recovery.unresponsive();
  await advance(hangPatienceMs);
  recovery.responsive();
  expect(question().signal?.aborted).toBe(true);
  question().answer(true);
  await advance(waitMs);
  expect(done).toEqual(['ask while hung']);

  recovery.unresponsive();
  await advance(hangPatienceMs);
  recovery.gone(crash);
  expect(question().signal?.aborted).toBe(true);
  expect(done.slice(-2)).toEqual(['crashed', 'load']);
});

test('a window that closes asks and loads nothing', async () => {
  const { recovery, advance, done, question } = bench();
  recovery.gone(crash);
  recovery.gone(crash);
  recovery.stop();
  question().answer(true);
  recovery.gone(crash);
  recovery.unresponsive();
  await advance(waitMs);
  expect(done).toEqual(['crashed', 'load', 'ask after crash']);
});
