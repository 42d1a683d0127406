import type { WebContents } from 'electron';

const refuse = (event: { preventDefault(): void }): void => {
  event.preventDefault();
};

/**
 * A window shows the page that it was opened with: no links, no redirects, no pop-ups, no webviews, no file dropped on
 * it takes its place. For `web-contents-created`, so that nothing can be opened past it.
 */
export function forbidNavigation(contents: WebContents): void {
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Peer connections go past the filter for requests: without a proxy they have no way at all (network.ts).
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
