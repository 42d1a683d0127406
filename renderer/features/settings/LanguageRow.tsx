import { languageChoices } from '../../../preload/contract/domain.ts';
import type { LanguageChoice } from '../../../preload/contract/domain.ts';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { useText } from '../../lib/i18n/text.ts';
import styles from './SettingsDialog.module.css';

interface LanguageRowProps {
  value: LanguageChoice;
  onChange: (language: LanguageChoice) => void;
}

export function LanguageRow({ value, onChange }: LanguageRowProps) {
  const text = useText();
  return (
    <div className={styles['row']}>
      <span className={styles['rowLabel']} aria-hidden>
        {text.settings.language}
      </span>
      <div className={styles['theme']}>
        <Segmented
          label={text.settings.language}
          hideLabel
          options={languageChoices.map((choice) => ({
            value: choice,
            label: text.settings.languages[choice],
          }))}
          value={value}
          onChange={onChange}
        />
      </div>
    </div>
  );
}
