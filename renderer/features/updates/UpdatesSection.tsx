import { Button } from '../../components/ui/Button.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { ToggleRow } from '../settings/ToggleRow.tsx';
import { UpdateButtons } from './UpdateButtons.tsx';
import styles from './UpdatesSection.module.css';
import { updateWords } from './update-words.ts';
import { useUpdates } from './use-updates.ts';

interface UpdatesSectionProps {
  /** Of the app that runs. */
  version: string;
  isWanted: boolean;
  onWant: (isWanted: boolean) => void;
}

/** In Settings: whether the app asks for new versions of itself, and how it stands. */
export function UpdatesSection({ version, isWanted, onWant }: UpdatesSectionProps) {
  const text = useText();
  const format = useFormat();
  const updates = useUpdates();
  const { state } = updates;
  if (state === undefined) return null;
  if (state.offer === 'nothing') {
    return (
      <Section title={text.updates.title}>
        <p className={styles['hint']}>{text.updates.notFromRelease}</p>
      </Section>
    );
  }
  const mayCheck = state.phase !== 'downloading' && state.phase !== 'ready';
  return (
    <Section title={text.updates.title}>
      <div className={styles['row']}>
        <div className={styles['words']}>
          <p>{text.settings.version(version)}</p>
          <output className={styles['hint']}>{updateWords(state, text, format)}</output>
        </div>
        <UpdateButtons updates={updates} />
        {mayCheck && (
          <Button size="small" disabled={state.phase === 'checking'} onClick={updates.check}>
            {text.updates.check}
          </Button>
        )}
      </div>
      <ToggleRow label={text.updates.setting} checked={isWanted} onChange={onWant} />
      <p className={styles['hint']}>{text.updates.settingHint}</p>
    </Section>
  );
}
