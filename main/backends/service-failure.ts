/** What an answer with an error status says of itself. Sources: Google's API error model, and answers as captured. */
import { z } from 'zod';

const bodySchema = z.object({
  error: z.object({
    code: z.union([z.number(), z.string()]).optional(),
    message: z.string().optional(),
    status: z.string().optional(),
    details: z.array(z.looseObject({})).optional(),
  }),
});

const violationsSchema = z.array(z.looseObject({ quotaId: z.string().optional() })).catch([]);

export interface ServiceFailure {
  httpStatus: number;
  /** The service's own sentence; empty when it gave none. */
  message: string;
  /** `API_KEY_INVALID`, … from google.rpc.ErrorInfo. */
  reason: string | null;
  /** From google.rpc.RetryInfo. */
  retryAfterSeconds: number | null;
  /** The limits that were reached, from google.rpc.QuotaFailure; left out where none is named. */
  quotaIds?: string[];
}

/** Reads Google's JSON error body, which may be wrapped in an array. Anything else becomes a failure without words. */
export function readFailure(httpStatus: number, body: string): ServiceFailure {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return { httpStatus, message: '', reason: null, retryAfterSeconds: null };
  }
  const result = bodySchema.safeParse(Array.isArray(parsed) ? parsed[0] : parsed);
  if (!result.success) return { httpStatus, message: '', reason: null, retryAfterSeconds: null };
  const { message = '', details = [] } = result.data.error;
  const reason = details.map((detail) => detail['reason']).find((value) => typeof value === 'string') ?? null;
  const delay = details.map((detail) => detail['retryDelay']).find((value) => typeof value === 'string');
  const seconds = delay === undefined ? NaN : Number.parseFloat(delay);
  const violations = details.flatMap((detail) => violationsSchema.parse(detail['violations']));
  const quotaIds = violations.flatMap(({ quotaId }) => quotaId ?? []);
  return {
    httpStatus,
    message,
    reason,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
    ...(quotaIds.length > 0 ? { quotaIds } : {}),
  };
}
