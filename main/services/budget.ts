/** The hard stop: what would take a day or a month over its budget stays in the queue until the user says otherwise. */
import type { HoldReason, SpendSummary } from '../../preload/contract/spend.ts';
import type { Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { OperationRows } from '../storage/operation-rows.ts';
import type { OperationRow } from '../storage/records.ts';
import type { Clock } from './clock.ts';
import { roundUsd } from './spend.ts';
import type { Committed } from './spend.ts';

export interface BudgetDeps {
  operations: OperationRows;
  clock: Clock;
  /** USD; null for no budget. */
  budgets(): { dayUsd: number | null; monthUsd: number | null };
  /** What was spent or may have been, in USD. */
  committed(): Committed;
}

export interface Budget {
  /** Why an operation may not be sent now; null when it may. */
  hold(operation: OperationRow): HoldReason | null;
  /** Why so many USD may not be spent now; null when they may. */
  holdFor(usd: number): HoldReason | null;
  held(): SpendSummary['held'];
  /** Lets one held operation go, once, whenever it is sent: over a restart too. */
  allow(operationId: string): Result<null>;
  /** Call it after each write to an operation: an allowance ends with the create it was given for. */
  follow(operation: OperationRow): void;
}

export function createBudget({ operations, clock, budgets, committed }: BudgetDeps): Budget {
  function hold({ service, estimatedUsd, phase, overAllowedAt }: OperationRow): HoldReason | null {
    if (phase !== 'queued' || service === 'demo' || estimatedUsd <= 0 || overAllowedAt !== null) return null;
    return holdFor(estimatedUsd);
  }

  function holdFor(usd: number): HoldReason | null {
    const { dayUsd, monthUsd } = budgets();
    if (dayUsd === null && monthUsd === null) return null;
    const { todayUsd, thisMonthUsd } = committed();
    if (monthUsd !== null && roundUsd(thisMonthUsd + usd) > monthUsd) {
      return { period: 'month', budgetUsd: monthUsd };
    }
    if (dayUsd !== null && roundUsd(todayUsd + usd) > dayUsd) {
      return { period: 'day', budgetUsd: dayUsd };
    }
    return null;
  }

  return {
    hold,
    holdFor,
    held() {
      const waiting = operations.inPhase('queued').flatMap(({ operation }) => {
        const reason = hold(operation);
        return reason ? [{ operation, reason }] : [];
      });
      const [first] = waiting;
      return {
        count: waiting.length,
        next: first
          ? {
              operationId: first.operation.id,
              prompt: first.operation.prompt,
              usd: first.operation.estimatedUsd,
              hold: first.reason,
            }
          : null,
      };
    },
    allow(operationId) {
      const operation = operations.find(operationId)?.operation;
      if (!operation || operation.deletedAt !== null || hold(operation) === null) {
        return fail({
          code: 'operation_not_found',
          message: 'This clip is not held any more, so nothing was allowed.',
          retryable: false,
        });
      }
      operations.update(operationId, { overAllowedAt: clock.now() });
      return ok(null);
    },
    follow({ id, phase, overAllowedAt }) {
      if (overAllowedAt === null) return;
      // One that the service refused for certain comes back to the queue: nothing was spent on it.
      if (phase !== 'queued' && phase !== 'submitting') operations.update(id, { overAllowedAt: null });
    },
  };
}
