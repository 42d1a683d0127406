import type { Migration } from '../migration.ts';

/** Whole millionths of a dollar: adding and taking away for years leaves no crumbs. */
const micro = (amount: string): string => `CAST(round(${amount} * 1000000) AS INTEGER)`;

const add = (row: string, sign: '' | '-'): string => `
  INSERT INTO spend_totals (model, state, micro_usd, count)
  VALUES (${row}.model, ${row}.state, ${sign}${micro(`${row}.amount_usd`)}, ${sign}1)
  ON CONFLICT (model, state) DO UPDATE
    SET micro_usd = micro_usd + excluded.micro_usd, count = count + excluded.count;`;

/** What was spent in all, kept up by triggers: a ledger of years is not added up again for each start and change. */
export const spendTotals: Migration = {
  number: 7,
  name: 'spend-totals',
  sql: `
    CREATE TABLE spend_totals (
      model TEXT NOT NULL,
      state TEXT NOT NULL,
      micro_usd INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (model, state)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO spend_totals (model, state, micro_usd, count)
    SELECT model, state, sum(${micro('amount_usd')}), count(*) FROM spend GROUP BY model, state;

    CREATE TRIGGER spend_totals_added AFTER INSERT ON spend BEGIN ${add('NEW', '')} END;
    CREATE TRIGGER spend_totals_changed AFTER UPDATE OF model, state, amount_usd ON spend
    WHEN (OLD.model, OLD.state, OLD.amount_usd) IS NOT (NEW.model, NEW.state, NEW.amount_usd)
    BEGIN ${add('OLD', '-')} ${add('NEW', '')} END;
    CREATE TRIGGER spend_totals_removed AFTER DELETE ON spend BEGIN ${add('OLD', '-')} END;
  `,
};
