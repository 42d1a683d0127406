import { useText } from '../../lib/i18n/text.ts';
import { useAppState, useFormat, useSettings, useSpend } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import styles from './SpendPill.module.css';

/** Today's sum in the header; opens the rest. Demo clips are free: there it shows only if there ever was a bill. */
export function SpendPill() {
  const text = useText();
  const format = useFormat();
  const open = useUi((state) => state.setSpendOpen);
  const mode = useAppState().data?.service.mode;
  const budget = useSettings().data?.dayBudgetUsd ?? null;
  const { data: spend, error } = useSpend();
  if (mode === undefined || (spend === undefined && error === null)) return null;
  if (mode === 'demo' && spend?.hasAny !== true) return null;

  return (
    <button
      type="button"
      className={styles['pill']}
      title={text.spend.open}
      onClick={() => {
        open(true);
      }}
    >
      {spend === undefined ? (
        text.spend.title
      ) : (
        <>
          {text.spend.today} <strong className={styles['sum']}>{format.usd(spend.today.spentUsd)}</strong>
          {budget !== null && ` ${text.spend.of(format.usd(budget))}`}
        </>
      )}
    </button>
  );
}
