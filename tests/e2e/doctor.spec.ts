import type { FaultName } from '../../emulator/faults.ts';
import { watchBrowser } from './support/desktop.ts';
import { expect, test } from './support/test.ts';

interface Case {
  fault: FaultName;
  title: string;
  words: string;
  /** Its button, and where that leads. */
  button: string;
  page: RegExp;
}

const cases: Case[] = [
  {
    fault: 'api-off',
    title: 'The Gemini API is turned off',
    words: 'Turn it on in the Google Cloud console',
    button: 'Turn on the API',
    page: /^https:\/\/console\.cloud\.google\.com\/apis\/library\//,
  },
  {
    fault: 'billing-off',
    title: 'Google wants a billing account',
    words: 'there is no free tier for video',
    button: 'Billing at Google',
    page: /^https:\/\/console\.cloud\.google\.com\/billing/,
  },
  {
    fault: 'leaked-key',
    title: 'Google has locked this key',
    words: 'Delete it at Google, make a new one',
    button: 'Get a key',
    page: /^https:\/\/aistudio\.google\.com\/apikey/,
  },
  {
    fault: 'region',
    title: 'Not in this country',
    words: 'the country that your connection comes from',
    button: 'List of countries',
    page: /available-regions$/,
  },
];

test('each failure says what it is, that it is not charged, and has the button that helps', async ({
  studio,
  emulator,
}) => {
  const opened = await watchBrowser(studio);
  for (const { fault, title, words, button, page } of cases) {
    await test.step(fault, async () => {
      emulator.setFaults([{ name: fault }]);
      const card = await studio.generate(`a clip with ${fault}`);
      await studio.expectPhase(card, 'error');
      for (const text of [title, words, 'Not charged.']) await expect(card).toContainText(text);
      await card.getByRole('button', { name: button }).click();
      await expect.poll(async () => (await opened()).at(-1)).toMatch(page);
    });
  }
  await test.step('the filter refuses a prompt: blocked, its words and code, edit or try again', async () => {
    emulator.setFaults([{ name: 'filtered-prompt' }]);
    const card = await studio.generate('a clip with words');
    await studio.expectPhase(card, 'blocked');
    await expect(card).toContainText('Video generation blocked: the prompt');
    await expect(card).toContainText('Support codes: 42876398');
    await expect(card).toContainText('It is not charged.');
    await expect(card.getByRole('button', { name: 'Edit and try again' })).toBeVisible();
    emulator.setFaults([]);
    await card.getByRole('button', { name: 'Try again', exact: true }).click();
    await studio.expectPhase(studio.card('a clip with words'), 'completed');
  });
  expect(emulator.creates()).toHaveLength(1);
});
