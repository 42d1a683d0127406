import { expect, test } from 'vitest';
import type { Phase } from '../../../preload/contract/domain.ts';
import { en } from '../../words/en.ts';
import { operationRow, testId } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { cancelledAtService } from '../generation/cancelling.ts';
import { createManners, togetherMs } from './manners.ts';
import type { NoticeWords } from './notice-words.ts';
import type { WorkState } from './work.ts';

function bench(atStart: [number: number, phase: Phase][] = []) {
  const { clock, advance } = createFakeClock();
  const user = { isAway: true, isWanted: true };
  const notices: NoticeWords[] = [];
  const states: WorkState[] = [];
  const spokenOf: string[][] = [];
  const row = (number: number, phase: Phase) =>
    operationRow(number, { id: testId(number), phase, prompt: `Prompt ${number}`, error: null });
  const manners = createManners({
    clock,
    words: () => en,
    underWay: atStart.map(([number, phase]) => row(number, phase)),
    isAway: () => user.isAway,
    isWanted: () => user.isWanted,
    notify(words, operationIds) {
      notices.push(words);
      spokenOf.push(operationIds);
    },
    workChanged: (state) => states.push(state),
  });
  return {
    user,
    notices,
    states,
    spokenOf,
    manners,
    advance,
    go(number: number, ...phases: Phase[]) {
      for (const phase of phases) manners.changed(row(number, phase));
    },
    fail(number: number, phase: Phase) {
      const error = { code: 'network' as const, message: 'No connection.', retryable: true };
      manners.changed({ ...row(number, phase), error });
    },
    remove(number: number, phase: Phase) {
      manners.changed({ ...row(number, phase), deletedAt: 1 });
    },
  };
}

const life: Phase[] = ['queued', 'submitting', 'processing', 'downloading', 'completed'];

test('a clip that is ready is told once, whatever is written about it later', async () => {
  const { go, advance, notices } = bench();
  go(1, ...life, 'completed');
  expect(notices).toEqual([]);
  await advance(togetherMs);
  go(1, 'completed');
  await advance(togetherMs);
  expect(notices).toEqual([{ title: 'Your clip is ready', body: 'Prompt 1' }]);
});

test('several that end together become one; one that ends later is told for itself', async () => {
  const { go, advance, notices } = bench();
  for (const number of [1, 2, 3]) go(number, ...life);
  await advance(togetherMs);
  go(4, ...life);
  await advance(togetherMs);
  expect(notices.map(({ title }) => title)).toEqual(['3 clips are ready', 'Your clip is ready']);
});

test('a batch is told two seconds after its first, however the next ones come in', async () => {
  const { go, advance, notices } = bench();
  for (const number of [1, 2, 3, 4]) {
    go(number, ...life);
    await advance(togetherMs * 0.75);
  }
  expect(notices.map(({ title }) => title)).toEqual(['2 clips are ready', '2 clips are ready']);
});

test('what had ended before the start is not told, what was under way then is', async () => {
  const { go, advance, notices } = bench([
    [1, 'submitting'],
    [2, 'processing'],
  ]);
  go(9, 'completed');
  go(1, 'unknown');
  await advance(togetherMs);
  go(2, 'downloading', 'completed');
  await advance(togetherMs);
  expect(notices.map(({ title }) => title)).toEqual(['A clip needs your decision', 'Your clip is ready']);
});

test('one that ended and is tried again is told again', async () => {
  const { go, advance, notices } = bench();
  go(1, 'queued', 'error');
  await advance(togetherMs);
  go(1, ...life);
  await advance(togetherMs);
  expect(notices.map(({ title }) => title)).toEqual(['A clip failed', 'Your clip is ready']);
});

test('nothing is told to a user who is looking, who came back meanwhile, or who wants none', async () => {
  const { go, advance, notices, user } = bench();
  user.isAway = false;
  go(1, ...life);
  user.isAway = true;
  await advance(togetherMs);
  go(2, ...life);
  user.isAway = false;
  await advance(togetherMs);
  user.isAway = true;
  await advance(togetherMs);
  user.isWanted = false;
  go(3, ...life);
  await advance(togetherMs);
  expect(notices).toEqual([]);
});

test('an app that is ending tells nothing, but still says what it works on', async () => {
  const { go, advance, notices, manners, states } = bench();
  go(1, ...life);
  manners.silence();
  go(2, ...life);
  await advance(togetherMs);
  expect(notices).toEqual([]);
  expect(states.at(-1)).toEqual({ making: 0, needsPower: false });
});

test('the computer is kept awake while something is sent or fetched, and only then', () => {
  const { go, states } = bench();
  go(1, ...life);
  expect(states).toEqual([
    { making: 1, needsPower: true },
    { making: 1, needsPower: false },
    { making: 1, needsPower: true },
    { making: 0, needsPower: false },
  ]);
});

test('a clip that cannot be fetched for now does not keep the computer awake', () => {
  const { go, fail, states } = bench();
  go(1, 'queued', 'submitting', 'processing', 'downloading');
  fail(1, 'downloading');
  expect(states.at(-1)).toEqual({ making: 1, needsPower: false });
});

test('one of two that is done leaves the other being made', () => {
  const { go, states } = bench([
    [1, 'downloading'],
    [2, 'downloading'],
  ]);
  expect(states).toEqual([{ making: 2, needsPower: true }]);
  go(1, 'completed');
  expect(states.at(-1)).toEqual({ making: 1, needsPower: true });
});

test('what waits in the queue is not being made, and what was removed is not told', async () => {
  const { go, remove, advance, notices, states } = bench();
  go(1, 'queued');
  expect(states).toEqual([]);
  go(2, 'queued', 'submitting', 'processing');
  remove(2, 'error');
  await advance(togetherMs);
  expect(notices).toEqual([]);
  expect(states.at(-1)).toEqual({ making: 0, needsPower: false });
});

test('a notification knows the clips that it speaks of; one that the user cancelled is not told', async () => {
  const { go, manners, advance, notices, spokenOf } = bench();
  go(1, ...life);
  go(2, ...life);
  go(3, 'queued', 'submitting', 'processing');
  manners.changed(operationRow(3, { phase: 'error', error: cancelledAtService() }));
  await advance(togetherMs);
  expect(notices).toHaveLength(1);
  expect(spokenOf).toEqual([[testId(1), testId(2)]]);
  // Followed again, it is told when it is ready.
  go(3, 'processing', 'downloading', 'completed');
  await advance(togetherMs);
  expect(spokenOf[1]).toEqual([testId(3)]);
});
