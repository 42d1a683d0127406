import { describe, expect, test, vi } from 'vitest';
import { listGeminiModels } from './gemini-models.ts';

function access(...answers: Response[]) {
  const send = vi.fn<typeof fetch>(() => Promise.resolve(answers.shift() ?? expect.fail('asked too often')));
  return { baseUrl: 'http://127.0.0.1:1', apiKey: 'the-key', fetch: send, send };
}
const page = (names: string[], nextPageToken?: string) =>
  Response.json({ models: names.map((name) => ({ name: `models/${name}` })), nextPageToken });

describe('the list of models', () => {
  test('all pages, with the key in a header', async () => {
    const to = access(page(['a'], 'x&y'), page(['b']));
    expect(await listGeminiModels(to)).toEqual({ ok: true, value: ['a', 'b'] });
    expect(to.send.mock.calls.map(([url]) => url)).toEqual([
      'http://127.0.0.1:1/v1beta/models?pageSize=1000',
      'http://127.0.0.1:1/v1beta/models?pageSize=1000&pageToken=x%26y',
    ]);
    expect(to.send.mock.calls[1]?.[1]).toMatchObject({ headers: { 'x-goog-api-key': 'the-key' } });
  });

  test('a list without an end is not known, and not read for ever', async () => {
    const to = access(...Array.from({ length: 50 }, (_, index) => page(['a'], String(index))));
    expect(await listGeminiModels(to)).toEqual({ ok: true, value: null });
    expect(to.send).toHaveBeenCalledTimes(10);
  });

  test('Veo that cannot be asked for clips is not there', async () => {
    const models = [
      { name: 'models/veo-3.1-generate-preview', supportedGenerationMethods: ['predict'] },
      { name: 'models/gemini-omni-1.2-flash', supportedGenerationMethods: ['generateContent'] },
    ];
    const answer = await listGeminiModels(access(Response.json({ models })));
    expect(answer).toEqual({ ok: true, value: ['gemini-omni-1.2-flash'] });
  });

  test.each([
    ['404', () => new Response('no', { status: 404 })],
    ['a web page', () => new Response('<html>')],
    ['another form', () => Response.json({ models: 'all' })],
    ['an empty list', () => Response.json({})],
  ])('not known is not refused: %s', async (_what, answer) => {
    expect(await listGeminiModels(access(answer()))).toEqual({ ok: true, value: null });
  });

  test('a refusal is one', async () => {
    const to = access(new Response('{}', { status: 403 }));
    expect(await listGeminiModels(to)).toMatchObject({ ok: false, error: { code: 'restricted_key' } });
  });
});
