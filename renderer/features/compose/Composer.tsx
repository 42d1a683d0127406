import { useEffect } from 'react';
import { limits } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useAppState, useModelList, useSettings } from '../../lib/queries.ts';
import { PromptTools } from '../prompts/PromptTools.tsx';
import { clipPrompt, usePromptKeys } from '../prompts/use-prompt-keys.ts';
import { Beginning } from './Beginning.tsx';
import { ChoiceFields } from './ChoiceFields.tsx';
import { GenerateBar } from './GenerateBar.tsx';
import { ModelNote } from './ModelNote.tsx';
import { More } from './More.tsx';
import { TextField } from './TextField.tsx';
import { useDraft } from './draft-store.ts';
import { negativePromptId, promptId } from './generate.ts';
import { modeOf } from './ways.ts';
import styles from './Composer.module.css';

export function Composer() {
  const text = useText();
  const draft = useDraft();
  const noNegativePrompt =
    draft.model?.takesNegativePrompt === false
      ? text.rule({ field: 'negativePrompt' }, draft.model.label)
      : null;
  const onPromptKey = usePromptKeys(clipPrompt);
  useDefaults();

  return (
    <section className={styles['composer']} aria-label={text.compose.label}>
      <div className={styles['fields']}>
        <TextField
          id={promptId}
          label={text.compose.prompt}
          placeholder={text.compose.promptPlaceholder}
          value={draft.prompt}
          limit={limits.promptCharacters}
          countFrom={0}
          rows={5}
          problem={draft.problems.prompt}
          tools={<PromptTools />}
          onKeyDown={onPromptKey}
          onChange={draft.setPrompt}
        />
        <Beginning />
        <ModelNote />
        {draft.model === null ? (
          <ChoicesToCome />
        ) : (
          <ChoiceFields
            id="compose"
            model={draft.model}
            mode={modeOf(draft)}
            choices={draft.choices}
            notes={draft.notes}
            keeps={draft.source?.task ?? null}
            onAspectRatio={draft.setAspectRatio}
            onResolution={draft.setResolution}
            onDuration={draft.setDuration}
          />
        )}
        <TextField
          id={negativePromptId}
          label={text.compose.negativePrompt}
          placeholder={text.compose.negativePlaceholder}
          value={draft.negativePrompt}
          limit={limits.negativePromptCharacters}
          countFrom={0.8}
          rows={1}
          disabledBecause={noNegativePrompt}
          problem={draft.problems.negativePrompt}
          onChange={draft.setNegativePrompt}
        />
        <More />
      </div>
      <GenerateBar />
    </section>
  );
}

/** Keeps the place of the choices until main has said what there is to choose. */
function ChoicesToCome() {
  const isToCome = useModelList().isPending;
  if (!isToCome) return null;
  return (
    <div className={styles['toCome']} aria-hidden>
      <div />
      <div />
    </div>
  );
}

/** The default settings are where the choices start, as long as nobody has chosen. */
function useDefaults(): void {
  const settings = useSettings().data;
  const models = useModelList().data;
  const mode = useAppState().data?.service.mode;
  const applyDefaults = useDraft((state) => state.applyDefaults);
  const setModels = useDraft((state) => state.setModels);
  const setService = useDraft((state) => state.setService);
  useEffect(() => {
    setService(mode === undefined || mode === 'unavailable' ? null : mode);
  }, [mode, setService]);
  useEffect(() => {
    if (models !== undefined) setModels(models);
  }, [models, setModels]);
  useEffect(() => {
    if (settings !== undefined) applyDefaults(settings);
  }, [settings, applyDefaults]);
}
