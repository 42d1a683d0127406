/// <reference lib="dom" />
/** The window once its page has crashed: Playwright is done with it then, so main looks into the new page. */
import type { Studio } from './studio.ts';

/** Evaluates an expression in the page of the studio window, as it is now; null while there is none. */
export async function look<Value>({ application }: Studio, expression: string): Promise<Value | null> {
  const found = await application.evaluate(async ({ webContents }, code) => {
    const contents = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/index.html'));
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null;
    return (await contents.executeJavaScript(code)) as unknown;
  }, expression);
  return found as Value | null;
}

/** What the page says, as text. */
export const wordsOf = (studio: Studio): Promise<string | null> => look(studio, 'document.body.innerText');

/** How a prompt's cards stand, by phase. */
export const phasesOf = (studio: Studio, prompt: string): Promise<string[] | null> =>
  look(
    studio,
    `[...document.querySelectorAll('[data-operation-id]')]
      .filter((card) => card.innerText.includes(${JSON.stringify(prompt)})).map((card) => card.dataset.phase)`,
  );

/** The value of the prompt field. */
export const promptOf = (studio: Studio): Promise<string | null> =>
  look(studio, `document.querySelector('textarea')?.value ?? null`);

/** Ends the page's process as a fault in it does; resolves when main has heard of it. */
export async function crashPage({ application }: Studio): Promise<void> {
  await application.evaluate(async ({ webContents }) => {
    const contents = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/index.html'));
    const gone = new Promise((resolve) => contents?.once('render-process-gone', resolve));
    contents?.forcefullyCrashRenderer();
    await gone;
  });
}

/** Keeps the page busy for so long, and presses a key in it: Chromium notices a page that does not take input. */
export async function hangPage({ application, page }: Studio, seconds: number): Promise<void> {
  await page.evaluate((ms) => {
    setTimeout(() => {
      const end = Date.now() + ms;
      while (Date.now() < end);
    }, 50);
  }, seconds * 1000);
  await application.evaluate(async ({ webContents }) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const contents = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/index.html'));
    contents?.sendInputEvent({ type: 'keyDown', keyCode: 'A' });
  });
}
