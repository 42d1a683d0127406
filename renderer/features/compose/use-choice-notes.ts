import { useText } from '../../lib/i18n/text.ts';
import type { ChoiceNote } from './choices.ts';

/** Notes in words; empty without one. `label` is the model's. */
export function useChoiceNotes(notes: readonly ChoiceNote[], label: string): string[] {
  const { compose, rule } = useText();
  return notes.map((note) => {
    if (note.kind === 'restored') return compose.restored[note.field](note.value);
    const now = compose.forced[note.field](note.value);
    if (note.refusal === null) return compose.now(now);
    return compose.because(rule(note.refusal, label), now);
  });
}
