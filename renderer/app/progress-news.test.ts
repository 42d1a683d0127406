import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Operation } from '../../preload/contract/domain.ts';
import { fakeError, fakeOperation } from '../lib/fake-bridge.ts';
import { createFormat } from '../lib/format.ts';
import { en } from '../lib/i18n/en.ts';
import { createProgressNews } from './progress-news.ts';

const words = { text: en, format: createFormat('en-US') };
const filtered = fakeError('blocked', 'Google’s filter did not like it.', { charged: false });

let said: string[] = [];
let news = createProgressNews(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  news = createProgressNews((sentence) => said.push(sentence));
});

afterEach(() => {
  vi.useRealTimers();
});

const goOn = (from: Operation, phase: Operation['phase'], changes: Partial<Operation> = {}): Operation => {
  const now = fakeOperation(phase, { id: from.id, ...changes });
  news.heard(from, now, words);
  return now;
};

it('says once that a clip is being made, and once how it ended', () => {
  const sent = goOn(fakeOperation('queued', { id: 'fox' }), 'submitting');
  const running = goOn(sent, 'processing');
  vi.runAllTimers();
  const saving = goOn(running, 'downloading');
  const done = goOn(saving, 'completed');
  goOn(done, 'completed', { favourite: true });
  vi.runAllTimers();
  expect(said).toEqual(['Being made: Prompt of fox.', 'Finished: Prompt of fox.']);
});

it('says why one failed and what that cost', () => {
  goOn(fakeOperation('processing', { id: 'fox' }), 'blocked', { error: filtered });
  vi.runAllTimers();
  expect(said).toEqual(['Failed: Prompt of fox. Video generation blocked. Not charged.']);
});

it.each([
  ['service_error', {}, 'The service failed. Your usage at Google shows whether it was charged.'],
  ['unknown_outcome', {}, 'It may have been started, or not. It may have cost $3.20.'],
  ['download_failed', { charged: true }, 'The clip could not be saved. The price was $3.20.'],
] as const)('says what is known of the cost: %s', (code, details, why) => {
  const error = fakeError(code, 'Main says so.', details);
  goOn(fakeOperation('processing', { id: 'fox' }), 'error', { error, estimatedUsd: 3.2 });
  vi.runAllTimers();
  expect(said).toEqual([`Failed: Prompt of fox. ${why}`]);
});

it('counts what ends together, and says a reason that they share once', () => {
  for (const id of ['one', 'two', 'three']) goOn(fakeOperation('downloading', { id }), 'completed');
  for (const id of ['four', 'five'])
    goOn(fakeOperation('processing', { id }), 'blocked', { error: filtered });
  goOn(fakeOperation('queued', { id: 'six' }), 'submitting');
  vi.runAllTimers();
  expect(said).toEqual(['1 being made. 3 finished. 2 failed. Video generation blocked. Not charged.']);
});

it('does not say that what has ended is being made', () => {
  goOn(goOn(fakeOperation('queued', { id: 'fox' }), 'processing'), 'completed');
  vi.runAllTimers();
  expect(said).toEqual(['Finished: Prompt of fox.']);
});

it('is silent about what it never saw under way, and when it was stopped', () => {
  news.heard(null, fakeOperation('completed', { id: 'old' }), words);
  goOn(fakeOperation('processing', { id: 'fox' }), 'completed');
  news.stop();
  vi.runAllTimers();
  expect(said).toEqual([]);
});
