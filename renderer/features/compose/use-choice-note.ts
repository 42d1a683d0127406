import { useText } from '../../lib/i18n/text.ts';
import type { ChoiceNote } from './choices.ts';

/** A note in words; null without one. */
export function useChoiceNote(note: ChoiceNote | null): string | null {
  const text = useText();
  if (note === null) return null;
  switch (note.kind) {
    case 'forced':
      return text.compose.durationForced(note.resolution, note.duration);
    case 'restored':
      return text.compose.durationRestored(note.duration);
  }
}
