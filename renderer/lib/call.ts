import type { AppError, Result } from '../../preload/contract/result.ts';
import { fail } from '../../preload/contract/result.ts';

/** An AppError on its way through code that throws, such as react-query's functions. */
class CallError extends Error {
  readonly appError: AppError;

  constructor(appError: AppError) {
    super(appError.message);
    this.name = 'CallError';
    this.appError = appError;
  }
}

/**
 * Runs a call to main. Main answers with a value whatever happens; should the bridge itself break, that
 * becomes an `internal` error here, so that no caller needs a second way of failing.
 */
export async function call<T>(run: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return fail({
      code: 'internal',
      // Errors speak English; their French is in preload/contract/french.
      // eslint-disable-next-line no-restricted-syntax
      message: 'The window could not reach the app. Close Zoetrope and open it again.',
      retryable: true,
    });
  }
}

/** The value of a call, or a thrown CallError. */
export async function callOrThrow<T>(run: () => Promise<Result<T>>): Promise<T> {
  const result = await call(run);
  if (!result.ok) throw new CallError(result.error);
  return result.value;
}

export function appErrorOf(error: Error): AppError {
  if (error instanceof CallError) return error.appError;
  return { code: 'internal', message: error.message, retryable: false };
}
