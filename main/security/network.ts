import type { CommandLine, Session } from 'electron';

const local = new Set(['app:', 'media:', 'blob:', 'data:', 'devtools:']);

/** Nothing listens there, and nothing is asked past it, this computer included. */
const nowhere = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:1',
  proxyBypassRules: '<-loopback>',
} as const;

/**
 * The windows have no network, whatever a page might try: requests are cancelled, and what never becomes a request (a
 * peer connection for instance) finds a proxy that is not there. In development the dev server is let through.
 */
export async function blockNetwork(session: Session, developmentServer: string | null): Promise<void> {
  // Else Chromium fetches dictionaries from Google at each start, past the filter below and though no window checks
  // spelling. https://www.electronjs.org/docs/latest/tutorial/spellchecker
  session.setSpellCheckerLanguages([]);
  const server = developmentServer === null ? null : new URL(developmentServer);
  session.webRequest.onBeforeRequest((details, answer) => {
    const url = new URL(details.url);
    answer({ cancel: !local.has(url.protocol) && !(server && url.host === server.host) });
  });
  if (server === null) await session.setProxy(nowhere);
}

/**
 * `<link rel=dns-prefetch>` tells names to whoever answers for them; neither a policy nor the filter sees it. Before the
 * app is ready.
 */
export function cutNameLookups(commandLine: CommandLine): void {
  commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
}
