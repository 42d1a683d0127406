import { addressesOfWindows, hostsOfMain, watched } from './support/connections.ts';
import { expect, test } from './support/test.ts';

test('with a key: the service is spoken to, and nobody else', async ({ launch, folder, emulator }) => {
  const { netLog, ...options } = await watched(folder);
  const studio = await launch(options);
  await studio.makeClip('a quiet street');
  // Words that a spell checker would want a dictionary for.
  await studio.prompt.pressSequentially('a mispeled wrod ');
  expect(emulator.creates()).toHaveLength(1);
  expect([...new Set(await hostsOfMain(studio))]).toEqual(['127.0.0.1']);
  await studio.close();
  expect(await addressesOfWindows(netLog)).toEqual([]);
});
