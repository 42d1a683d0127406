/// <reference lib="dom" />
import { expectFinishedByNextStart } from './support/next-start.ts';
import { expect, test } from './support/test.ts';
import type { VideoChatApi } from '../../preload/contract/api.ts';
import { attempts, billed } from './support/wire.ts';

declare global {
  interface Window {
    videoChat: VideoChatApi;
  }
}

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

  await expectFinishedByNextStart(launch, emulator, 'half on disk');
});

test(
  'an app that is killed at twenty random instants sends nothing twice and forgets nothing',
  { tag: '@long' },
  async ({ launch, emulator }) => {
    test.setTimeout(240_000);
    // Printed, so that a failure can be played again.
    const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 100_000);
    test.info().annotations.push({ type: 'seed', description: String(seed) });
    let state = seed;
    const random = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };

    const submitted: string[] = [];
    for (let round = 1; round <= 20; round += 1) {
      const studio = await launch();
      const prompt = `round ${round}`;
      const began = Date.now();
      const instant = Math.floor(random() * 1200);
      const started = await studio.page.evaluate(
        (text) => window.videoChat.generate({ prompt: text, duration: '4' }),
        prompt,
      );
      expect(started.ok).toBe(true);
      submitted.push(prompt);
      // The instant is the point here: somewhere between the click and the clip on disk.
      await expect.poll(() => Date.now() - began, { intervals: [5] }).toBeGreaterThanOrEqual(instant);
      await studio.kill();
    }

    const last = await launch();
    await expect
      .poll(
        async () => {
          const list = await last.page.evaluate(() => window.videoChat.operations());
          return list.ok
            ? list.value.operations.filter(({ status }) => !['completed', 'error'].includes(status))
            : null;
        },
        { timeout: 60_000 },
      )
      .toEqual([]);
    const list = await last.page.evaluate(() => window.videoChat.operations());
    const operations = list.ok ? list.value.operations : [];
    expect(operations.map(({ request }) => request.prompt).sort()).toEqual([...submitted].sort());
    const bills = billed(emulator);
    expect(new Set(bills).size, `seed ${seed}: nothing was created twice`).toBe(bills.length);
    for (const { request, phase } of operations) {
      expect(['completed', 'unknown'], `seed ${seed}: ${request.prompt}`).toContain(phase);
      if (phase === 'completed') expect(bills).toContain(request.prompt);
    }
  },
);
