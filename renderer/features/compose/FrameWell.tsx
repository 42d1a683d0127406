import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useDraft } from './draft-store.ts';
import { frameIntake, removeImage } from './image-intake.ts';
import { ImageWell } from './ImageWell.tsx';
import type { ImageWellProps } from './ImageWell.tsx';
import type { Slot } from './ways.ts';

interface FrameWellProps extends Omit<ImageWellProps, 'slot' | 'busy' | 'onFiles' | 'onRemove'> {
  slot: Slot;
}

/** One of the wells of the clip that is being written. */
export function FrameWell({ slot, index, ...props }: FrameWellProps) {
  const text = useText();
  const format = useFormat();
  const busy = useDraft((state) => state.imageBusy === slot);
  return (
    <ImageWell
      {...props}
      slot={slot}
      index={index}
      busy={busy && (slot !== 'reference' || props.image === null)}
      onFiles={(files) => void frameIntake.take(files, slot, { text, format })}
      onRemove={() => {
        removeImage(slot, index ?? 0);
      }}
    />
  );
}
