import { useState } from 'react';
import type { Settings } from '../../../preload/contract/domain.ts';
import { settle } from '../../../preload/contract/rules.ts';
import type { Shape } from '../../../preload/contract/rules.ts';
import { Select } from '../../components/ui/Select.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useModelList } from '../../lib/queries.ts';
import { ChoiceFields } from '../compose/ChoiceFields.tsx';
import { defaultChoices, notesOf } from '../compose/choices.ts';
import type { ChoiceNote } from '../compose/choices.ts';
import type { SettingsPatch } from './use-settings-update.ts';
import styles from './DefaultsSection.module.css';

interface DefaultsSectionProps {
  settings: Settings;
  update: (patch: SettingsPatch) => Promise<void>;
}

const shapePatch = ({ aspectRatio, resolution, duration }: Shape): SettingsPatch => ({
  defaultAspectRatio: aspectRatio,
  defaultResolution: resolution,
  defaultDuration: duration,
});

/** What a new clip starts with; the same rules as in the composer. */
export function DefaultsSection({ settings, update }: DefaultsSectionProps) {
  const text = useText();
  const list = useModelList().data;
  const [notes, setNotes] = useState<ChoiceNote[]>([]);
  const choices = defaultChoices(settings);
  const [wanted, setWanted] = useState<Shape>(choices);
  if (list === undefined) return null;
  const usable = list.offers.filter(({ problem }) => problem === null);
  const find = (id: string | null) => usable.find((offer) => offer.id === id);
  const best = find(list.defaultId);
  const model = find(settings.defaultModel) ?? best;
  if (model === undefined) return null;

  const apply = (next: typeof model, shape: Shape, field: keyof Shape | null, more: SettingsPatch = {}) => {
    const after = settle(next, 'text', shape);
    setWanted(shape);
    setNotes(notesOf(next, 'text', { before: choices, after, wanted: shape, chosen: field }));
    void update({ ...more, ...shapePatch(after) });
  };
  const choose = <Field extends keyof Shape>(field: Field, value: Shape[Field]) => {
    apply(model, { ...wanted, [field]: value }, field);
  };

  return (
    <>
      <label className={styles['model']}>
        <span>{text.app.model}</span>
        <Select
          className={styles['choice']}
          value={find(settings.defaultModel)?.id ?? ''}
          onChange={(event) => {
            const id = event.target.value === '' ? null : event.target.value;
            const next = find(id) ?? best;
            if (next !== undefined) apply(next, wanted, null, { defaultModel: id });
          }}
        >
          <option value="">{text.models.best(best?.label ?? '')}</option>
          {usable.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </label>
      <ChoiceFields
        id="defaults"
        model={model}
        mode="text"
        choices={choices}
        notes={notes}
        onAspectRatio={(value) => {
          choose('aspectRatio', value);
        }}
        onResolution={(value) => {
          choose('resolution', value);
        }}
        onDuration={(value) => {
          choose('duration', value);
        }}
      />
    </>
  );
}
