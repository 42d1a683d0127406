import { aspectRatios, durations, resolutions } from '../../../preload/contract/domain.ts';
import type { AspectRatio, Duration, Resolution } from '../../../preload/contract/domain.ts';
import { durationsFor } from '../../../preload/contract/rules.ts';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { useText } from '../../lib/i18n/text.ts';
import type { ChoiceNote } from './choices.ts';
import { useChoiceNote } from './use-choice-note.ts';
import styles from './ChoiceFields.module.css';

interface ChoiceFieldsProps {
  aspectRatio: AspectRatio;
  resolution: Resolution;
  duration: Duration;
  note: ChoiceNote | null;
  /** Tells the notes of two such groups apart. */
  id: string;
  onAspectRatio: (value: AspectRatio) => void;
  onResolution: (value: Resolution) => void;
  onDuration: (value: Duration) => void;
}

/** The three settings of a clip, in the composer and in the settings dialog alike. */
export function ChoiceFields(props: ChoiceFieldsProps) {
  const text = useText();
  const allowed = durationsFor(props.resolution);
  const noteId = `${props.id}-duration-note`;
  const only = allowed.length < durations.length ? (allowed[0] ?? null) : null;
  const onlyWords = only === null ? null : text.compose.durationOnly(props.resolution, only);
  const note = useChoiceNote(props.note);

  return (
    <div className={styles['fields']}>
      <Segmented
        label={text.compose.aspectRatio}
        options={aspectRatios.map((value) => ({ value, label: value }))}
        value={props.aspectRatio}
        onChange={props.onAspectRatio}
      />
      <Segmented
        label={text.compose.resolution}
        options={resolutions.map((value) => ({ value, label: value }))}
        value={props.resolution}
        onChange={props.onResolution}
      />
      <div className={styles['wide']}>
        <Segmented
          label={text.compose.duration}
          options={durations.map((value) => ({
            value,
            label: text.compose.seconds(value),
            disabledBecause: allowed.includes(value) ? null : onlyWords,
          }))}
          value={props.duration}
          onChange={props.onDuration}
          describedBy={noteId}
        />
        <output className={styles['note']} id={noteId}>
          {note ?? onlyWords}
        </output>
      </div>
    </div>
  );
}
