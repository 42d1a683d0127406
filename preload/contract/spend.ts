/** What was spent, as the windows see it. Types only. */

/** `estimated`: under way, the price of the run. `unknown`: nobody has said whether it was charged. */
export type SpendState = 'estimated' | 'charged' | 'not_charged' | 'unknown';

/** Why an operation stays in the queue: it would go over this budget. */
export interface HoldReason {
  period: 'day' | 'month';
  budgetUsd: number;
}

/** USD. */
export interface SpendSum {
  /** Charged and estimated. */
  spentUsd: number;
  /** What may come on top of it. */
  unknownUsd: number;
}

/** The user's own calendar decides what a day and a month are. */
export interface SpendPeriods {
  today: SpendSum;
  month: SpendSum;
  all: SpendSum;
}

export interface SpendSummary extends SpendPeriods {
  /** False when the ledger is empty. */
  hasAny: boolean;
  /** Those that anything was spent on, the most expensive first. */
  models: (SpendPeriods & { model: string })[];
  /** What a budget keeps in the queue; `next` is the one that would be sent first. */
  held: {
    count: number;
    next: { operationId: string; prompt: string; usd: number; hold: HoldReason } | null;
  };
  /** The last 30 days, today last. `day` is an ISO date. */
  days: (SpendSum & { day: string })[];
}
