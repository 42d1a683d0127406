import { Segmented } from '../../components/ui/Segmented.tsx';
import styles from './SettingsDialog.module.css';

interface ChoiceRowProps<Value extends string> {
  label: string;
  options: { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A setting with few choices, beside its name. */
export function ChoiceRow<Value extends string>({ label, ...choice }: ChoiceRowProps<Value>) {
  return (
    <div className={styles['row']}>
      <span className={styles['rowLabel']} aria-hidden>
        {label}
      </span>
      <div className={styles['theme']}>
        <Segmented label={label} hideLabel {...choice} />
      </div>
    </div>
  );
}
