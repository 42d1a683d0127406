import { CircleQuestionMark, Settings } from 'lucide-react';
import { Mark } from '../components/Mark.tsx';
import { Button, IconButton } from '../components/ui/Button.tsx';
import { Segmented } from '../components/ui/Segmented.tsx';
import { ModelPicker } from '../features/models/ModelPicker.tsx';
import { SessionSwitcher } from '../features/sessions/SessionSwitcher.tsx';
import { SpendPill } from '../features/spend/SpendPill.tsx';
import { useText } from '../lib/i18n/text.ts';
import { useAppState } from '../lib/queries.ts';
import { useUi } from '../lib/ui-store.ts';
import styles from './Header.module.css';

export function Header() {
  const text = useText();
  const { mode, setMode, setSettingsOpen, setHelpOpen } = useUi();
  const customHost = useAppState().data?.service.customHost ?? null;

  return (
    <header className={styles['header']}>
      <h1 className="visually-hidden">{text.app.title}</h1>
      <div className={styles['brand']}>
        <Mark size={20} />
        <span>{text.app.name}</span>
      </div>
      <Segmented
        look="switch"
        label={text.app.mode}
        hideLabel
        options={[
          { value: 'image', label: text.app.image },
          { value: 'video', label: text.app.video },
        ]}
        value={mode}
        onChange={setMode}
      />
      <SessionSwitcher />
      <span className={styles['gap']} />
      {customHost !== null && (
        <span className={styles['host']} title={text.app.customHostExplained}>
          {text.app.customHost(customHost)}
        </span>
      )}
      <SpendPill />
      <ModelPicker />
      <Button
        look="quiet"
        onClick={() => {
          setSettingsOpen(true);
        }}
      >
        <Settings size={15} aria-hidden />
        {text.app.settings}
      </Button>
      <IconButton
        label={text.help.title}
        onClick={() => {
          setHelpOpen(true);
        }}
      >
        <CircleQuestionMark size={15} aria-hidden />
      </IconButton>
    </header>
  );
}
