import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepDraft } from '../features/compose/draft-storage.ts';
import { keepImageDraft } from '../features/images/image-draft-storage.ts';
import { lastLanguage, loadDictionary } from '../lib/i18n/languages.ts';
import { createQueryClient } from '../lib/queries.ts';
import { keepView } from './keep-view.ts';
import { Root } from './Root.tsx';
import { applyLastTheme } from './use-theme.ts';

/** Draws the studio into the page. The bridge has to be on `window` by then. */
export async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  applyLastTheme();
  keepDraft();
  keepImageDraft();
  keepView();
  const language = lastLanguage();
  const dictionary = await loadDictionary(language);
  createRoot(root).render(
    <StrictMode>
      <Root client={createQueryClient()} first={{ language, dictionary }} />
    </StrictMode>,
  );
}
