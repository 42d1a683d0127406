import type { AspectRatio, Duration, Resolution } from '../../../preload/contract/domain.ts';
import type { ModelInfo } from '../../../preload/contract/models.ts';
import type { Mode } from '../../../preload/contract/modes.ts';
import { durationsFor, resolutionsFor } from '../../../preload/contract/rules.ts';
import type { Refusal, Shape } from '../../../preload/contract/rules.ts';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { DurationSlider } from './DurationSlider.tsx';
import type { ChoiceNote } from './choices.ts';
import { useChoiceNotes } from './use-choice-notes.ts';
import styles from './ChoiceFields.module.css';

interface ChoiceFieldsProps {
  model: ModelInfo;
  mode: Mode;
  choices: Shape;
  notes: readonly ChoiceNote[];
  /** A clip that is extended keeps its shape, one that is edited its length too. */
  keeps?: 'extend' | 'edit' | null;
  /** Tells the notes of two such groups apart. */
  id: string;
  onAspectRatio: (value: AspectRatio) => void;
  onResolution: (value: Resolution) => void;
  onDuration: (value: Duration) => void;
}

/** More than these do not fit beside each other. */
const mostSegments = 4;

/** The three settings of a clip, in the composer and in the settings dialog alike. */
export function ChoiceFields({ model, mode, choices, keeps = null, ...props }: ChoiceFieldsProps) {
  const text = useText();
  const notes = useChoiceNotes(props.notes, model.label);
  const noteId = `${props.id}-choice-note`;
  const resolutions = resolutionsFor(model, mode);
  const durations = durationsFor(model, mode, choices.resolution);
  const words = (refusal: Refusal) => text.rule(refusal, model.label);
  const resolutionWords = (value: Resolution) => words({ field: 'resolution', value, range: resolutions });
  const durationWords = (value: Duration) => words({ field: 'duration', value, range: durations });
  // What narrows a choice is said once, for whoever wonders what the grey ones are waiting for.
  const standing = new Set([
    ...(resolutions.because === null ? [] : [resolutionWords(choices.resolution)]),
    ...(durations.because === null ? [] : [durationWords(choices.duration)]),
  ]);
  const lines = notes.length > 0 ? notes : [...standing];

  return (
    <div className={styles['fields']}>
      <Segmented
        label={text.compose.aspectRatio}
        options={model.aspectRatios.map((value) => ({
          value,
          label: value,
          disabledBecause:
            keeps === null || value === choices.aspectRatio ? null : text.compose.sourceShape[keeps],
        }))}
        value={choices.aspectRatio}
        onChange={props.onAspectRatio}
      />
      <Segmented
        label={text.compose.resolution}
        options={model.resolutions.map((value) => ({
          value,
          label: value,
          disabledBecause: resolutions.values.includes(value) ? null : resolutionWords(value),
        }))}
        value={choices.resolution}
        onChange={props.onResolution}
        describedBy={noteId}
      />
      <div className={styles['wide']}>
        {keeps === 'edit' ? null : model.durations.length > mostSegments ? (
          <DurationSlider
            label={text.compose.duration}
            durations={durations.values}
            value={choices.duration}
            onChange={props.onDuration}
            describedBy={noteId}
          />
        ) : (
          <Segmented
            label={text.compose.duration}
            options={model.durations.map((value) => ({
              value,
              label: text.compose.seconds(value),
              disabledBecause: durations.values.includes(value) ? null : durationWords(value),
            }))}
            value={choices.duration}
            onChange={props.onDuration}
            describedBy={noteId}
          />
        )}
        <output className={styles['note']} id={noteId}>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </output>
      </div>
    </div>
  );
}
