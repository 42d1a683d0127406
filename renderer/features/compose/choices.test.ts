import { describe, expect, it } from 'vitest';
import { chooseResolution, firstChoices } from './choices.ts';

describe('choosing a resolution', () => {
  it('changes the duration that 1080p does not have, says so, and brings it back with 720p', () => {
    const there = chooseResolution({ ...firstChoices, duration: '4' }, '1080p');
    expect(there.choices).toMatchObject({ resolution: '1080p', duration: '8' });
    expect(there.note).toEqual({ kind: 'forced', resolution: '1080p', duration: '8' });

    const back = chooseResolution(there.choices, '720p');
    expect(back.choices).toMatchObject({ resolution: '720p', duration: '4', heldDuration: null });
    expect(back.note).toEqual({ kind: 'restored', duration: '4' });
  });

  it('says nothing when the duration can stay', () => {
    const there = chooseResolution(firstChoices, '1080p');
    expect(there.note).toBeNull();
    expect(chooseResolution(there.choices, '720p')).toEqual({ choices: firstChoices, note: null });
  });
});
