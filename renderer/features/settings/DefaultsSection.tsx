import { useState } from 'react';
import type { Settings } from '../../../preload/contract/domain.ts';
import { ChoiceFields } from '../compose/ChoiceFields.tsx';
import { chooseResolution, defaultChoices } from '../compose/choices.ts';
import type { ChoiceNote } from '../compose/choices.ts';
import type { SettingsPatch } from './use-settings-update.ts';

interface DefaultsSectionProps {
  settings: Settings;
  update: (patch: SettingsPatch) => Promise<void>;
}

/** What a new clip starts with; the same rule as in the composer. */
export function DefaultsSection({ settings, update }: DefaultsSectionProps) {
  const [note, setNote] = useState<ChoiceNote | null>(null);
  const [held, setHeld] = useState<Settings['defaultDuration'] | null>(null);
  return (
    <ChoiceFields
      id="defaults"
      aspectRatio={settings.defaultAspectRatio}
      resolution={settings.defaultResolution}
      duration={settings.defaultDuration}
      note={note}
      onAspectRatio={(defaultAspectRatio) => void update({ defaultAspectRatio })}
      onResolution={(resolution) => {
        const next = chooseResolution({ ...defaultChoices(settings), heldDuration: held }, resolution);
        setNote(next.note);
        setHeld(next.choices.heldDuration);
        void update({ defaultResolution: resolution, defaultDuration: next.choices.duration });
      }}
      onDuration={(defaultDuration) => {
        setNote(null);
        setHeld(null);
        void update({ defaultDuration });
      }}
    />
  );
}
