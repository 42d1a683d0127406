/** Puts a prompt from elsewhere into the composer, so that it can be taken back. */
import type { Shape } from '../../../preload/contract/rules.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import { keepForUndo } from '../compose/draft-undo.ts';
import { negativePromptId, promptId } from '../compose/generate.ts';
import type { Way } from '../compose/ways.ts';

export interface Insertable {
  prompt: string;
  /** Left out: the composer's own stays. Null: none. */
  negativePrompt?: string | null;
  shape?: Shape | null;
  /** Left out: what the clip begins with stays as it is. */
  way?: Way;
  /** The prompt is written for words alone. */
  dropsImages?: boolean;
}

/** The last insertion, until its text is changed: Ctrl+Z in the prompt takes it back. */
let last: { prompt: string; undo: () => void } | null = null;

function show(words: { title: string; undo: string }, undo: (() => void) | null): void {
  const { addToast } = useUi.getState();
  addToast({
    title: words.title,
    ...(undo === null ? {} : { action: { label: words.undo, run: undo }, undoes: true }),
  });
}

export function focusPrompt(id = promptId): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/** @param words what the message says, and the name of its button */
export function insertPrompt(wanted: Insertable, words: { title: string; undo: string }): void {
  const kept = keepForUndo();
  const undo =
    kept &&
    (() => {
      last = null;
      kept();
    });
  const draft = useDraft.getState();
  if (wanted.way !== undefined) draft.setWay(wanted.way);
  if (wanted.dropsImages === true) {
    draft.setImage(null);
    draft.setLastFrame(null);
    draft.setReferences([]);
  }
  if (wanted.shape) {
    draft.setAspectRatio(wanted.shape.aspectRatio);
    draft.setResolution(wanted.shape.resolution);
    draft.setDuration(wanted.shape.duration);
  }
  if (wanted.negativePrompt !== undefined) draft.setNegativePrompt(wanted.negativePrompt ?? '');
  draft.setPrompt(wanted.prompt);
  last = undo === null ? null : { prompt: wanted.prompt, undo };
  show(words, undo);
}

/** Adds words to the negative prompt; those that stand there already are not written twice. */
export function addNegativeWords(more: string, words: { title: string; undo: string }): void {
  const { negativePrompt, setNegativePrompt } = useDraft.getState();
  const list = negativePrompt.split(',').map((each) => each.trim());
  const known = new Set(list.map((each) => each.toLowerCase()));
  const added = more.split(',').map((each) => each.trim());
  const next = [...list, ...added.filter((each) => !known.has(each.toLowerCase()))];
  setNegativePrompt(next.filter((each) => each !== '').join(', '));
  show(words, () => {
    setNegativePrompt(negativePrompt);
  });
  focusPrompt(negativePromptId);
}

/** Takes the last insertion back. False where there is none, or its text was changed since. */
export function undoInsert(): boolean {
  if (last === null || last.prompt !== useDraft.getState().prompt) return false;
  last.undo();
  const { toasts, dismissToast } = useUi.getState();
  const told = toasts.findLast((toast) => toast.undoes);
  if (told !== undefined) dismissToast(told.id);
  return true;
}
