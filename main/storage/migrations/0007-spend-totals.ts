import type { Migration } from '../migration.ts';

/** Whole millionths of a dollar: adding and taking away for years leaves no crumbs. */
const micro = (amount: string): string => `CAST(round(${amount} * 1000000) AS INTEGER)`;

const add = (row: string, sign: '' | '-'): string => `
  INSERT INTO spend_totals (session_id, model, state, micro_usd, count)
  VALUES (coalesce(${row}.session_id, ''), ${row}.model, ${row}.state, ${sign}${micro(`${row}.amount_usd`)}, ${sign}1)
  ON CONFLICT (session_id, model, state) DO UPDATE
    SET micro_usd = micro_usd + excluded.micro_usd, count = count + excluded.count;`;

/** What was spent in all, by session, kept up by triggers: a ledger of years is not added up again for each start and change. */
export const spendTotals: Migration = {
  number: 7,
  name: 'spend-totals',
  sql: `
    CREATE TABLE spend_totals (
      session_id TEXT NOT NULL,
      model TEXT NOT NULL,
      state TEXT NOT NULL,
      micro_usd INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (session_id, model, state)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO spend_totals (session_id, model, state, micro_usd, count)
    SELECT coalesce(session_id, ''), model, state, sum(${micro('amount_usd')}), count(*)
    FROM spend GROUP BY 1, 2, 3;

    -- Nothing adds up the rows of a session any more.
    DROP INDEX spend_session;

    CREATE TRIGGER spend_totals_added AFTER INSERT ON spend BEGIN ${add('NEW', '')} END;
    CREATE TRIGGER spend_totals_changed AFTER UPDATE OF session_id, model, state, amount_usd ON spend
    WHEN (OLD.session_id, OLD.model, OLD.state, OLD.amount_usd)
      IS NOT (NEW.session_id, NEW.model, NEW.state, NEW.amount_usd)
    BEGIN ${add('OLD', '-')} ${add('NEW', '')} END;
    CREATE TRIGGER spend_totals_removed AFTER DELETE ON spend BEGIN ${add('OLD', '-')} END;
  `,
};
