import type { Session } from 'electron';

const local = new Set(['app:', 'media:', 'blob:', 'data:', 'devtools:']);

/** The windows have no network, whatever a page might try. In development the dev server is let through. */
export function blockNetwork(session: Session, developmentServer: string | null): void {
  // Else Chromium fetches dictionaries from Google at each start, past the filter below and though no window checks
  // spelling. https://www.electronjs.org/docs/latest/tutorial/spellchecker
  session.setSpellCheckerLanguages([]);
  const server = developmentServer === null ? null : new URL(developmentServer);
  session.webRequest.onBeforeRequest((details, answer) => {
    const url = new URL(details.url);
    answer({ cancel: !local.has(url.protocol) && !(server && url.host === server.host) });
  });
}
