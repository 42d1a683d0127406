import styles from './SettingsDialog.module.css';

interface ToggleRowProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A setting that is on or off. */
export function ToggleRow({ label, checked, onChange }: ToggleRowProps) {
  return (
    <label className={styles['row']}>
      <span className={styles['rowLabel']}>{label}</span>
      <input
        type="checkbox"
        className={styles['toggle']}
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
    </label>
  );
}
