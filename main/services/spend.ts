/** The ledger's side of main: what was spent, when and on which model. */
import type { SpendSum, SpendSummary } from '../../preload/contract/spend.ts';
import type { SpendRows, StateSum, TextSpendRow } from '../storage/spend-rows.ts';
import { isoDay, startOfDay, startOfMonth } from './calendar.ts';
import type { Clock } from './clock.ts';

const chartDays = 30;
/** Operations of which the ledger is brought up to date in one go: a few milliseconds. */
const pieceRows = 200;
/** How late a new day may be noticed. Not one long timer: those stand still while a laptop sleeps. */
const lookMs = 30_000;
/** Rows of the future, of a clock that was wrong for a while, count as of today rather than not at all. */
const forever = Number.MAX_SAFE_INTEGER;

/** Spent and not certain together, in USD: what a budget counts. */
export interface Committed {
  todayUsd: number;
  thisMonthUsd: number;
}

export interface SpendDeps {
  rows: SpendRows;
  clock: Clock;
  /** What a budget keeps in the queue. */
  held(): SpendSummary['held'];
  /** Told when the user's calendar turns a page: another day's budget begins. */
  newDay(): void;
  /** Told, a moment after a change and once for several, that the sums may be others. */
  changed(summary: SpendSummary): void;
}

export interface Spend {
  /** Call it after each write to an operation, deleted ones included. Doing it again changes nothing. */
  record(operationId: string): void;
  /**
   * Catches up with operations whose row is missing or behind: the app may have ended between the two writes. Goes
   * through them in pieces and lets others have their turn in between (`breathe`).
   */
  reconcile(breathe: () => Promise<void>): Promise<void>;
  /** The same for a call to a text model, which is no operation. */
  recordText(spend: TextSpendRow): void;
  summary(): SpendSummary;
  committed(): Committed;
  /** Something of the summary has changed that is not in the ledger: the queue, a budget. */
  touch(): void;
  /** Watches for the next day: then today's sum is another. */
  start(): void;
  ofSession(sessionId: string): SpendSum;
  /** By id; sessions in which nothing was spent are left out. */
  bySession(): Map<string, SpendSum>;
  stop(): void;
}

/** Whole cents of a cent: keeps sums of prices from ending in 0000000001. */
export function roundUsd(usd: number): number {
  return Math.round(usd * 10_000) / 10_000;
}

function total(sums: readonly StateSum[]): SpendSum {
  let spent = 0;
  let unknown = 0;
  for (const { state, usd } of sums) {
    if (state === 'charged' || state === 'estimated') spent += usd;
    if (state === 'unknown') unknown += usd;
  }
  return { spentUsd: roundUsd(spent), unknownUsd: roundUsd(unknown) };
}

export function createSpend({ rows, clock, held, newDay, changed }: SpendDeps): Spend {
  let stopped = false;
  let cancelTelling: (() => void) | null = null;
  let cancelLook: (() => void) | null = null;

  function summary(): SpendSummary {
    const now = clock.now();
    const today = rows.sums(startOfDay(now), forever);
    const month = rows.sums(startOfMonth(now), forever);
    const all = rows.totals();
    const of = (model: string) => ({
      today: total(today.filter((sum) => sum.model === model)),
      month: total(month.filter((sum) => sum.model === model)),
      all: total(all.filter((sum) => sum.model === model)),
    });
    const models = [...new Set(all.map(({ model }) => model))]
      .map((model) => ({ model, ...of(model) }))
      .filter((line) => line.all.spentUsd + line.all.unknownUsd > 0)
      .sort((one, other) => other.all.spentUsd - one.all.spentUsd || one.model.localeCompare(other.model));
    const days = Array.from({ length: chartDays }, (_, index) => {
      const from = startOfDay(now, index + 1 - chartDays);
      const until = index + 1 === chartDays ? forever : startOfDay(now, index + 2 - chartDays);
      return { day: isoDay(from), ...total(rows.sums(from, until)) };
    });
    return {
      today: total(today),
      month: total(month),
      all: total(all),
      hasAny: all.length > 0,
      models,
      held: held(),
      days,
    };
  }

  // The queue asks for each operation that waits; the answer is the same until something is written or the day ends.
  let counted: (Committed & { day: number }) | null = null;
  function committed(): Committed {
    const now = clock.now();
    const day = startOfDay(now);
    if (counted?.day !== day) {
      const of = (from: number): number => {
        const { spentUsd, unknownUsd } = total(rows.sums(from, forever));
        return roundUsd(spentUsd + unknownUsd);
      };
      counted = { day, todayUsd: of(day), thisMonthUsd: of(startOfMonth(now)) };
    }
    return counted;
  }

  function tell(): void {
    if (stopped) return;
    cancelTelling ??= clock.after(0, () => {
      cancelTelling = null;
      changed(summary());
    });
  }

  function watchDay(known: number): void {
    const today = startOfDay(clock.now());
    if (today !== known) {
      newDay();
      tell();
    }
    cancelLook = clock.after(Math.min(lookMs, Math.max(1, startOfDay(clock.now(), 1) - clock.now())), () => {
      watchDay(today);
    });
  }

  return {
    record(operationId) {
      if (!rows.project(operationId, clock.now())) return;
      counted = null;
      tell();
    },
    recordText(spend) {
      rows.putText(spend, clock.now());
      counted = null;
      tell();
    },
    async reconcile(breathe) {
      let behind = rows.settleTexts(clock.now());
      let after = 0;
      for (;;) {
        const piece = rows.projectPiece(after, pieceRows, clock.now());
        behind += piece.behind;
        if (piece.last === null) break;
        after = piece.last;
        await breathe();
        // The app is closing: the next start begins again.
        if (stopped) return;
      }
      if (behind === 0) return;
      counted = null;
      tell();
    },
    summary,
    committed,
    touch: tell,
    start() {
      watchDay(startOfDay(clock.now()));
    },
    bySession() {
      const grouped = new Map<string, StateSum[]>();
      for (const sum of rows.bySession()) {
        grouped.set(sum.sessionId, [...(grouped.get(sum.sessionId) ?? []), sum]);
      }
      return new Map(Array.from(grouped, ([sessionId, sums]) => [sessionId, total(sums)]));
    },
    ofSession: (sessionId) => total(rows.sessionSums(sessionId)),
    stop() {
      stopped = true;
      cancelTelling?.();
      cancelLook?.();
    },
  };
}
