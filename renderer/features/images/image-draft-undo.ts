/** An image draft that something else takes the place of. */
import { reviving } from '../compose/draft-undo.ts';
import { inputIntake, useImageDraft } from './image-draft-store.ts';

/** Remembers the draft. Gives what brings it back; null when there was nothing in it. */
export function keepImageForUndo(): (() => void) | null {
  const { prompt, wanted, modelId, source, takes, inputs } = useImageDraft.getState();
  if (prompt.trim() === '' && inputs.length === 0 && source === null) return null;
  return () => {
    // What is still on its way belongs to the draft that goes.
    inputIntake.forget();
    useImageDraft.setState({ modelId });
    const draft = useImageDraft.getState();
    draft.setShape(wanted);
    draft.setInputs(inputs.map(reviving()));
    draft.setSource(source);
    useImageDraft.setState({ prompt, takes, problems: {} });
  };
}
