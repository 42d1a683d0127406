/** New versions of the app: asked for, fetched and put in place only as the user says. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { takeLooks } from './support/looks.ts';
import { answerQuestions } from './support/manners.ts';
import { newVersion, serveReleases } from './support/releases.ts';
import type { Releases } from './support/releases.ts';
import type { Studio } from './support/studio.ts';
import { expect, test as base } from './support/test.ts';

const test = base.extend<{ releases: Releases }>({
  releases: async ({ folder }, use) => {
    const releases = await serveReleases(folder);
    await use(releases);
    await releases.close();
  },
});

const text = (file: string) => readFile(file, 'utf8').catch(() => '');

async function openSettings({ page }: Studio): Promise<Locator> {
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Finds the new version and fetches it, from the settings on. */
async function fetchNew(studio: Studio): Promise<Locator> {
  const dialog = await openSettings(studio);
  await dialog.getByRole('button', { name: 'Check now' }).click();
  await expect(dialog.getByText(`Zoetrope ${newVersion} can be downloaded.`)).toBeVisible();
  await studio.page.keyboard.press('Escape');
  const notices = studio.page.getByRole('region', { name: 'Notices' });
  await notices.getByRole('button', { name: 'Download' }).click();
  await expect(notices).toContainText(`Zoetrope ${newVersion} is downloaded.`);
  return notices;
}

test('a new version is asked for, fetched and put in place at the end, each when it was said', async ({
  launch,
  releases,
}) => {
  const studio = await launch({ environment: releases.environment });
  const { page } = studio;
  releases.isDamaged = true;
  const dialog = await openSettings(studio);
  await expect(dialog.getByRole('checkbox', { name: 'Look for new versions once a day' })).not.toBeChecked();
  expect(releases.asked).toEqual([]);
  await dialog.getByRole('button', { name: 'Check now' }).click();
  await expect(dialog.getByText(`Zoetrope ${newVersion} can be downloaded.`)).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Look for new versions once a day' }).scrollIntoViewIfNeeded();
  await takeLooks(studio, 'updates-settings');
  await page.keyboard.press('Escape');
  const notices = page.getByRole('region', { name: 'Notices' });
  await takeLooks(studio, 'updates-banner');
  expect(releases.asked.map(({ path }) => path)).toEqual(['/latest-linux.yml']);
  // Nothing by which this copy could be known again.
  const headers = releases.asked[0]?.headers;
  expect(headers).toMatchObject({ 'x-user-staging-id': 'none' });
  expect(headers).not.toHaveProperty('cookie');

  await notices.getByRole('button', { name: 'Download' }).click();
  await expect(notices).toContainText('The new version could not be downloaded whole. Nothing was changed.');
  releases.isDamaged = false;
  await notices.getByRole('button', { name: 'Download' }).click();
  await expect(notices).toContainText(`Zoetrope ${newVersion} is downloaded.`);
  await notices.getByRole('button', { name: 'When I quit' }).click();
  await expect(notices).toContainText(`Zoetrope ${newVersion} is put in place when you quit.`);
  expect(await text(releases.appFile)).toBe('#!/bin/sh\n');

  await studio.close();
  expect(await text(releases.appFile)).toBe(releases.newApp);
  await expect.poll(() => text(releases.startedFile)).toBe('ends itself: true\n');
});

test('a restart lets the work under way end as a close does, and nothing is sent twice', async ({
  launch,
  releases,
  emulator,
}) => {
  emulator.setFaults([{ name: 'slow' }]);
  const studio = await launch({ environment: releases.environment });
  const notices = await fetchNew(studio);
  const card = await studio.generate('a lighthouse at night');
  await studio.expectPhase(card, 'processing');
  const asked = await answerQuestions(studio, 'Keep open');
  await notices.getByRole('button', { name: 'Restart now' }).click();
  await expect.poll(asked).toHaveLength(1);
  // Kept open: it is offered as before.
  await expect(notices.getByRole('button', { name: 'When I quit' })).toBeVisible();

  await answerQuestions(studio, 'Quit');
  const ended = studio.application.waitForEvent('close');
  await notices.getByRole('button', { name: 'Restart now' }).click();
  await ended;
  await expect.poll(() => text(releases.startedFile)).toBe('ends itself: \n');
  expect(await text(releases.appFile)).toBe(releases.newApp);

  emulator.setFaults([]);
  const next = await launch();
  await next.expectPhase(next.card('a lighthouse at night'), 'completed');
  expect(emulator.creates()).toHaveLength(1);
});

test('a version that is refused is not spoken of again, and not put in place', async ({
  launch,
  releases,
}) => {
  const studio = await launch({ environment: releases.environment });
  const notices = await fetchNew(studio);
  await notices.getByRole('button', { name: 'When I quit' }).click();
  await notices.getByRole('button', { name: 'Not this version' }).click();
  await expect(notices).not.toContainText(newVersion);
  await studio.close();
  expect(await text(releases.appFile)).toBe('#!/bin/sh\n');

  const next = await launch({ environment: releases.environment });
  releases.asked.length = 0;
  const dialog = await openSettings(next);
  // From now on it asks by itself, at once the first time, and says nothing of the version that was refused.
  await dialog.getByRole('checkbox', { name: 'Look for new versions once a day' }).check();
  await expect.poll(() => releases.asked.map(({ path }) => path)).toEqual(['/latest-linux.yml']);
  await expect(dialog.getByText(`Zoetrope ${newVersion} can be downloaded.`)).toBeVisible();
  await next.page.keyboard.press('Escape');
  await expect(next.page.getByRole('region', { name: 'Notices' })).not.toContainText(newVersion);
});

test('a copy that was not made from a release says that it looks for none', async ({ studio }) => {
  const dialog = await openSettings(studio);
  await expect(dialog.getByText('This copy was not made from a release')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Check now' })).toBeHidden();
});
