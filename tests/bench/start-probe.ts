/** Runs in the window: resolves when it can be used and its gallery shows what `selector` names. */
const waitForUse = (selector: string): string => `new Promise((resolve) => {
  const look = () => {
    const prompt = document.querySelector('textarea');
    const isFilled = document.querySelector(${JSON.stringify(selector)}) !== null;
    if (prompt !== null && !prompt.disabled && isFilled) {
      requestAnimationFrame(() => setTimeout(() => resolve(Date.now()), 0));
    } else {
      requestAnimationFrame(look);
    }
  };
  look();
})`;

/**
 * A CommonJS file that main loads before the app (`-r`): it writes down when the window could be used and its gallery
 * was filled, and ends the app, if it is to. Nothing is attached to the window before that, so that only the app is measured.
 */
export const startProbe = (selector: string, resultFile: string, ends = true): string => `
const { writeFileSync } = require('node:fs');
const { app } = require('electron');
app.on('web-contents-created', (_event, contents) => {
  contents.on('dom-ready', () => {
    if (!contents.getURL().endsWith('/index.html')) return;
    contents.executeJavaScript(${JSON.stringify(waitForUse(selector))}).then((readyAt) => {
      writeFileSync(${JSON.stringify(resultFile)}, String(readyAt));
      ${ends ? 'app.quit();' : ''}
    });
  });
});
`;
