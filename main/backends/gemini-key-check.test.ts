import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/server.ts';
import type { Emulator } from '../../emulator/server.ts';
import { tinyMp4 } from '../../tests/support/tiny-mp4.ts';
import { checkGeminiKey } from './gemini-key-check.ts';

describe('the check of a key', () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator({
      clips: { clip: () => Promise.resolve(tinyMp4()) },
      apiKey: 'the-good-key',
    });
  });
  afterEach(() => emulator.close());

  const check = (apiKey: string) => checkGeminiKey({ baseUrl: emulator.url, apiKey, fetch });

  it('gives what a good key has in one request that costs nothing, and keeps the key out of the address', async () => {
    expect(await check('the-good-key')).toEqual({
      ok: true,
      value: expect.arrayContaining(['veo-3.1-generate-preview', 'gemini-omni-1.2-flash']) as string[],
    });
    expect(emulator.requests.map(({ method, path }) => [method, path])).toEqual([
      ['GET', '/v1beta/models?pageSize=1000'],
    ]);
  });

  it('calls a wrong key wrong', async () => {
    expect(await check('another-key')).toMatchObject({ ok: false, error: { code: 'invalid_key' } });
  });

  it('tells a restricted key from a wrong one', async () => {
    emulator.setFaults([{ name: 'restricted-key' }]);
    expect(await check('the-good-key')).toMatchObject({ ok: false, error: { code: 'restricted_key' } });
  });

  it('does not call a key wrong when nobody answers', async () => {
    await emulator.close();
    expect(await check('the-good-key')).toMatchObject({
      ok: false,
      error: { code: 'network', retryable: true },
    });
  });

  it('says so when something else answers at the address', async () => {
    const elsewhere = { baseUrl: `${emulator.url}/proxy`, apiKey: 'the-good-key', fetch };
    expect(await checkGeminiKey(elsewhere)).toMatchObject({
      ok: false,
      error: { code: 'service_refused', retryable: false },
    });
  });
});
