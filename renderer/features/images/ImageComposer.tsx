import { useEffect } from 'react';
import { estimateImageUsd } from '../../../preload/contract/images.ts';
import { limits } from '../../../preload/contract/domain.ts';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useAppState, useFormat, useModelList } from '../../lib/queries.ts';
import composer from '../compose/Composer.module.css';
import { PriceLine, SendBar } from '../compose/SendBar.tsx';
import { SourceCard } from '../compose/SourceCard.tsx';
import { TextField } from '../compose/TextField.tsx';
import { imagePromptId, imageRequestKey, imageSending, pressGenerateImages } from './generate-images.ts';
import { useImageDraft } from './image-draft-store.ts';
import { usePromptKeys } from '../prompts/use-prompt-keys.ts';
import type { PromptField } from '../prompts/use-prompt-keys.ts';
import { InputWells } from './InputWells.tsx';
import { RatioPicker } from './RatioPicker.tsx';
import styles from './ImageComposer.module.css';

const imagePrompt: PromptField = {
  ...{ medium: 'image', id: imagePromptId },
  read: () => useImageDraft.getState().prompt,
  write: (prompt) => {
    useImageDraft.getState().setPrompt(prompt);
  },
};

/** Writes an image, or what is to be another in one. */
export function ImageComposer() {
  const text = useText();
  const draft = useImageDraft();
  const { source } = draft;
  const onPromptKey = usePromptKeys(imagePrompt);
  useModelsHere();
  return (
    <section className={composer['composer']} aria-label={text.images.label}>
      <div className={composer['fields']}>
        <TextField
          id={imagePromptId}
          label={text.compose.prompt}
          placeholder={source === null ? text.images.placeholder : text.images.refinePlaceholder}
          value={draft.prompt}
          limit={limits.promptCharacters}
          countFrom={0}
          rows={5}
          problem={draft.problems.prompt}
          onKeyDown={onPromptKey}
          onChange={draft.setPrompt}
        />
        {source !== null && (
          <SourceCard
            label={text.images.refines}
            prompt={source.prompt}
            posterUrl={source.posterUrl}
            hint={text.images.refinesHint}
            leaveLabel={text.images.leaveSource}
            onLeave={() => {
              draft.setSource(null);
            }}
          />
        )}
        <InputWells />
        <Shape />
      </div>
      <Bar />
    </section>
  );
}

function Shape() {
  const text = useText();
  const { model, wanted, choices, setShape } = useImageDraft();
  if (model === null) return null;
  const note =
    wanted.size !== choices.size
      ? text.images.sizeInstead(model.label, choices.size)
      : wanted.aspectRatio === choices.aspectRatio
        ? null
        : text.images.ratioInstead(model.label, choices.aspectRatio);
  return (
    <div>
      <RatioPicker
        label={text.compose.aspectRatio}
        options={model.aspectRatios}
        value={choices.aspectRatio}
        onChange={(aspectRatio) => {
          setShape({ aspectRatio });
        }}
      />
      <div className={styles['size']}>
        <Segmented
          label={text.images.size}
          options={model.sizes.map((value) => ({ value, label: text.images.sizes[value] }))}
          value={choices.size}
          onChange={(size) => {
            setShape({ size });
          }}
        />
      </div>
      <output className={styles['note']}>{note}</output>
    </div>
  );
}

function Bar() {
  const text = useText();
  const draft = useImageDraft();
  const { takes, source, inputs } = draft;
  const kind =
    source !== null ? 'refine' : inputs.length === 0 ? 'make' : inputs.length === 1 ? 'change' : 'combine';
  return (
    <SendBar
      problem={draft.problems.request}
      takes={takes}
      takesHint={text.images.takesHint}
      onTakes={draft.setTakes}
      price={<Price />}
      sending={imageSending.useSending()}
      requestKey={imageRequestKey(draft)}
      label={text.images.generateBy[kind]}
      onPress={() => void pressGenerateImages()}
    />
  );
}

function Price() {
  const text = useText();
  const format = useFormat();
  const mode = useAppState().data?.service.mode;
  const { model, choices, takes } = useImageDraft();
  if (mode === 'demo') return <PriceLine sum={text.images.demoPrice} price={text.compose.free} />;
  const usd = model === null ? null : estimateImageUsd(model, choices.size);
  if (model === null || usd === null) return <PriceLine sum={text.compose.priceUnknown} price={null} />;
  return (
    <PriceLine
      sum={text.images.priceSum(format.number(takes), takes, format.usd(usd))}
      price={format.usd(usd * takes)}
      title={`${text.compose.priceRead(model.priceDate)}, ${model.priceSource}`}
    />
  );
}

function useModelsHere(): void {
  const models = useModelList().data;
  const setModels = useImageDraft((state) => state.setModels);
  useEffect(() => {
    if (models !== undefined) setModels(models);
  }, [models, setModels]);
}
