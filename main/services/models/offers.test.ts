import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Emulator } from '../../../emulator/server.ts';
import { startEmulator } from '../../../emulator/server.ts';
import type { ModelList, ModelService } from '../../../preload/contract/models.ts';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import { accountOf } from '../../backends/account.ts';
import { listGeminiModels } from '../../backends/gemini-models.ts';
import { temporaryFolder } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { findModel } from './catalogue.ts';
import { createOffers } from './offers.ts';
import { openOffersStore } from './offers-store.ts';

const hour = 3_600_000;
const veo = 'veo-3.1-generate-preview';
const omni = 'gemini-omni-1.2-flash';

let emulator: Emulator;
let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  emulator = await startEmulator({
    clips: { clip: () => Promise.resolve(tinyMp4()) },
    keys: { 'the-veo-key': 'veo', 'the-omni-key': 'omni', 'the-bad-key': 'bad' },
  });
});
afterEach(() => emulator.close());

async function bench(firstKey = 'the-veo-key') {
  const state = {
    key: firstKey as string | null,
    online: true,
    chosen: null as string | null,
    service: 'gemini' as ModelService,
  };
  const { clock, advance } = createFakeClock();
  const changed = vi.fn<(list: ModelList) => void>();
  const offers = createOffers({
    store: await openOffersStore(folder),
    clock,
    log: { warn: vi.fn() },
    accessTo(service: ModelService) {
      const { key } = state;
      if (service !== 'gemini' || key === null) return null;
      const access = { baseUrl: emulator.url, apiKey: key, fetch };
      return { account: accountOf(key, 'gemini'), list: () => listGeminiModels(access) };
    },
    refusalOf: ({ service }) =>
      service === state.service
        ? null
        : { code: 'client_not_initialized', message: 'No key.', retryable: false },
    chosen: () => state.chosen,
    isOnline: () => state.online,
    random: () => 0,
    changed,
  });
  const problem = (id: string) => offers.list().offers.find((offer) => offer.id === id)?.problem;
  return { state, offers, changed, advance, problem };
}

const known = (id: string) => findModel(id) ?? expect.fail(id);

describe('what a key has', () => {
  test('nothing is known: all of a service that can be asked', async () => {
    const { offers, problem } = await bench();
    expect([problem(veo), problem(omni), problem('veo-3.1-generate-001')]).toEqual([null, null, 'no-access']);
    expect(offers.list()).toMatchObject({ defaultId: veo, checkedAt: null });
  });

  test('where nobody chose a model it is the best one of the services that there is access to', async () => {
    const { state, offers } = await bench();
    expect(offers.defaultModel().id).toBe(veo);
    state.service = 'agent-platform';
    expect(offers.defaultModel().id).toBe('veo-3.1-generate-001');
  });

  test('two keys, each with its own; the file holds neither', async () => {
    const { state, offers, changed, problem } = await bench();
    expect((await offers.refresh()).ok).toBe(true);
    expect([problem(veo), problem(omni), offers.defaultModel().id]).toEqual([null, 'not-with-key', veo]);
    expect(offers.refusalOf(known(omni))).toMatchObject({ code: 'not_offered', details: { charged: false } });
    state.key = 'the-omni-key';
    const asked = emulator.requests.length;
    await offers.checked('gemini', [omni]);
    expect(emulator.requests).toHaveLength(asked);
    expect([problem(veo), problem(omni), offers.defaultModel().id]).toEqual(['not-with-key', null, omni]);
    expect(changed).toHaveBeenCalledTimes(2);
    state.key = 'the-veo-key';
    expect(problem(veo)).toBeNull();
    expect(await readFile(path.join(folder, 'models.json'), 'utf8')).not.toMatch(/the-(veo|omni)-key/);
  });

  test('a key that is taken away is heard of at once, whatever the service does', async () => {
    const { state, offers, changed } = await bench();
    emulator.setFaults([{ name: 'models-500' }]);
    state.key = null;
    offers.accessRemoved();
    expect(changed).toHaveBeenCalledOnce();
    expect(emulator.requests).toEqual([]);
  });

  test('a service without a list has what it had retired again, once its key is checked', async () => {
    const { offers, problem } = await bench();
    offers.modelGone(veo, accountOf('the-veo-key', 'gemini'));
    expect(problem(veo)).toBe('retired');
    await offers.checked('gemini', null);
    expect(problem(veo)).toBeNull();
  });

  test('the user’s choice is the default where the key has it', async () => {
    const { state, offers } = await bench();
    state.chosen = omni;
    expect(offers.defaultModel().id).toBe(omni);
    await offers.refresh();
    expect(offers.defaultModel().id).toBe(veo);
  });

  test('a key that is refused says why, and what is known stays', async () => {
    const { state, offers, problem } = await bench();
    await offers.refresh();
    state.key = 'the-bad-key';
    expect(await offers.refresh()).toMatchObject({ ok: false, error: { code: 'invalid_key' } });
    expect(problem(veo)).toBeNull();
  });

  test('an offline start shows the last list; a damaged file asks anew', async () => {
    const first = await bench();
    await first.offers.refresh();
    const second = await bench();
    second.state.online = false;
    second.offers.start();
    await second.advance(hour);
    expect(second.problem(omni)).toBe('not-with-key');
    expect(emulator.requests).toHaveLength(1);
    for (const text of ['{"version":1,"acc', '{"version":1,"accounts":{"a":{"models":7}}}', '[]']) {
      await writeFile(path.join(folder, 'models.json'), text);
      expect((await bench()).problem(omni)).toBeNull();
    }
  });
});

describe('asking again', () => {
  test('at the start, then once a day', async () => {
    const { offers, changed, advance } = await bench();
    offers.start();
    await advance(1000);
    await vi.waitFor(() => {
      expect(changed).toHaveBeenCalledOnce();
    });
    await advance(23 * hour);
    expect(emulator.requests).toHaveLength(1);
    await advance(2 * hour);
    await vi.waitFor(() => {
      expect(emulator.requests).toHaveLength(2);
      expect(changed).toHaveBeenCalledTimes(2);
    });
    offers.stop();
  });

  test('not while offline, but soon after', async () => {
    const { state, offers, changed, advance } = await bench();
    state.online = false;
    offers.start();
    await advance(hour);
    expect(emulator.requests).toHaveLength(0);
    state.online = true;
    await advance(hour / 4);
    await vi.waitFor(() => {
      expect(emulator.requests).toHaveLength(1);
      expect(changed).toHaveBeenCalledOnce();
    });
    offers.stop();
  });
});

describe('a model that is gone', () => {
  test('for this account, over a restart, until a list has it again', async () => {
    const { state, offers, problem } = await bench();
    await offers.refresh();
    offers.modelGone(veo, accountOf('the-veo-key', 'gemini'));
    expect(problem(veo)).toBe('retired');
    expect(offers.refusalOf(known(veo))).toMatchObject({ code: 'model_retired' });
    expect(offers.defaultModel().id).toBe('veo-3.1-fast-generate-preview');
    state.key = 'another-key';
    expect(problem(veo)).toBeNull();
    await vi.waitFor(async () => {
      expect((await bench()).problem(veo)).toBe('retired');
    });
    state.key = 'the-veo-key';
    await offers.refresh();
    expect(problem(veo)).toBeNull();
  });
});
