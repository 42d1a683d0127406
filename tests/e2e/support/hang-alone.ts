/**
 * A hung page without Playwright: Chromium reports none that is being debugged, and Playwright debugs every page. The
 * app runs by itself with a file that main loads before it: that one makes a request, hangs the page, answers the
 * questions and writes down what it saw.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runAlone } from './app-alone.ts';

export interface SeenAlone {
  /** What was asked, in order. */
  questions: { message: string; buttons: string[] }[];
  /** What the page says after it was loaded again. */
  words: string;
  /** How its cards stand. */
  phases: string[];
}

/** Plain CommonJS; it may use nothing of this module but what it is given. */
function inMain(prompt: string, answers: readonly string[], resultFile: string, stepFile: string): string {
  const given = JSON.stringify({ prompt, answers, resultFile, stepFile });
  return `
const { app, BrowserWindow, dialog, webContents } = require('electron');
const { writeFileSync } = require('node:fs');
const { prompt, answers, resultFile, stepFile } = ${given};
const step = (name) => writeFileSync(stepFile, name);
const questions = [];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const page = () => webContents.getAllWebContents().find((one) => one.getURL().endsWith('/index.html'));
const read = (code) => {
  const contents = page();
  return contents && !contents.isCrashed() && !contents.isLoading() ? contents.executeJavaScript(code) : null;
};
const until = async (check) => {
  for (;;) {
    if (await check()) return;
    await pause(100);
  }
};
const phases = "[...document.querySelectorAll('[data-operation-id]')].map((card) => card.dataset.phase)";
dialog.showMessageBox = (window, { message, buttons }) => {
  const answer = answers[questions.push({ message, buttons }) - 1];
  return Promise.resolve({ response: buttons.indexOf(answer), checkboxChecked: false });
};
app.whenReady().then(async () => {
  step('the window opens');
  await until(() => read("document.querySelector('textarea') !== null"));
  step('a clip is asked for');
  await read('window.videoChat.generate(' + JSON.stringify({ prompt }) + ')');
  await until(() => read(phases + ".includes('processing')"));
  step('the page hangs');
  void page().executeJavaScript('setTimeout(() => { for (;;); }, 50); 0');
  await pause(500);
  let isAgain = false;
  page().once('did-finish-load', () => (isAgain = true));
  // Only a page that owes an answer to its user is found to hang.
  const press = () => {
    if (questions.length > 0) return;
    BrowserWindow.fromWebContents(page())?.focus();
    page().sendInputEvent({ type: 'mouseDown', x: 100, y: 100, button: 'left', clickCount: 1 });
  };
  press();
  const pressing = setInterval(press, 2000);
  await until(() => questions.length === answers.length);
  step('it was asked about');
  await until(() => isAgain);
  clearInterval(pressing);
  step('the page is there again');
  await until(() => read(phases + ".includes('completed')"));
  const seen = { questions, words: await read('document.body.innerText'), phases: await read(phases) };
  writeFileSync(resultFile, JSON.stringify(seen));
  app.quit();
});
`;
}

/** Hangs the page of an app of its own until the questions about it have had these answers. */
export async function hangAlone(
  folder: string,
  prompt: string,
  answers: readonly string[],
  environment: Record<string, string>,
): Promise<SeenAlone> {
  const [script, result, step] = ['hang.cjs', 'seen.json', 'step'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(script, inMain(prompt, answers, result, step));
  await writeFile(path.join(folder, 'settings.json'), '{"welcomed": true}');
  const code = await runAlone(folder, {
    environment: { ZOETROPE_POLL_MS: '100', ...environment },
    loadFirst: script,
    limitMs: 100_000,
  });
  if (code === null)
    throw new Error(`It did not end; the last that it got to: ${await readFile(step, 'utf8')}`);
  return JSON.parse(await readFile(result, 'utf8')) as SeenAlone;
}
