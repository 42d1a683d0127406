/** What the probe writes down, in ms since 1970. */
export interface Ready {
  /** The prompt is drawn and takes words. */
  wordsAt: number;
  /** What main knows is there too. */
  filledAt: number;
}

/** Runs in the window from its first moment on: resolves when it is whole, which is when it has what `selector` names. */
const waitForUse = (selector: string): string => `new Promise((resolve) => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(Date.now()), 0)));
  let wordsAt = null;
  const look = () => {
    const prompt = document.querySelector('textarea');
    if (wordsAt === null && prompt !== null && !prompt.disabled) wordsAt = drawn();
    if (wordsAt !== null && document.querySelector(${JSON.stringify(selector)}) !== null) {
      Promise.all([wordsAt, drawn()]).then(([wordsAt, filledAt]) => resolve({ wordsAt, filledAt }));
    } else {
      requestAnimationFrame(look);
    }
  };
  look();
})`;

/**
 * A CommonJS file that main loads before the app (`-r`): it writes down when the window took words and when it was whole,
 * and ends the app, if it is to. Nothing else is attached to the window, so that only the app is measured.
 */
export const startProbe = (selector: string, resultFile: string, ends = true): string => `
const { writeFileSync } = require('node:fs');
const { app } = require('electron');
app.on('web-contents-created', (_event, contents) => {
  contents.once('did-navigate', () => {
    if (!contents.getURL().endsWith('/index.html')) return;
    // Of the frame: that of the contents waits until all is loaded.
    contents.mainFrame.executeJavaScript(${JSON.stringify(waitForUse(selector))}).then((ready) => {
      writeFileSync(${JSON.stringify(resultFile)}, JSON.stringify(ready));
      ${ends ? 'app.quit();' : ''}
    });
  });
});
`;
