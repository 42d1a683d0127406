import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { languages } from '../../preload/contract/domain.ts';
import type { Language } from '../../preload/contract/domain.ts';
import { keepDraft } from '../features/compose/draft-storage.ts';
import { keepImageDraft } from '../features/images/image-draft-storage.ts';
import { bringBackScope } from '../features/sessions/use-session-scope.ts';
import { loadDictionary } from '../lib/i18n/languages.ts';
import { createQueryClient } from '../lib/queries.ts';
import { keepView } from './keep-view.ts';
import { Root } from './Root.tsx';
import { TakeOver } from './TakeOver.tsx';
import { applyLastTheme } from './use-theme.ts';

/** What the page speaks; main chose it (protocol/app-protocol.ts). */
function pageLanguage(): Language {
  return languages.find((language) => language === document.documentElement.lang) ?? 'en';
}

/** Takes over the studio that first-page.tsx drew into the page; draws it where it did not. The bridge has to be on `window` by then. */
export async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  applyLastTheme();
  keepDraft();
  keepImageDraft();
  keepView();
  bringBackScope();
  const language = pageLanguage();
  const dictionary = await loadDictionary(language);
  const studio = <Root client={createQueryClient()} first={{ language, dictionary }} />;
  if (root.firstChild === null) {
    createRoot(root).render(<StrictMode>{studio}</StrictMode>);
  } else {
    hydrateRoot(
      root,
      <StrictMode>
        <TakeOver>{studio}</TakeOver>
      </StrictMode>,
    );
  }
}
