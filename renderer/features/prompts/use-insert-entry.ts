import { flushSync } from 'react-dom';
import type { PromptExample } from '../../../preload/contract/prompts.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import type { Way } from '../compose/ways.ts';
import type { Entry } from './entries.ts';
import { addNegativeWords, focusPrompt, insertPrompt } from './insert.ts';
import type { Insertable } from './insert.ts';

const ways: Record<string, Way> = {
  text: 'start',
  image: 'start',
  frames: 'frames',
  references: 'references',
};

function insertableOf(entry: Exclude<Entry, { kind: 'negative' }>): Insertable {
  if (entry.kind === 'template') {
    const { prompt, negativePrompt, shape } = entry.template;
    return { prompt, shape, ...(negativePrompt === null ? {} : { negativePrompt }) };
  }
  return insertableExample(entry.example);
}

/** A worked example with its settings, and with what it begins with. */
export function insertableExample({ prompt, negativePrompt, settings }: PromptExample): Insertable {
  const { mode, ...shape } = settings;
  const way = ways[mode];
  return {
    ...{ prompt, negativePrompt, shape, dropsImages: mode === 'text' },
    ...(way === undefined ? {} : { way }),
  };
}

/** Closes the dialog and puts an entry where it belongs; the field has the focus then. */
export function useInsertEntry(): (entry: Entry) => void {
  const text = useText();
  return (entry) => {
    // The dialog gives the focus back to where it was: only then can it be moved.
    flushSync(() => {
      useUi.getState().setPromptPanel(null);
    });
    const undo = text.toasts.undo;
    if (entry.kind === 'negative') {
      addNegativeWords(entry.preset.words, { title: text.prompts.negativeAdded, undo });
      return;
    }
    const needs = entry.kind === 'example' ? entry.example.needs : null;
    const title =
      needs === null
        ? text.prompts.inserted
        : text.prompts.insertedWithImages(needs[text.language].toLowerCase());
    flushSync(() => {
      insertPrompt(insertableOf(entry), { title, undo });
    });
    focusPrompt();
  };
}
