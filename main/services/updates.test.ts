import { describe, expect, test, vi } from 'vitest';
import type { UpdateState } from '../../preload/contract/updates.ts';
import { createFakeClock } from './fake-clock.ts';
import { createUpdates } from './updates.ts';
import type { UpdateSource } from './updates.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

function bench(source: Partial<UpdateSource> = {}) {
  const { clock, advance } = createFakeClock();
  const told: UpdateState[] = [];
  const settings = { wanted: false, skipped: null as string | null };
  const newest = vi.fn<UpdateSource['newest']>(() => Promise.resolve('0.2.0'));
  const install = vi.fn<UpdateSource['install']>(() => true);
  const quit = vi.fn<(kept: () => void) => void>();
  const download = vi.fn<UpdateSource['download']>((progress) => {
    for (const fraction of [0.001, 0.002, 0.5, 1]) progress(fraction);
    return Promise.resolve();
  });
  const updates = createUpdates({
    source: {
      ...{ offer: 'install', newest, install, download, openPage: () => Promise.resolve() },
      ...source,
    },
    clock,
    log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
    wanted: () => settings.wanted,
    skippedVersion: () => settings.skipped,
    skip: (version) => {
      settings.skipped = version;
    },
    quit,
    changed: (state) => told.push(state),
  });
  return { updates, advance, told, settings, newest, install, quit, download };
}

describe('asking for new versions', () => {
  test('is not done unless it is wanted, not even after days', async () => {
    const { updates, advance, newest } = bench();
    updates.start();
    await advance(3 * day);
    expect(newest).not.toHaveBeenCalled();
  });

  test('is done half a minute after the start and once a day, and ends with the setting', async () => {
    const { updates, advance, settings, newest } = bench();
    settings.wanted = true;
    updates.start();
    await advance(29_000);
    expect(newest).not.toHaveBeenCalled();
    await advance(1_000);
    expect(newest).toHaveBeenCalledTimes(1);
    await advance(2 * day);
    expect(newest).toHaveBeenCalledTimes(3);
    settings.wanted = false;
    updates.settingChanged();
    await advance(5 * day);
    expect(newest).toHaveBeenCalledTimes(3);
    settings.wanted = true;
    updates.settingChanged();
    await advance(0);
    expect(newest).toHaveBeenCalledTimes(4);
    updates.stop();
    await advance(5 * day);
    expect(newest).toHaveBeenCalledTimes(4);
  });

  test('that got no answer is told when the user asked, and not when nobody did', async () => {
    const failing = bench({ newest: () => Promise.reject(new Error('no way there')) });
    failing.settings.wanted = true;
    failing.updates.start();
    await failing.advance(minute);
    expect(failing.updates.state()).toMatchObject({ phase: 'idle', error: null });
    expect(await failing.updates.check()).toMatchObject({ phase: 'idle', error: { code: 'network' } });
  });

  test('a copy that was not made from a release asks nobody', async () => {
    const { updates, advance, settings, newest } = bench({ offer: 'nothing' });
    settings.wanted = true;
    updates.start();
    await advance(day);
    await updates.check();
    expect(newest).not.toHaveBeenCalled();
  });
});

describe('a new version', () => {
  test('is fetched only when it is said, and put in place after the work has ended', async () => {
    const { updates, download, install, quit, told } = bench();
    expect(await updates.check()).toMatchObject({ phase: 'available', version: '0.2.0' });
    expect(download).not.toHaveBeenCalled();
    await updates.download();
    expect(updates.state()).toMatchObject({ phase: 'ready', atQuit: false });
    // What changes nothing that is seen is not told.
    expect(told.map(({ fraction }) => fraction).filter((fraction) => fraction !== null)).toEqual([0, 0.5, 1]);
    expect(updates.leave()).toBe(false);
    updates.install('at_quit');
    expect([quit.mock.calls.length, install.mock.calls.length]).toEqual([0, 0]);
    expect(updates.leave()).toBe(true);
    expect(install).toHaveBeenCalledExactlyOnceWith('at_quit');
  });

  test('with a restart ends the app as its user would', async () => {
    const { updates, install, quit } = bench();
    await updates.check();
    await updates.download();
    updates.install('now');
    expect(quit).toHaveBeenCalledOnce();
    expect(install).not.toHaveBeenCalled();
    updates.leave();
    expect(install).toHaveBeenCalledExactlyOnceWith('now');
  });

  test('that is refused is not spoken of again, but found by who looks', async () => {
    const { updates, settings, install } = bench();
    await updates.check();
    await updates.download();
    updates.install('at_quit');
    expect(updates.skip()).toMatchObject({ skipped: true, atQuit: false });
    expect(updates.leave()).toBe(false);
    expect(install).not.toHaveBeenCalled();

    const next = bench();
    next.settings.skipped = settings.skipped;
    next.settings.wanted = true;
    next.updates.start();
    await next.advance(minute);
    expect(next.updates.state()).toMatchObject({ phase: 'available', skipped: true });
    expect(await next.updates.check()).toMatchObject({ phase: 'available', skipped: false });
    next.newest.mockResolvedValue('0.3.0');
    await next.advance(day);
    expect(next.updates.state()).toMatchObject({ version: '0.3.0', skipped: false });
  });

  test('that does not arrive whole is said, and can be fetched again', async () => {
    const { updates, download } = bench();
    await updates.check();
    download.mockRejectedValueOnce(new Error('sha512 checksum mismatch'));
    await updates.download();
    expect(updates.state()).toMatchObject({ phase: 'available', error: { retryable: true } });
    expect(updates.install('now').ok).toBe(false);
    await updates.download();
    expect(updates.state()).toMatchObject({ phase: 'ready', error: null });
  });

  test('is neither fetched nor put in place where there is none, or where the app cannot', async () => {
    const { updates } = bench();
    expect((await updates.download()).ok).toBe(false);
    expect(updates.install('now').ok).toBe(false);
    expect((await updates.openPage()).ok).toBe(false);
    const page = bench({ offer: 'page' });
    await page.updates.check();
    expect((await page.updates.download()).ok).toBe(false);
    expect((await page.updates.openPage()).ok).toBe(true);
  });
});

test.each([
  ['nothing was said before', false],
  ['it was to be put in place at the end anyway', true],
])('a restart that its user takes back changes nothing: %s', async (_case, atQuit) => {
  const { updates, quit, install } = bench();
  await updates.check();
  await updates.download();
  if (atQuit) updates.install('at_quit');
  updates.install('now');
  expect(updates.state().atQuit).toBe(true);
  quit.mock.calls[0]?.[0]();
  expect(updates.state().atQuit).toBe(atQuit);
  expect(updates.leave()).toBe(atQuit);
  expect(install.mock.calls).toEqual(atQuit ? [['at_quit']] : []);
});
