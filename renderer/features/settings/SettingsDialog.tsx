import { languageChoices, limits, themes } from '../../../preload/contract/domain.ts';
import type { AppState, Settings } from '../../../preload/contract/domain.ts';
import { Button } from '../../components/ui/Button.tsx';
import { DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { call } from '../../lib/call.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useAppState, useFormat, useSettings } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { RebuildRow } from '../recipes/RebuildRow.tsx';
import { UpdatesSection } from '../updates/UpdatesSection.tsx';
import { ChoiceRow } from './ChoiceRow.tsx';
import { DefaultsSection } from './DefaultsSection.tsx';
import { PollingField } from './PollingField.tsx';
import { ServicesSection } from './ServicesSection.tsx';
import { ToggleRow } from './ToggleRow.tsx';
import { useSettingsUpdate } from './use-settings-update.ts';
import styles from './SettingsDialog.module.css';

export function SettingsDialog() {
  const open = useUi((state) => state.settingsOpen);
  return open ? <OpenSettings /> : null;
}

function OpenSettings() {
  const text = useText();
  const format = useFormat();
  const setOpen = useUi((state) => state.setSettingsOpen);
  const appState = useAppState().data;
  const settings = useSettings();
  const changes = useSettingsUpdate();
  const error = changes.error === null ? null : errorWords(changes.error, text, format);

  return (
    <DialogFrame
      title={text.settings.title}
      saved={changes.saved}
      onClose={() => {
        setOpen(false);
      }}
    >
      {error !== null && (
        <Problem title={error.title}>
          <p>{error.message}</p>
        </Problem>
      )}
      {appState !== undefined && <ServicesSection appState={appState} />}
      {settings.data !== undefined && <SettingFields settings={settings.data} changes={changes} />}
      {appState !== undefined && settings.data !== undefined && (
        <UpdatesSection
          version={appState.version}
          isWanted={settings.data.lookForUpdates}
          onWant={(lookForUpdates) => void changes.update({ lookForUpdates })}
        />
      )}
      {settings.error !== null && (
        <Problem
          title={text.settings.failed}
          actions={
            <Button size="small" onClick={() => void settings.refetch()}>
              {text.app.retry}
            </Button>
          }
        >
          <p>{text.said(settings.error.message)}</p>
        </Problem>
      )}
      {appState !== undefined && <About appState={appState} />}
    </DialogFrame>
  );
}

interface SettingFieldsProps {
  settings: Settings;
  changes: ReturnType<typeof useSettingsUpdate>;
}

const concurrencies = Array.from(
  { length: limits.concurrency.max - limits.concurrency.min + 1 },
  (_, index) => limits.concurrency.min + index,
);

function SettingFields({ settings, changes }: SettingFieldsProps) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <Section title={text.settings.defaults}>
        <DefaultsSection settings={settings} update={changes.update} />
      </Section>
      <Section title={text.settings.app}>
        <div className={styles['row']}>
          <span className={styles['rowLabel']}>{text.settings.library}</span>
          <div className={styles['folder']}>
            <span className={styles['path']} title={settings.libraryFolder}>
              {settings.libraryFolder}
            </span>
            <Button size="small" onClick={() => void changes.chooseLibraryFolder()}>
              {text.settings.choose}
            </Button>
          </div>
        </div>
        <RebuildRow />
        <PollingField
          key={settings.pollingIntervalSeconds}
          value={settings.pollingIntervalSeconds}
          onSave={(pollingIntervalSeconds) => void changes.update({ pollingIntervalSeconds })}
        />
        <ChoiceRow
          label={text.settings.concurrency}
          options={concurrencies.map((value) => ({ value: String(value), label: format.number(value) }))}
          value={String(settings.concurrency)}
          onChange={(value) => void changes.update({ concurrency: Number(value) })}
        />
        <ChoiceRow
          label={text.settings.theme}
          options={themes.map((value) => ({ value, label: text.settings.themes[value] }))}
          value={settings.theme}
          onChange={(theme) => void changes.update({ theme })}
        />
        <ChoiceRow
          label={text.settings.language}
          options={languageChoices.map((value) => ({ value, label: text.settings.languages[value] }))}
          value={settings.language}
          onChange={(language) => void changes.update({ language })}
        />
        <ToggleRow
          label={text.settings.notifications}
          checked={settings.notifications}
          onChange={(notifications) => void changes.update({ notifications })}
        />
        <ToggleRow
          label={text.settings.askBeforeClosing}
          checked={settings.askBeforeClosing}
          onChange={(askBeforeClosing) => void changes.update({ askBeforeClosing })}
        />
        <ToggleRow
          label={text.enhance.setting}
          checked={settings.askTextModel}
          onChange={(askTextModel) => void changes.update({ askTextModel })}
        />
      </Section>
    </>
  );
}

function About({ appState }: { appState: AppState }) {
  const text = useText();
  const open = (link: 'pricing' | 'video-guide'): void => {
    void call(() => window.zoetrope.app.openLink({ link }));
  };
  return (
    <p className={styles['about']}>
      <span>{text.settings.version(appState.version)}</span>
      <Button
        look="link"
        onClick={() => {
          open('pricing');
        }}
      >
        {text.settings.pricing}
      </Button>
      <Button
        look="link"
        onClick={() => {
          open('video-guide');
        }}
      >
        {text.settings.guide}
      </Button>
    </p>
  );
}
