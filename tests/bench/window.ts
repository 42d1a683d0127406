/// <reference lib="dom" />
/** What the bench does in the studio window. */
import type { Locator, Page } from '@playwright/test';

interface Timed {
  clickedAt?: number;
}

const generateButton = (page: Page): Locator => page.getByRole('button', { name: /^Generate Video/ });

const betweenKeysMs = 30;

/** Writes a prompt as somebody types it, and clicks Generate. Gives the time of the click, in ms since 1970, as the window has it. */
export async function generate(page: Page, prompt: string): Promise<number> {
  const field = page.getByRole('textbox', { name: 'Prompt', exact: true });
  await field.fill('');
  await field.pressSequentially(prompt, { delay: betweenKeysMs });
  await page.evaluate(() => {
    addEventListener(
      'click',
      ({ timeStamp }) => {
        (window as Timed).clickedAt = performance.timeOrigin + timeStamp;
      },
      { capture: true, once: true },
    );
  });
  await generateButton(page).click();
  return page.evaluate(() => (window as Timed).clickedAt ?? Number.NaN);
}

/** The card of a prompt, once it is in this phase. */
export async function cardIn(page: Page, prompt: string, phase: string, timeout: number): Promise<Locator> {
  const card = page.locator(`[data-operation-id][data-phase="${phase}"]`).filter({ hasText: prompt });
  await card.first().waitFor({ timeout });
  return card.first();
}
