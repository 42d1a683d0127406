import { describe, expect, it } from 'vitest';
import { createInlineClips } from './inline-clips.ts';
import { timesMissingUntilGone } from './video-backend.ts';
import type { ClipAgain } from './inline-clips.ts';

const data = Uint8Array.from({ length: 100 }, (_, index) => index);

function bench(answer: ClipAgain = { kind: 'bytes', data }) {
  const asked: string[] = [];
  const sent: string[] = [];
  const { keep, through } = createInlineClips((name) => {
    asked.push(name);
    return Promise.resolve(answer);
  });
  const open = through((input) => {
    sent.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve(new Response('elsewhere'));
  });
  return { inline: { keep, fetch: open }, asked, sent };
}

const bytes = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('a clip that came inside an answer', () => {
  const name = 'projects/p/locations/l/operations/1';

  it('is handed out once from memory, then asked for again', async () => {
    const { inline, asked } = bench();
    const uri = inline.keep(name, data);
    expect(uri).toBe(`inline:${encodeURIComponent(name)}`);
    expect(await bytes(await inline.fetch(new URL(uri)))).toEqual(data);
    expect(asked).toEqual([]);
    expect(await bytes(await inline.fetch(new URL(uri)))).toEqual(data);
    expect(asked).toEqual([name]);
  });

  it('is asked for in another run of the app', async () => {
    const { inline, asked } = bench();
    const response = await inline.fetch(new URL(`inline:${encodeURIComponent(name)}`));
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '100']);
    expect(asked).toEqual([name]);
  });

  it('can be gone on with', async () => {
    const { inline } = bench();
    const uri = new URL(inline.keep(name, data));
    const rest = await inline.fetch(uri, { headers: { range: 'bytes=60-' } });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, 'bytes 60-99/100']);
    expect(await bytes(rest)).toEqual(data.slice(60));
    expect((await inline.fetch(uri, { headers: { range: 'bytes=100-' } })).status).toBe(416);
  });

  it('is not there for ever in memory: the newest two are', async () => {
    const { inline, asked } = bench();
    const uris = ['a', 'b', 'c'].map((each) => inline.keep(each, data));
    for (const uri of uris) await inline.fetch(new URL(uri));
    expect(asked).toEqual(['a']);
  });

  it('is a 404 when the service says again and again that it does not know it, an error when it cannot be asked', async () => {
    const uri = new URL('inline:a');
    const { inline } = bench({ kind: 'gone' });
    for (let times = 1; times < timesMissingUntilGone; times += 1) {
      await expect(inline.fetch(uri)).rejects.toThrow('does not find');
    }
    expect((await inline.fetch(uri)).status).toBe(404);
    await expect(bench({ kind: 'failed', reason: 'no network' }).inline.fetch(uri)).rejects.toThrow(
      'no network',
    );
  });

  it('that has an address by now is looked for there', async () => {
    const { inline } = bench({ kind: 'address', url: new URL('https://service.example/1') });
    const response = await inline.fetch(new URL('inline:a'));
    expect([response.status, response.headers.get('location')]).toEqual([302, 'https://service.example/1']);
  });

  it('all other addresses go out as they are', async () => {
    const { inline, sent } = bench();
    await inline.fetch('https://service.example/1');
    expect(sent).toEqual(['https://service.example/1']);
  });
});
