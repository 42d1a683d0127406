/** A draft that something else takes the place of. */
import { useDraft } from './draft-store.ts';

/** Remembers the draft. Gives what brings it back; null when there was nothing in it. */
export function keepForUndo(): (() => void) | null {
  const { prompt, negativePrompt, wanted, modelId, touched, image } = useDraft.getState();
  if (prompt.trim() === '' && negativePrompt.trim() === '' && image === null) return null;
  return () => {
    const kept =
      image === null
        ? null
        : // The address of before went with the image.
          { ...image, previewUrl: URL.createObjectURL(new Blob([image.data], { type: image.mimeType })) };
    useDraft.setState({ wanted, modelId });
    useDraft.getState().setImage(kept);
    useDraft.setState({ prompt, negativePrompt, touched, notes: [], problems: {} });
  };
}
