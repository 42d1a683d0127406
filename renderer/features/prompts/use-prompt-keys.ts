/** The prompt's own keys: arrow up in an empty one brings the prompts of before, Ctrl+Z takes an insertion back. */
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { wholeLibrary } from '../../../preload/contract/library.ts';
import type { Medium } from '../../../preload/contract/mediums.ts';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import { promptId } from '../compose/generate.ts';
import { focusPrompt, undoInsert } from './insert.ts';

/** Requests that are looked through for prompts that differ. */
const looked = 100;

interface Walk {
  prompts: string[];
  /** From 0, the newest first. */
  at: number;
}

/** Lives as long as the prompt is one of those of before, unchanged. */
let walk: Walk | null = null;
let isAsking = false;

/** A composer's prompt. */
export interface PromptField {
  /** Of what the prompts of before were for. */
  medium: Medium;
  id: string;
  read: () => string;
  write: (prompt: string) => void;
}

export const clipPrompt: PromptField = {
  ...{ medium: 'video', id: promptId },
  read: () => useDraft.getState().prompt,
  write: (prompt) => {
    useDraft.getState().setPrompt(prompt);
  },
};

async function recentPrompts(medium: Medium): Promise<string[]> {
  const query = { ...wholeLibrary, medium };
  const result = await call(() => window.zoetrope.library.page({ query, offset: 0, limit: looked }));
  if (!result.ok) return [];
  return [...new Set(result.value.operations.map(({ request }) => request.prompt))];
}

function put(field: PromptField, prompt: string): void {
  flushSync(() => {
    field.write(prompt);
  });
  focusPrompt(field.id);
}

/** Gives what the prompt does with a key that is pressed in it. */
export function usePromptKeys(field: PromptField): (event: KeyboardEvent<HTMLTextAreaElement>) => void {
  const text = useText();
  const format = useFormat();

  const show = (next: Walk): void => {
    walk = next;
    put(field, next.prompts[next.at] ?? '');
    const { announce } = useUi.getState();
    announce(text.prompts.recent(format.number(next.at + 1), format.number(next.prompts.length)));
  };
  const begin = async (): Promise<void> => {
    isAsking = true;
    const prompts = await recentPrompts(field.medium);
    isAsking = false;
    // Somebody who has begun to type meanwhile wants no other prompt.
    if (field.read() !== '') return;
    if (prompts.length === 0) useUi.getState().announce(text.prompts.noRecent);
    else show({ prompts, at: 0 });
  };

  return (event) => {
    const { key, target, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (!(target instanceof HTMLTextAreaElement) || event.nativeEvent.isComposing) return;
    if (key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey) {
      if (field.medium === 'video' && undoInsert()) event.preventDefault();
      return;
    }
    if ((key !== 'ArrowUp' && key !== 'ArrowDown') || shiftKey || altKey || ctrlKey || metaKey) return;
    const isWalking = walk !== null && target.value === walk.prompts[walk.at];
    if (!isWalking) walk = null;
    // Whoever has moved the caret is writing, and wants to go from line to line.
    if (target.value !== '' && (!isWalking || target.selectionEnd !== target.value.length)) return;
    if (key === 'ArrowUp') {
      event.preventDefault();
      if (walk === null) {
        if (!isAsking) void begin();
      } else if (walk.at + 1 < walk.prompts.length) show({ ...walk, at: walk.at + 1 });
    } else if (walk !== null) {
      event.preventDefault();
      if (walk.at > 0) show({ ...walk, at: walk.at - 1 });
      else {
        walk = null;
        put(field, '');
      }
    }
  };
}
