/** A start without a disk to write on: a box says what happened, what it cost and what to do; nothing is sent. */
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRoot, ordinaryUserId, outOfReach } from './support/ordinary-user.ts';
import { expectFinishedByNextStart } from './support/next-start.ts';
import { startAndEnd } from './support/start-alone.ts';
import { expect, test, testKey } from './support/test.ts';
import { billed } from './support/wire.ts';

const costsNothing = 'Nothing was sent or charged, and your clips and settings are untouched.';

test('a data folder that cannot be made is told, in the system’s language', async ({ folder }) => {
  const file = path.join(folder, 'a file');
  await writeFile(file, '');
  const gone = path.join(file, 'data');
  const { title, content, code } = await startAndEnd(gone);
  expect(title).toBe('Zoetrope could not start');
  expect(content).toContain(`Zoetrope cannot write into its data folder, ${gone}.`);
  expect(content).toContain('Connect the drive or allow writing');
  expect(content).toContain(costsNothing);
  expect(code).toBe(1);
});

test('a data folder that may only be read is told to an ordinary user, and left as it is', async ({
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'who starts it is chosen as Linux has it');
  const reach = outOfReach();
  test.skip(reach !== null, `an ordinary user cannot read this folder: ${reach ?? ''}`);
  const readOnly = path.join(folder, 'read only');
  await mkdir(readOnly);
  await writeFile(path.join(readOnly, 'settings.json'), '{"welcomed": true}');
  await chmod(readOnly, 0o555);
  await chmod(folder, 0o755);
  // Nothing keeps root from writing.
  const { content, code } = await startAndEnd(readOnly, isRoot ? { userId: ordinaryUserId } : {});
  expect(content).toContain(`Zoetrope cannot write into its data folder, ${readOnly}.`);
  expect(content).toContain(costsNothing);
  expect(code).toBe(1);
  expect(await readdir(readOnly)).toEqual(['settings.json']);
  await chmod(readOnly, 0o755);
});

const fullDisk = (folder: string, when: string) => `
const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
for (const name of ['writeFileSync', 'writeSync']) {
  const system = fs[name];
  fs[name] = (...args) => {
    if (String(args[0]).startsWith(${JSON.stringify(folder)}) && ${when}) throw full;
    return system(...args);
  };
}
require('node:module').syncBuiltinESMExports();
`;

test('a full disk is told before anything is begun; what waits is sent once there is room', async ({
  launch,
  folder,
  emulator,
}) => {
  const before = await launch();
  emulator.setFaults([{ name: 'slow' }]);
  await before.expectPhase(await before.generate('under way'), 'processing');
  await before.close();
  const requests = emulator.requests.length;
  const { content, code } = await startAndEnd(folder, {
    environment: { GOOGLE_API_KEY: testKey, GOOGLE_GEMINI_BASE_URL: emulator.url },
    before: fullDisk(folder, 'true'),
  });
  expect(content).toContain('The disk is full.');
  expect(content).toContain(costsNothing);
  expect(code).toBe(1);
  expect(emulator.requests.slice(requests)).toEqual([]);

  emulator.setFaults([]);
  await expectFinishedByNextStart(launch, emulator, 'under way');
});

test('folders in the place of settings, templates and log do not keep the app from working', async ({
  launch,
  folder,
}) => {
  for (const name of ['settings.json', 'templates.json']) await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, 'logs'), '');
  const studio = await launch();
  await expect(studio.page.getByText(/The settings could not be read, so Zoetrope started/)).toBeVisible();
  await studio.makeClip('a lighthouse');
  const names = await readdir(folder);
  for (const start of ['settings-damaged-', 'templates-damaged-'])
    expect(names.some((name) => name.startsWith(start))).toBe(true);
});

test('a library folder that takes nothing: the clip waits, is not made again, and comes when there is one', async ({
  launch,
  folder,
  emulator,
}) => {
  await writeFile(path.join(folder, 'library'), 'a file where the folder should be');
  const studio = await launch();
  const card = await studio.generate('a lighthouse');
  await studio.expectPhase(card, 'downloading');
  await expect(card.getByText(/folder/i).first()).toBeVisible();
  await rm(path.join(folder, 'library'));
  await studio.expectPhase(card, 'completed');
  expect(billed(emulator)).toEqual(['a lighthouse']);
});
