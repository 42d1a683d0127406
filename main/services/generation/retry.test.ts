import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../preload/contract/error-codes.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { retryDelayMs } from './retry.ts';

const refused = (code: AppError['code'], details: AppError['details'] = {}): AppError => ({
  code,
  message: 'No.',
  retryable: true,
  details,
});
const delay = (error: AppError, times: number, random = 0) =>
  retryDelayMs({ error, times, firstMs: 5_000, random });

describe('the wait before a refused create is asked again', () => {
  it('is what the service asks for, and never less', () => {
    const error = refused('rate_limited', { retryAfterSeconds: 23 });
    expect(delay(error, 1)).toBe(23_000);
    expect(delay(error, 7, 0.999)).toBeGreaterThan(23_000);
    expect(delay(error, 7, 0.999)).toBeLessThan(30_000);
  });

  it('doubles up to a minute where the service names none', () => {
    expect([1, 2, 3, 4, 5, 50].map((times) => delay(refused('rate_limited'), times))).toEqual([
      5_000, 10_000, 20_000, 40_000, 60_000, 60_000,
    ]);
  });

  it('ends after four tries of an overloaded service', () => {
    expect([1, 2, 3, 4, 5].map((times) => delay(refused('service_unavailable'), times))).toEqual([
      5_000,
      10_000,
      20_000,
      40_000,
      null,
    ]);
  });

  it('never ends while there is no network: nothing was sent', () => {
    expect(delay(refused('network'), 1_000)).toBe(60_000);
  });

  it('is nothing for every other refusal', () => {
    const again = ['rate_limited', 'service_unavailable', 'network'];
    for (const code of errorCodes.filter((one) => !again.includes(one))) {
      expect(delay(refused(code), 1), code).toBeNull();
    }
  });
});
