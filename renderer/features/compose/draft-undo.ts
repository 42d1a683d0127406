/** A draft that something else takes the place of. */
import { useDraft } from './draft-store.ts';
import type { DraftImage } from './ways.ts';

/** The address of before went with the image. */
function again(image: DraftImage): DraftImage {
  return { ...image, previewUrl: URL.createObjectURL(new Blob([image.data], { type: image.mimeType })) };
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
