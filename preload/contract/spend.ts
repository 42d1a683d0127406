/** What was spent, as the windows see it. Types only. */

/** `estimated`: under way, the price of the run. `unknown`: nobody has said whether it was charged. */
export type SpendState = 'estimated' | 'charged' | 'not_charged' | 'unknown';

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
  /** The last 30 days, today last. `day` is an ISO date. */
  days: (SpendSum & { day: string })[];
}
