import { expect, test } from './support/test.ts';
import { attempts, billed } from './support/wire.ts';

test('an app that is killed in the middle pays nothing twice and loses nothing', async ({
  launch,
  emulator,
}) => {
  const killed = await launch();
  emulator.setFaults([{ name: 'slow' }]);
  await killed.expectPhase(await killed.generate('being made'), 'processing');
  emulator.setFaults([{ name: 'slow' }, { name: 'hang-create', seconds: 600 }]);
  const hanging = await killed.generate('being sent');
  await expect.poll(() => emulator.creates().length).toBe(2);
  await killed.expectPhase(hanging, 'submitting');
  await killed.expectPhase(await killed.generate('not sent yet'), 'queued');
  await killed.kill();
  emulator.setFaults([]);

  const after = await launch();
  await after.expectPhase(after.card('being made'), 'completed');
  await after.expectPhase(after.card('not sent yet'), 'completed');
  const unknown = after.card('being sent');
  await after.expectPhase(unknown, 'unknown');
  await expect(unknown).toContainText('It may have been started, or not');
  await expect(unknown).toContainText('may be charged');
  await expect(unknown).toContainText('It may have cost $3.20.');

  // The queue keeps the order: with this one made, nothing else is on its way.
  await after.makeClip('the next one');
  await after.expectPhase(unknown, 'unknown');
  expect(billed(emulator)).toEqual(['being made', 'being sent', 'not sent yet', 'the next one']);
  expect(attempts(emulator)).toHaveLength(4);
});

test('an app that is killed while it saves a clip saves it at the next start', async ({
  launch,
  emulator,
}) => {
  const killed = await launch();
  emulator.setFaults([{ name: 'download-truncated' }]);
  const card = await killed.generate('half on disk');
  await killed.expectPhase(card, 'downloading');
  await expect.poll(() => emulator.requests.some(({ path }) => path.includes(':download'))).toBe(true);
  await killed.kill();
  emulator.setFaults([]);

  const after = await launch();
  await after.expectPhase(after.card('half on disk'), 'completed');
  expect(billed(emulator)).toEqual(['half on disk']);
});
