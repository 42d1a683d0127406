/** Keeps the words, the model and the shape of the image that is being written, through a reload and a restart. */
import { imageAspectRatios, imageSizes } from '../../../preload/contract/mediums.ts';
import { keep, keepOn, oneOf, readKept } from '../../lib/kept.ts';
import { useImageDraft } from './image-draft-store.ts';

const key = 'image-draft';

function write(): void {
  const { prompt, modelId, wanted } = useImageDraft.getState();
  keep(localStorage, key, { prompt, modelId, ...wanted });
}

/** Brings the kept draft back and keeps it from then on. Gives the function that ends this. */
export function keepImageDraft(): () => void {
  const { prompt, modelId, ...shape } = readKept(localStorage, key);
  const { wanted, setShape } = useImageDraft.getState();
  useImageDraft.setState({
    prompt: typeof prompt === 'string' ? prompt : '',
    modelId: typeof modelId === 'string' ? modelId : null,
  });
  setShape({
    aspectRatio: oneOf(imageAspectRatios, shape['aspectRatio']) ?? wanted.aspectRatio,
    size: oneOf(imageSizes, shape['size']) ?? wanted.size,
  });
  return keepOn(useImageDraft.subscribe, write);
}
