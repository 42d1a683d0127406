/** The window's page crashes or hangs: the work goes on, exactly once, and the user knows what happened. */
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crashPage, hangPage, look, phasesOf, promptOf, wordsOf } from './support/after-crash.ts';
import { hangAlone } from './support/hang-alone.ts';
import { answerQuestions } from './support/manners.ts';
import { expectFinishedByNextStart } from './support/next-start.ts';
import type { Studio } from './support/studio.ts';
import { expect, test, testKey } from './support/test.ts';
import { billed } from './support/wire.ts';

const crashed = /The window crashed and was loaded again\. .* nothing was sent or charged twice/;
const hung = /The window did not respond and was loaded again\. .* nothing was sent or charged twice/;

/** Playwright's page is gone; what it reported on the way is the point of the test. */
const waitForWords = async (studio: Studio, words: RegExp): Promise<void> => {
  await expect.poll(() => wordsOf(studio)).toMatch(words);
  studio.takeProblems();
};

test('a crash is met by loading the page once, a second one by a question; work goes on exactly once', async ({
  launch,
  folder,
  emulator,
}) => {
  const studio = await launch();
  const asked = await answerQuestions(studio, 'Reload');
  emulator.setFaults([{ name: 'slow' }]);
  await studio.expectPhase(await studio.generate('a lighthouse'), 'processing');
  const written = 'a harbour, not finished';
  await studio.prompt.fill(written);
  await studio.page.getByRole('searchbox').first().fill('lighthouse');
  await expect.poll(() => studio.page.evaluate(() => sessionStorage.getItem('view'))).toContain('lighthouse');
  await expect.poll(() => studio.page.evaluate(() => localStorage.getItem('draft-words'))).toContain(written);

  await test.step('the first', async () => {
    await crashPage(studio);
    await waitForWords(studio, crashed);
    expect(await asked()).toEqual([]);
    expect(await promptOf(studio)).toBe(written);
    expect(await look(studio, `document.querySelector('[type=search]')?.value`)).toBe('lighthouse');
    await expect.poll(() => phasesOf(studio, 'a lighthouse')).toEqual(['processing']);
  });
  await test.step('after the second the clip is made and saved, with nobody there to see it', async () => {
    const questions = await answerQuestions(studio, null);
    await crashPage(studio);
    await expect.poll(questions).toHaveLength(1);
    emulator.setFaults([]);
    const clips = () => readdir(path.join(folder, 'library')).catch(() => []);
    await expect.poll(async () => (await clips()).filter((name) => name.endsWith('.mp4'))).toHaveLength(1);
    expect(await wordsOf(studio)).toBeNull();
    studio.takeProblems();
    await studio.close();
  });
  await expectFinishedByNextStart(launch, emulator, 'a lighthouse');
});

test('the second crash asks in plain words, and Reload loads', async ({ studio, emulator }) => {
  const asked = await answerQuestions(studio, 'Reload');
  await studio.makeClip('a lighthouse');
  await crashPage(studio);
  await waitForWords(studio, crashed);
  await crashPage(studio);
  await expect.poll(() => phasesOf(studio, 'a lighthouse')).toEqual(['completed']);
  const [question, ...more] = await asked();
  expect(more).toEqual([]);
  expect(question).toMatchObject({ message: 'The window has crashed again', buttons: ['Reload', 'Quit'] });
  expect(question?.detail).toContain('nothing is sent or charged again');
  studio.takeProblems();
  expect(billed(emulator)).toEqual(['a lighthouse']);
});

test('the second crash speaks the user’s language, and Quit quits in order', async ({
  launch,
  folder,
  emulator,
}) => {
  await writeFile(path.join(folder, 'settings.json'), '{"welcomed": true, "language": "fr"}');
  const studio = await launch();
  emulator.setFaults([{ name: 'slow' }]);
  await studio.prompt.fill('un phare');
  await studio.page.getByRole('button', { name: /^Générer/ }).click();
  await studio.expectPhase(studio.card('un phare'), 'processing');
  await crashPage(studio);
  await expect.poll(() => wordsOf(studio)).toContain('La fenêtre a planté');
  await answerQuestions(studio, 'Quitter');
  const ended = studio.application.waitForEvent('close');
  await crashPage(studio).catch(() => undefined);
  await ended;
  studio.takeProblems();

  emulator.setFaults([]);
  await expectFinishedByNextStart(launch, emulator, 'un phare');
});

test(
  'a hung page is asked about and loaded again when its user says so; its clip is there',
  { tag: '@long' },
  async ({ folder, emulator }) => {
    test.setTimeout(120_000);
    // The clip is finished while the page hangs.
    emulator.setFaults([{ name: 'slow', seconds: 15 }]);
    const seen = await hangAlone(folder, 'a lighthouse', ['Reload'], {
      GOOGLE_API_KEY: testKey,
      GOOGLE_GEMINI_BASE_URL: emulator.url,
    });
    expect(seen.questions).toEqual([{ message: 'The window does not respond', buttons: ['Reload', 'Wait'] }]);
    expect(seen.words).toMatch(hung);
    expect(seen.phases).toEqual(['completed']);
    expect(billed(emulator)).toEqual(['a lighthouse']);
  },
);

test('an app with a hung page ends in time, and its work is put down', async ({ launch, emulator }) => {
  const studio = await launch();
  emulator.setFaults([{ name: 'slow' }]);
  await studio.expectPhase(await studio.generate('a lighthouse'), 'processing');
  await hangPage(studio, 60);
  const started = Date.now();
  const ended = studio.application.waitForEvent('close');
  await studio.application.evaluate(({ app }) => {
    setTimeout(() => {
      app.quit();
    });
  });
  await ended;
  // Eight seconds are the emergency exit, without the engine's end.
  expect(Date.now() - started).toBeLessThan(7_000);

  emulator.setFaults([]);
  await expectFinishedByNextStart(launch, emulator, 'a lighthouse');
});
