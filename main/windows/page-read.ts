import type { WebContents } from 'electron';

/** A page that takes longer has other troubles than what main does meanwhile. */
const limitMs = 3000;

/** Resolves when the page and its scripts have been read, or will not be; never rejects. */
export function pageRead(contents: WebContents): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, limitMs);
    const done = () => {
      clearTimeout(limit);
      resolve();
    };
    contents.once('dom-ready', done);
    contents.once('did-fail-load', done);
    contents.once('render-process-gone', done);
    contents.once('destroyed', done);
  });
}
