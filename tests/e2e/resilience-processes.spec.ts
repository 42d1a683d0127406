/** The processes beside the window's page: the hidden media window, the graphics process, a second start. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runAlone } from './support/app-alone.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

/** Ends the media window's process as often as it starts on a job, up to `times`; gives how often that was. */
async function crashMediaWindow({ application }: Studio, times: number): Promise<() => Promise<number>> {
  await application.evaluate(({ app }, most) => {
    const seen = { crashes: 0 };
    Object.assign(globalThis, { seen });
    app.on('web-contents-created', (_event, contents) => {
      const send = contents.send.bind(contents);
      Object.assign(contents, {
        send(channel: string, ...args: unknown[]) {
          send(channel, ...args);
          if (!contents.getURL().endsWith('/media.html') || seen.crashes === most) return;
          seen.crashes += 1;
          contents.forcefullyCrashRenderer();
        },
      });
    });
  }, times);
  return () =>
    application.evaluate(() => (globalThis as unknown as { seen: { crashes: number } }).seen.crashes);
}

test('a media window that crashes over a clip: a new one draws it', async ({ launch }) => {
  test.setTimeout(120_000);
  const studio = await launch({ key: null, baseUrl: null });
  const crashes = await crashMediaWindow(studio, 1);
  const card = await studio.generate('a lighthouse');
  // Drawing takes a slow computer a while, and it is drawn twice.
  await expect(card).toHaveAttribute('data-phase', 'completed', { timeout: 60_000 });
  expect(await crashes()).toBe(1);
  await expect(card.locator('img').last()).toBeVisible();
});

test('a media window that crashes twice over a poster costs the poster alone; the next clip has one', async ({
  studio,
}) => {
  const crashes = await crashMediaWindow(studio, 2);
  const first = await studio.makeClip('without a poster');
  await expect.poll(crashes).toBe(2);
  await studio.play(first);
  await studio.page.keyboard.press('Escape');
  const second = await studio.makeClip('with a poster');
  await expect.poll(() => second.locator('img').evaluateAll((images) => images.length)).toBeGreaterThan(0);
});

for (const state of ['minimised', 'hidden'] as const) {
  test(`a second start brings up the first one’s window that is ${state}, and ends with 0`, async ({
    studio,
    folder,
  }) => {
    await studio.application.evaluate(({ BrowserWindow }, how) => {
      const window = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().endsWith('/index.html'),
      );
      if (!window) throw new Error('There is no window');
      const seen = { restored: 0, focused: 0 };
      Object.assign(globalThis, { seen });
      // A display without a window manager minimises nothing: what is asked of the window is seen instead.
      if (how === 'hidden') window.hide();
      else
        Object.assign(window, {
          isMinimized: () => seen.restored === 0,
          restore: () => (seen.restored += 1),
        });
      Object.assign(window, { focus: () => (seen.focused += 1) });
    }, state);
    expect(await runAlone(folder, { args: ['--a-flag', 'zoetrope://anything', 'https://example.com'] })).toBe(
      0,
    );
    await expect
      .poll(() =>
        studio.application.evaluate(({ BrowserWindow }) => ({
          ...(globalThis as unknown as { seen: { restored: number; focused: number } }).seen,
          visible: BrowserWindow.getAllWindows().map((window) => window.isVisible()),
        })),
      )
      .toEqual({ restored: state === 'minimised' ? 1 : 0, focused: 1, visible: [true] });
    await expect(studio.page.getByRole('dialog')).toHaveCount(0);
  });
}

/** The graphics process, once it is another one than before; null where this computer has none. */
async function graphicsProcess({ application }: Studio): Promise<number | null> {
  return application.evaluate(
    ({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? null,
  );
}

test('a graphics process that is lost is replaced; lost again, it is left out at the next start', async ({
  launch,
  folder,
}) => {
  const studio = await launch();
  for (const words of ['', ' again']) {
    const pid = await graphicsProcess(studio);
    test.skip(pid === null, 'this display has no graphics process');
    if (pid === null) return;
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => graphicsProcess(studio)).not.toBe(pid);
    await studio.makeClip(`made after a loss${words}`);
    await expect(studio.page.getByText(/graphics failed several times/)).toHaveCount(words === '' ? 0 : 1);
  }
  studio.takeProblems();
  await studio.close();
  const log = await readFile(path.join(folder, 'logs', 'main.log'), 'utf8');
  expect(log.match(/A helper process ended by itself .*GPU/g)).toHaveLength(2);
  const loadFirst = path.join(folder, 'graphics.cjs');
  await writeFile(
    loadFirst,
    `const { app } = require('electron');
const leaveOut = app.disableHardwareAcceleration.bind(app);
app.disableHardwareAcceleration = () => {
  globalThis.isLeftOut = true;
  leaveOut();
};`,
  );
  const after = await launch({ loadFirst });
  expect(await after.application.evaluate(() => 'isLeftOut' in globalThis)).toBe(true);
  await after.makeClip('made without');
});
