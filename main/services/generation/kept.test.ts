import { expect, test } from 'vitest';
import type { AppError } from '../../../preload/contract/result.ts';
import { isPastKeeping, keptUntil } from './kept.ts';

const hour = 60 * 60_000;
const days = 24 * hour;
const network: AppError = { code: 'network', message: 'No.', retryable: true };
const finished = {
  service: 'gemini',
  phase: 'downloading',
  error: null,
  readyAt: 2 * hour,
  acceptedAt: hour,
} as const;

test('a finished clip that is not on disk is kept for two days after it was finished', () => {
  expect(keptUntil(finished)).toBe(2 * hour + 2 * days);
  expect(keptUntil({ ...finished, error: network })).toBe(2 * hour + 2 * days);
});

test('one that cannot be asked after may have been finished as soon as it was taken on', () => {
  expect(keptUntil({ ...finished, phase: 'processing', readyAt: null, error: network })).toBe(
    hour + 2 * days,
  );
  expect(keptUntil({ ...finished, phase: 'processing', readyAt: null })).toBeNull();
});

test('nothing is said of what is on disk, waits, has ended or costs nothing', () => {
  for (const phase of ['queued', 'submitting', 'completed', 'expired', 'blocked', 'error'] as const) {
    expect(keptUntil({ ...finished, phase })).toBeNull();
  }
  expect(keptUntil({ ...finished, service: 'demo' })).toBeNull();
});

test('the service has certainly deleted it a day later at the latest', () => {
  expect(isPastKeeping(finished, 2 * hour + 3 * days)).toBe(false);
  expect(isPastKeeping(finished, 2 * hour + 3 * days + 1)).toBe(true);
});
