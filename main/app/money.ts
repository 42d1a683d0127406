/** The ledger and the budgets, which count on each other. */
import { createBudget } from '../services/budget.ts';
import type { Budget } from '../services/budget.ts';
import type { Clock } from '../services/clock.ts';
import { createSpend } from '../services/spend.ts';
import type { Spend } from '../services/spend.ts';
import type { Preferences } from '../settings/preferences.ts';
import type { StudioWindow } from '../windows/studio-window.ts';
import type { Stores } from './stores.ts';

export interface MoneyDeps {
  clock: Clock;
  stores: Pick<Stores, 'operations' | 'spend'>;
  preferences: Pick<Preferences, 'settings'>;
  window: Pick<StudioWindow, 'send'>;
  /** A new day has begun: what a budget held may be sent. */
  newDay(): void;
}

export interface Money {
  spend: Spend;
  budget: Budget;
}

export function createMoney({ clock, stores, preferences, window, newDay }: MoneyDeps): Money {
  const spend = createSpend({
    rows: stores.spend,
    clock,
    held: () => budget.held(),
    newDay,
    changed: (summary) => {
      window.send('spendChanged', summary);
    },
  });
  const budget = createBudget({
    operations: stores.operations,
    clock,
    committed: () => spend.committed(),
    budgets() {
      const { dayBudgetUsd, monthBudgetUsd } = preferences.settings();
      return { dayUsd: dayBudgetUsd, monthUsd: monthBudgetUsd };
    },
  });
  return { spend, budget };
}
