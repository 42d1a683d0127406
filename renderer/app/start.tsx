import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepDraft } from '../features/compose/draft-storage.ts';
import { createQueryClient } from '../lib/queries.ts';
import { Root } from './Root.tsx';
import { applyLastTheme } from './use-theme.ts';

/** Draws the studio into the page. The bridge has to be on `window` by then. */
export function start(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  applyLastTheme();
  keepDraft();
  createRoot(root).render(
    <StrictMode>
      <Root client={createQueryClient()} />
    </StrictMode>,
  );
}
