import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noParts, promptParts, readPrompt, writePrompt } from './prompt-parts.ts';

const fox = {
  subject: 'A red fox',
  action: 'trots',
  place: 'through the snow',
  style: 'documentary',
  camera: 'low tracking shot',
  lens: '135mm',
  light: 'low sun from behind',
  ambience: 'wind in birches',
  dialogue: 'A man whispers: "There she is."',
  sound: 'soft steps, then silence',
};
const foxPrompt =
  'A red fox trots through the snow. Style: documentary. Camera: low tracking shot. Lens: 135mm. Light: low sun from behind. Ambience: wind in birches. Dialogue: A man whispers: "There she is." Sound: soft steps, then silence.';

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe('a prompt and its parts', () => {
  it('is written from them, without those that are empty', () => {
    expect(writePrompt(fox)).toBe(foxPrompt);
    expect(writePrompt({ ...noParts(), camera: 'static', subject: 'a door' })).toBe(
      'A door. Camera: static.',
    );
    expect(writePrompt(noParts())).toBe('');
  });

  it('is read back into the same parts', () => {
    expect(readPrompt(foxPrompt)).toEqual({ parts: fox, isPlain: true });
  });

  it('is read without labels where each sentence speaks of one thing', () => {
    const { parts, isPlain } = readPrompt(
      'A lighthouse stands on a black rock. Slow aerial orbit. Backlit by a low sun. SFX: waves.',
    );
    expect(isPlain).toBe(true);
    expect(parts).toEqual({
      ...noParts(),
      subject: 'A lighthouse',
      action: 'stands',
      place: 'on a black rock',
      camera: 'Slow aerial orbit',
      light: 'Backlit by a low sun',
      sound: 'waves',
    });
  });

  it('that tells a story is left as it is', () => {
    const story = 'She wakes. He is gone. The clock has stopped. Somebody knocks.';
    expect(readPrompt(story)).toEqual({ parts: noParts(), isPlain: false });
  });

  it('keeps a speaker with what is said, whatever stands in the quotes', () => {
    const said = 'A robot waits. It says: "Camera off. Now." It bows.';
    expect(readPrompt(said).parts.dialogue).toBe('It says: "Camera off. Now."');
  });

  it('loses no word of a plain one, and writes none twice', () => {
    const sentence = fc
      .array(fc.constantFrom('a', 'fox', 'runs', 'camera', 'light', 'in', 'the', 'snow', '50mm', 'music'), {
        minLength: 1,
        maxLength: 7,
      })
      .map((list) => `${list.join(' ')}.`);
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 6 }), (sentences) => {
        const prompt = sentences.join(' ');
        const { parts, isPlain } = readPrompt(prompt);
        if (!isPlain) return;
        const kept = promptParts.flatMap((part) => words(parts[part]));
        expect(kept.toSorted()).toEqual([...words(prompt)].toSorted());
      }),
    );
  });
});
