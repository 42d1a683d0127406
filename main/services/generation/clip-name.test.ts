import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipName, freeName } from './clip-name.ts';

const createdAt = new Date(2026, 10, 22, 9, 30).getTime();
const name = (prompt: string) => clipName({ prompt, duration: '8', resolution: '720p', createdAt });

describe('a clip’s name', () => {
  it('says the day, the prompt, the length and the resolution', () => {
    expect(name('lion walking')).toBe('2026-11-22 lion walking 8s 720p.mp4');
  });

  it('ends a long prompt at a word', () => {
    expect(
      name('A majestic lion walks through tall golden grass at sunset, slow dolly-in at eye level'),
    ).toBe('2026-11-22 A majestic lion walks through tall golden grass at sunset 8s 720p.mp4');
  });

  it.each([
    ['a/b\\c: "what?" <x>|*', '2026-11-22 abc what x 8s 720p.mp4'],
    ['../../etc/passwd', '2026-11-22 ....etcpasswd 8s 720p.mp4'],
    ['line one\nline\ttwo\u0000', '2026-11-22 line one line two 8s 720p.mp4'],
    ['a fox / the snow', '2026-11-22 a fox the snow 8s 720p.mp4'],
    ['???', '2026-11-22 8s 720p.mp4'],
    ['ライオンが歩く', '2026-11-22 ライオンが歩く 8s 720p.mp4'],
  ])('takes what no file system forbids from %j', (prompt, expected) => {
    expect(name(prompt)).toBe(expected);
  });

  it('never cuts inside a letter', () => {
    // 18 bytes each: ten of them fit.
    expect(name('👨‍👩‍👧'.repeat(80))).toBe(`2026-11-22 ${'👨‍👩‍👧'.repeat(10)} 8s 720p.mp4`);
  });

  it('is a plain name in its folder whatever the prompt is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (prompt) => {
        const made = name(prompt);
        expect(made).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
        expect(Buffer.byteLength(made)).toBeLessThanOrEqual(255);
      }),
    );
  });
});

describe('a free name', () => {
  const among = (...taken: string[]) =>
    freeName('a.mp4', (candidate) => Promise.resolve(taken.includes(candidate)));

  it('is the name itself when nobody has it', async () => {
    expect(await among()).toBe('a.mp4');
  });

  it('counts up until nobody has it', async () => {
    expect(await among('a.mp4', 'a (2).mp4')).toBe('a (3).mp4');
  });
});
