/** The way of files into the wells of a clip that is being written. */
import { useDraft } from './draft-store.ts';
import type { IntakeProblem } from './image-file.ts';
import { createIntake } from './intake.ts';
import { sentReferences, wayOf } from './ways.ts';
import type { DraftImage, Slot } from './ways.ts';

/** The well that files go to which were dropped at `target`, or pasted. */
export function slotAt(target: EventTarget | null): Slot {
  const { slot } = (target instanceof Element && target.closest<HTMLElement>('[data-slot]')?.dataset) || {};
  if (slot === 'first' || slot === 'last' || slot === 'reference') return slot;
  const draft = useDraft.getState();
  if (draft.source !== null) return 'first';
  const way = wayOf(draft);
  if (way === 'references') return 'reference';
  return way === 'frames' && draft.image !== null ? 'last' : 'first';
}

function put(image: DraftImage, slot: Slot): void {
  const draft = useDraft.getState();
  if (slot === 'last') draft.setLastFrame(image);
  else if (slot === 'reference') draft.setReferences([...sentReferences(draft), image]);
  else {
    // Whoever gives an image wants to animate it, not to extend a clip.
    if (draft.source !== null) draft.setSource(null);
    draft.setImage(image);
  }
}

function isSame({ data: one }: DraftImage, { data: other }: DraftImage): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

function putAgain(image: DraftImage, slot: Slot): void {
  const draft = useDraft.getState();
  // The first frame once more: a loop.
  if (slot === 'last' && draft.image !== null && isSame(draft.image, image)) {
    URL.revokeObjectURL(image.previewUrl);
    draft.setLastFrame(draft.image);
  }
  // More than the model takes stay in the composer for one that does.
  else if (slot === 'reference') draft.setReferences([...draft.references, image]);
  else put(image, slot);
}

function refusalOf(count: number, slot: Slot): IntakeProblem | null {
  if (slot !== 'reference') return count > 1 ? { kind: 'several', count } : null;
  const draft = useDraft.getState();
  const most = draft.model?.mostReferences ?? count;
  return sentReferences(draft).length + count > most ? { kind: 'too-many', of: 'references', most } : null;
}

export const frameIntake = createIntake<Slot>({
  setBusy: (slot) => {
    useDraft.getState().setImageBusy(slot);
  },
  setProblem: (words) => {
    useDraft.getState().setImageProblem(words);
  },
  refusalOf,
  put,
  putAgain,
});

/** Empties a well; of the references, the one at `index`. */
export function removeImage(slot: Slot, index = 0): void {
  frameIntake.forget();
  const draft = useDraft.getState();
  if (slot === 'first') draft.setImage(null);
  else if (slot === 'last') draft.setLastFrame(null);
  else draft.setReferences(draft.references.filter((_, at) => at !== index));
}
