import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Language } from '../../preload/contract/domain.ts';
import { languages } from '../../preload/contract/domain.ts';
import { loadDictionary } from '../lib/i18n/languages.ts';
import { createQueryClient } from '../lib/queries.ts';
import { Root } from './Root.tsx';

/** Each has a page: protocol/app-response.ts hands out the one that is spoken. */
export { languages };

/**
 * The studio as it is before anything is known of this user, as HTML for `#root`: made while the app is built, so that
 * it stands, and takes words, before a script has run. start.tsx takes it over.
 */
export async function firstPage(language: Language): Promise<string> {
  const dictionary = await loadDictionary(language);
  const html = renderToString(
    <StrictMode>
      <Root client={createQueryClient()} first={{ language, dictionary }} />
    </StrictMode>,
  );
  // React asks for pictures in front of what it draws; they are a few lines below.
  return html.replace(/^(?:<link [^>]*>)+/, '');
}
