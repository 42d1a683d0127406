import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { answerQuestions, closeWindow, lookAtWindow, watchDesk } from './support/manners.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';
import { billed } from './support/wire.ts';

/** An app that waits for an answer ends all the same, this long after it was told to; ending well is faster. */
const emergencyExitMs = 8_000;

function ended({ application }: Studio): Promise<unknown> {
  return application.waitForEvent('close');
}

async function setNotifications({ page }: Studio, isOn: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('checkbox', { name: 'Notify me when a clip is ready' }).setChecked(isOn);
  await expect(settings.getByText('Saved', { exact: true })).toBeVisible();
  await settings.getByRole('button', { name: 'Close' }).click();
}

test('a clip that is ready is told to a user who is elsewhere, once', async ({ studio, emulator }) => {
  const desk = await watchDesk(studio);

  await test.step('not to one who is looking, nor to one who wants none', async () => {
    await lookAtWindow(studio, true);
    await studio.makeClip('seen in the window');
    await setNotifications(studio, false);
    await lookAtWindow(studio, false);
    await studio.makeClip('not wanted');
    await setNotifications(studio, true);
  });
  await test.step('several at once are one', async () => {
    await lookAtWindow(studio, false);
    emulator.setFaults([{ name: 'slow' }]);
    for (const prompt of ['a lighthouse', 'a harbour']) {
      await studio.expectPhase(await studio.generate(prompt), 'processing');
    }
    emulator.setFaults([]);
    await expect.poll(() => desk.read('notifications')).toHaveLength(1);
    const [notice] = await desk.read('notifications');
    expect(notice?.title).toBe('2 clips are ready');
    expect(notice?.body.split('\n').toSorted()).toEqual(['a harbour', 'a lighthouse']);
  });
  await test.step('a click brings the window up', async () => {
    expect(await desk.read('broughtUp')).toBe(0);
    await desk.clickLast();
    await expect.poll(() => desk.read('broughtUp')).toBe(1);
  });
  await test.step('a failure says which clip and what happened', async () => {
    await lookAtWindow(studio, false);
    emulator.setFaults([{ name: 'blocked' }]);
    await studio.expectPhase(await studio.generate('a duel'), 'blocked');
    await expect.poll(() => desk.read('notifications')).toHaveLength(2);
    const notice = (await desk.read('notifications')).at(-1);
    expect(notice?.title).toBe('A clip was blocked');
    expect(notice?.body).toMatch(/^a duel\n.+/);
  });
});

test('progress shows while a clip is made; the computer is kept awake for sending and fetching only', async ({
  studio,
  emulator,
}) => {
  const desk = await watchDesk(studio);
  emulator.setFaults([{ name: 'hang-create', seconds: 4 }, { name: 'slow' }]);
  const card = await studio.generate('a long walk');
  await studio.expectPhase(card, 'submitting');
  expect(await desk.read('awake')).toHaveLength(1);
  expect(await desk.read('progress')).toEqual([2]);

  await studio.expectPhase(card, 'processing');
  expect(await desk.read('awake')).toEqual([]);
  expect((await desk.read('progress')).at(-1)).toBe(2);

  emulator.setFaults([]);
  await studio.expectPhase(card, 'completed');
  expect(await desk.read('awake')).toEqual([]);
  expect(await desk.read('blockerTypes')).toEqual(['prevent-app-suspension', 'prevent-app-suspension']);
  expect((await desk.read('progress')).at(-1)).toBe(-1);
});

test('closing with work under way explains it first; the clip is fetched at the next start, made once', async ({
  launch,
  emulator,
}) => {
  const studio = await launch();
  emulator.setFaults([{ name: 'slow' }]);
  const card = await studio.generate('a slow tide');
  await studio.expectPhase(card, 'processing');

  await test.step('keep open', async () => {
    const asked = await answerQuestions(studio, 'Keep open');
    await closeWindow(studio);
    await expect.poll(asked).toHaveLength(1);
    const [question] = await asked();
    expect(question).toMatchObject({
      message: 'Close Zoetrope?',
      buttons: ['Close', 'Keep open'],
      checkboxLabel: 'Don’t ask again',
    });
    expect(question?.detail).toContain('1 clip is being made. It goes on at the service;');
    expect(question?.detail).toContain('for two days');
    await studio.expectPhase(card, 'processing');
    await studio.prompt.fill('still here');
  });
  await test.step('close', async () => {
    await answerQuestions(studio, 'Close');
    const gone = ended(studio);
    await closeWindow(studio);
    await gone;
  });

  emulator.setFaults([]);
  const again = await launch();
  await again.expectPhase(again.card('a slow tide'), 'completed');
  await expect(again.prompt).toHaveValue('still here');
  expect(billed(emulator)).toEqual(['a slow tide']);
});

test('“Don’t ask again” is kept, and can be taken back in Settings', async ({ launch, emulator, folder }) => {
  emulator.setFaults([{ name: 'slow' }]);
  const first = await launch();
  await first.expectPhase(await first.generate('never asked twice'), 'processing');
  await answerQuestions(first, 'Close', true);
  const firstGone = ended(first);
  await closeWindow(first);
  await firstGone;
  const stored: unknown = JSON.parse(await readFile(path.join(folder, 'settings.json'), 'utf8'));
  expect(stored).toMatchObject({ askBeforeClosing: false });

  const second = await launch();
  await second.expectPhase(second.card('never asked twice'), 'processing');
  const gone = ended(second);
  await closeWindow(second);
  await gone;

  const third = await launch();
  await third.page.getByRole('button', { name: 'Settings', exact: true }).click();
  const toggle = third.page.getByRole('checkbox', { name: 'Ask before closing while clips are being made' });
  await expect(toggle).not.toBeChecked();
  await toggle.check();
  await third.page.keyboard.press('Escape');
  const asked = await answerQuestions(third, 'Keep open');
  await closeWindow(third);
  await expect.poll(asked).toHaveLength(1);
  // An app that is told to quit, by a script or the system, asks nobody.
  await third.close();
});

test('Quit in the menu asks too; an app that is told to quit meanwhile ends', async ({
  launch,
  emulator,
}) => {
  emulator.setFaults([{ name: 'slow' }]);
  const studio = await launch();
  await studio.expectPhase(await studio.generate('in the middle'), 'processing');
  const asked = await answerQuestions(studio, 'Keep open');
  await studio.application.evaluate(({ BrowserWindow, Menu }) => {
    const [file] = Menu.getApplicationMenu()?.items ?? [];
    const window = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().endsWith('/index.html'),
    );
    file?.submenu?.items.find(({ label }) => label === 'Quit')?.click(undefined, window);
  });
  await expect.poll(asked).toHaveLength(1);
  const toldAt = Date.now();
  await studio.close();
  expect(Date.now() - toldAt).toBeLessThan(emergencyExitMs);

  // The system's own dialog stands this time.
  const again = await launch();
  await again.expectPhase(again.card('in the middle'), 'processing');
  const shown = await answerQuestions(again, null);
  await closeWindow(again);
  await expect.poll(shown).toHaveLength(1);
  const gone = ended(again);
  const signalAt = Date.now();
  again.application.process().kill('SIGTERM');
  await gone;
  expect(Date.now() - signalAt).toBeLessThan(emergencyExitMs);
});

test('with nothing under way the window just closes', async ({ launch }) => {
  const studio = await launch();
  await studio.makeClip('all done');
  const gone = ended(studio);
  await closeWindow(studio);
  await gone;
});
