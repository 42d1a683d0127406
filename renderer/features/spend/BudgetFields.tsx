import { useId, useState } from 'react';
import { limits } from '../../../preload/contract/domain.ts';
import type { Settings } from '../../../preload/contract/domain.ts';
import { Problem } from '../../components/ui/Problem.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { Section } from '../../components/ui/Section.tsx';
import frame from '../settings/SettingsDialog.module.css';
import type { SettingsUpdate } from '../settings/use-settings-update.ts';
import styles from './SpendDialog.module.css';

interface BudgetFieldsProps {
  settings: Settings;
  update: SettingsUpdate['update'];
}

export function BudgetFields({ settings, update }: BudgetFieldsProps) {
  const text = useText();
  return (
    <Section title={text.spend.budgets}>
      <BudgetField
        key={`day ${String(settings.dayBudgetUsd)}`}
        label={text.spend.dayBudget}
        value={settings.dayBudgetUsd}
        onSave={(dayBudgetUsd) => void update({ dayBudgetUsd })}
      />
      <BudgetField
        key={`month ${String(settings.monthBudgetUsd)}`}
        label={text.spend.monthBudget}
        value={settings.monthBudgetUsd}
        onSave={(monthBudgetUsd) => void update({ monthBudgetUsd })}
      />
      <p className={styles['note']}>{text.spend.budgetHint}</p>
    </Section>
  );
}

interface BudgetFieldProps {
  label: string;
  /** USD; null for none. */
  value: number | null;
  onSave: (usd: number | null) => void;
}

/** Undefined for what is no amount. */
function read(input: string, bad: boolean): number | null | undefined {
  if (bad) return undefined;
  if (input.trim() === '') return null;
  const usd = Number(input);
  const { min, max } = limits.budgetUsd;
  return Number.isFinite(usd) && usd >= min && usd <= max ? usd : undefined;
}

/** Saved when the field is left or Enter is pressed: on the way to 20 there is a 2, which would hold everything. */
function BudgetField({ label, value, onSave }: BudgetFieldProps) {
  const text = useText();
  const format = useFormat();
  const id = useId();
  const [input, setInput] = useState(value === null ? '' : String(value));
  const [wrong, setWrong] = useState(false);

  const settle = (field: HTMLInputElement): void => {
    // What is no number at all reads as empty, which would silently take the budget away.
    const usd = read(field.value, field.validity.badInput);
    setWrong(usd === undefined);
    if (usd !== undefined && usd !== value) onSave(usd);
  };

  return (
    <div>
      <div className={frame['row']}>
        <label className={frame['rowLabel']} htmlFor={id}>
          {label}
        </label>
        <div className={frame['number']}>
          <input
            id={id}
            type="number"
            className={cx(frame['input'], styles['budget'], wrong && frame['bad'])}
            min={limits.budgetUsd.min}
            max={limits.budgetUsd.max}
            step="any"
            placeholder={text.spend.noBudget}
            value={input}
            aria-invalid={wrong}
            aria-describedby={`${id}-unit${wrong ? ` ${id}-problem` : ''}`}
            onChange={(event) => {
              setInput(event.target.value);
            }}
            onBlur={(event) => {
              settle(event.currentTarget);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') settle(event.currentTarget);
            }}
          />
          <span id={`${id}-unit`}>{text.spend.usd}</span>
        </div>
      </div>
      {wrong && (
        <div className={frame['rowProblem']}>
          <Problem id={`${id}-problem`}>
            <p>{text.spend.budgetRange(format.number(limits.budgetUsd.max))}</p>
          </Problem>
        </div>
      )}
    </div>
  );
}
