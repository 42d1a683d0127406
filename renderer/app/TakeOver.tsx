import { useLayoutEffect } from 'react';
import type { ReactNode } from 'react';
import { useDraft } from '../features/compose/draft-store.ts';
import { negativePromptId, promptId } from '../features/compose/generate.ts';

/** After what was kept: it was there first. A page that is loaded again may bring back by itself what is kept anyway. */
function joined(kept: string, typed: string): string {
  if (typed === kept) return kept;
  return kept === '' || kept.endsWith('\n') ? kept + typed : `${kept}\n${typed}`;
}

function typedInto(id: string): string {
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement ? field.value : '';
}

/**
 * What was done in the page that first-page.tsx drew, before the studio listened: words go into the draft, and a choice
 * that nobody heard of goes back, so that the window shows what it holds.
 */
function takeOver(): void {
  const { prompt, negativePrompt, setPrompt, setNegativePrompt } = useDraft.getState();
  const typed = typedInto(promptId);
  if (typed !== '') setPrompt(joined(prompt, typed));
  const typedNegative = typedInto(negativePromptId);
  if (typedNegative !== '') setNegativePrompt(joined(negativePrompt, typedNegative));
  for (const input of document.querySelectorAll<HTMLInputElement>('input[type="radio"]'))
    if (input.checked !== input.defaultChecked) input.checked = input.defaultChecked;
}

/** Between the studio's drawing of what was there and that of what it knows: nothing typed is lost in between. */
export function TakeOver({ children }: { children: ReactNode }) {
  useLayoutEffect(takeOver, []);
  return children;
}
