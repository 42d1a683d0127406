/** A draft that something else takes the place of. */
import { useDraft } from './draft-store.ts';
import { frameIntake } from './image-intake.ts';
import type { DraftImage } from './ways.ts';

/** Gives images their addresses again, which went with them; the same one twice has one, as in a loop. */
export function reviving(): (image: DraftImage) => DraftImage {
  const revived = new Map<string, DraftImage>();
  return (image) => {
    const { previewUrl, data, mimeType } = image;
    const known = revived.get(previewUrl);
    if (known !== undefined) return known;
    const made = { ...image, previewUrl: URL.createObjectURL(new Blob([data], { type: mimeType })) };
    revived.set(previewUrl, made);
    return made;
  };
}

/** Remembers the draft. Gives what brings it back; null when there was nothing in it. */
export function keepForUndo(): (() => void) | null {
  const before = useDraft.getState();
  const { prompt, negativePrompt, wanted, modelId, touched, way, source, people, seed, audio, takes } =
    before;
  const { image, lastFrame, references } = before;
  const isEmpty = image === null && lastFrame === null && references.length === 0 && source === null;
  if (prompt.trim() === '' && negativePrompt.trim() === '' && isEmpty) return null;
  return () => {
    // What is still on its way belongs to the draft that goes.
    frameIntake.forget();
    const again = reviving();
    const draft = useDraft.getState();
    useDraft.setState({ wanted, modelId, way });
    draft.setImage(image && again(image));
    draft.setLastFrame(lastFrame && again(lastFrame));
    draft.setReferences(references.map(again));
    draft.setSource(source);
    const words = { prompt, negativePrompt, people, seed, audio, takes, touched };
    useDraft.setState({ ...words, notes: [], problems: {} });
  };
}
