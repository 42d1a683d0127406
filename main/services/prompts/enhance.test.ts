/** Asking a text model, with the real backend against the emulator: what it sends, what it costs, what the ledger says. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator } from '../../../emulator/server.ts';
import type { Emulator, EmulatorOptions } from '../../../emulator/server.ts';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import { createGeminiText } from '../../backends/gemini-text.ts';
import type { TextSpendRow } from '../../storage/spend-rows.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createEnhance } from './enhance.ts';
import type { Enhance, EnhanceDeps } from './enhance.ts';
import { textModels, textUsd } from './text-models.ts';

const apiKey = 'a-key-for-text';
const prompt = 'A fox runs through snow';

describe('asking for versions of a prompt', () => {
  let emulator: Emulator;
  let ledger: TextSpendRow[];

  const start = async (options: Partial<EmulatorOptions> = {}): Promise<void> => {
    emulator = await startEmulator({
      clips: { clip: () => Promise.resolve(tinyMp4(4_000)) },
      apiKey,
      ...options,
    });
  };
  const enhanceWith = (changes: Partial<EnhanceDeps> = {}): Enhance =>
    createEnhance({
      clock: createFakeClock().clock,
      mode: () => 'gemini',
      backend: () => createGeminiText({ baseUrl: emulator.url, apiKey, fetch }),
      isAllowed: () => true,
      sessionId: () => 'a-session',
      hold: () => null,
      record: (line) => ledger.push(line),
      ...changes,
    });
  const asked = () => emulator.requests.filter(({ path }) => path.includes(':generateContent'));

  beforeEach(async () => {
    ledger = [];
    await start();
  });
  afterEach(() => emulator.close());

  it('gives three that differ, and the ledger has the price of their tokens', async () => {
    const result = await enhanceWith().ask(prompt);
    const versions = result.ok ? result.value.versions : [];
    expect(new Set(versions.map((version) => version.prompt)).size).toBe(3);
    expect(ledger.map(({ state }) => state)).toEqual(['estimated', 'charged']);
    expect(ledger[1]?.id).toBe(ledger[0]?.id);
    expect(ledger[1]).toMatchObject({ model: 'gemini-3.8-flash', sessionId: 'a-session' });
    expect(ledger[1]?.usd).toBeGreaterThan(0);
    expect(ledger[1]?.usd).toBeLessThan(ledger[0]?.usd ?? 0);
    expect(result).toMatchObject({ value: { by: { kind: 'model', usd: ledger[1]?.usd } } });
    expect(asked()).toHaveLength(1);
    expect(asked()[0]?.body).toMatchObject({
      contents: [{ role: 'user', parts: [{ text: prompt }] }],
      generationConfig: { responseMimeType: 'application/json', maxOutputTokens: 4096 },
    });
  });

  it.each(['cut-create', 'malformed-create'] as const)(
    'whose answer is lost (%s) is not asked again, and may have been charged',
    async (name) => {
      emulator.setFaults([{ name }]);
      const result = await enhanceWith().ask(prompt);
      expect(result).toMatchObject({ ok: false, error: { code: 'unknown_outcome' } });
      expect(asked()).toHaveLength(1);
      expect(ledger.map(({ state }) => state)).toEqual(['estimated', 'unknown']);
    },
  );

  it.each([
    ['rate-limit', 'rate_limited'],
    ['bad-key', 'invalid_key'],
    ['refuse', 'unknown_outcome'],
  ] as const)('that is refused (%s) says so in words and is not asked again', async (name, code) => {
    emulator.setFaults([{ name }]);
    const result = await enhanceWith().ask(prompt);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(asked()).toHaveLength(1);
    expect(ledger.at(-1)?.state).toBe(name === 'refuse' ? 'unknown' : 'not_charged');
  });

  it('goes to the next model where the first is gone, and to none where all are', async () => {
    await emulator.close();
    await start({ retired: ['gemini-3.8-flash'] });
    expect(await enhanceWith().ask(prompt)).toMatchObject({
      ok: true,
      value: { by: { label: 'Gemini 3.1 Flash-Lite' } },
    });
    expect(ledger.map(({ model, state }) => [model, state])).toEqual([
      ['gemini-3.8-flash', 'estimated'],
      ['gemini-3.8-flash', 'not_charged'],
      ['gemini-3.1-flash-lite', 'estimated'],
      ['gemini-3.1-flash-lite', 'charged'],
    ]);
    await emulator.close();
    await start({ retired: textModels.map(({ id }) => id) });
    expect(await enhanceWith().ask(prompt)).toMatchObject({ ok: false, error: { code: 'model_retired' } });
  });

  it.each([
    ['switched off', { isAllowed: () => false }, 'not_offered'],
    ['over the budget', { hold: () => ({ period: 'day', budgetUsd: 1 }) as const }, 'not_offered'],
    ['without a key', { backend: () => null }, 'client_not_initialized'],
  ] as const)('%s sends nothing and costs nothing', async (_what, changes, code) => {
    const result = await enhanceWith(changes).ask(prompt);
    expect(result).toMatchObject({ ok: false, error: { code, details: { charged: false } } });
    expect(emulator.requests).toEqual([]);
    expect(ledger).toEqual([]);
  });

  it('in demo mode asks nobody, says so, and keeps the words', async () => {
    const enhance = enhanceWith({ mode: () => 'demo' });
    expect(enhance.offer()).toEqual({ kind: 'local' });
    const result = await enhance.ask(prompt);
    expect(result).toMatchObject({ value: { by: { kind: 'local' } } });
    const versions = result.ok ? result.value.versions : [];
    expect(new Set(versions.map((version) => version.prompt)).size).toBe(3);
    for (const version of versions) expect(version.prompt).toContain(prompt);
    expect(emulator.requests).toEqual([]);
  });

  it('is told with a price that holds: usual below most, most at least what it then costs', async () => {
    const enhance = enhanceWith();
    const offer = enhance.offer();
    if (offer?.kind !== 'model') throw new Error('There is a key.');
    expect(offer.usualUsd).toBeLessThan(offer.mostUsd);
    await enhance.ask(prompt);
    expect(ledger.at(-1)?.usd).toBeLessThan(offer.mostUsd);
    expect(enhanceWith({ isAllowed: () => false }).offer()).toBeNull();
  });

  it('knows that a price ends with the year', () => {
    const usage = { inputTokens: 1_000_000, outputTokens: 1_000_000 };
    expect(textUsd(textModels[0], usage, Date.UTC(2026, 10, 27))).toBe(4.5);
    expect(textUsd(textModels[0], usage, Date.UTC(2027, 0, 1))).toBe(9);
  });
});
