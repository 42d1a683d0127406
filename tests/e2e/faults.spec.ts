/** Faults that a user sees, and how they end: the clip comes, once paid. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { seedOperations } from './support/seed.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';
import { billed } from './support/wire.ts';

const hour = 3_600_000;

test('a library folder that cannot be used: how long the service keeps the clip stays in view, and it comes by itself', async ({
  launch,
  folder,
  emulator,
}) => {
  const library = path.join(folder, 'library');
  await rm(library, { recursive: true, force: true });
  await writeFile(library, 'a file where the folder was');
  const studio = await launch();
  const card = await studio.generate('A lighthouse in fog');
  await studio.expectPhase(card, 'downloading');
  await expect(card).toContainText('The library folder cannot be written');
  await expect(card).toContainText(/The service keeps it for (1 day 23 h|2 days 0 h) more \(/);
  await card.getByRole('button', { name: 'Open Settings' }).click();
  await expect(studio.page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await studio.page.keyboard.press('Escape');
  await studio.page.mouse.move(600, 700);

  await rm(library);
  await mkdir(library);
  await studio.expectPhase(card, 'completed');
  await expect(card).not.toContainText('The service keeps it');
  expect(billed(emulator)).toEqual(['A lighthouse in fog']);
});

test('a clip that the service deletes in less than six hours is told of once, by its card and by a notification', async ({
  launch,
  folder,
  emulator,
}) => {
  const library = path.join(folder, 'library');
  await writeFile(library, 'a file where the folder was');
  const readyAt = Date.now() - 43 * hour;
  seedOperations(folder, library, [
    {
      prompt: 'Almost too late',
      phase: 'downloading',
      error: null,
      remoteName: 'models/veo/operations/late',
      remoteUri: `${emulator.url}/v1beta/files/late:download?alt=media`,
      readyAt,
      acceptedAt: readyAt,
      finishedAt: null,
    },
  ]);
  // The notification comes with the start, before a test could look at the desktop.
  const loadFirst = path.join(folder, 'notifications.cjs');
  await writeFile(
    loadFirst,
    `const { Notification } = require('electron');
     globalThis.told = [];
     Notification.isSupported = () => true;
     Notification.prototype.show = function () { globalThis.told.push(this); };`,
  );
  const toldBy = ({ application }: Studio) =>
    application.evaluate(() =>
      (globalThis as unknown as { told: Electron.Notification[] }).told.map(({ title, body }) => [
        title,
        body.split('\n')[0],
      ]),
    );
  const studio = await launch({ loadFirst });
  const card = studio.card('Almost too late');
  await expect(card).toContainText(/The service keeps it for (4 h 5\d|5 h 0) min more/);
  await expect
    .poll(() => toldBy(studio))
    .toEqual([['A clip will soon be deleted by the service', 'Almost too late']]);
  await test.step('a click shows the card', async () => {
    await studio.application.evaluate(() => {
      (globalThis as unknown as { told: Electron.Notification[] }).told[0]?.emit('click');
    });
    await expect(card).toHaveAttribute('data-stands-out', '');
  });
  await studio.close();

  const again = await launch({ loadFirst });
  await expect(again.card('Almost too late')).toContainText('The service keeps it for');
  await expect(again.card('Almost too late')).toContainText('The library folder cannot be written');
  expect(await toldBy(again)).toEqual([]);
  expect(emulator.creates()).toEqual([]);
});
