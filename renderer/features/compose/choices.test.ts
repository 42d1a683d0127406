import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../preload/contract/rules.ts';
import { fakeModel, fakeOmni } from '../../lib/fake-models.ts';
import { firstChoices, notesOf, settled } from './choices.ts';

const short: Shape = { ...firstChoices, duration: '4' };

describe('choosing a resolution', () => {
  it('changes the duration that 1080p does not have, says so, and brings it back with 720p', () => {
    const wanted: Shape = { ...short, resolution: '1080p' };
    const there = settled(fakeModel, 'text', wanted);
    expect(there).toMatchObject({ resolution: '1080p', duration: '8' });
    const chosen = 'resolution';
    expect(notesOf(fakeModel, 'text', { before: short, after: there, wanted, chosen })).toMatchObject([
      {
        kind: 'forced',
        field: 'duration',
        value: '8',
        refusal: { field: 'duration', range: { because: { resolution: '1080p' } } },
      },
    ]);

    const back = settled(fakeModel, 'text', short);
    expect(back).toEqual(short);
    expect(notesOf(fakeModel, 'text', { before: there, after: back, wanted: short, chosen })).toEqual([
      { kind: 'restored', field: 'duration', value: '4' },
    ]);
  });

  it('says nothing when the duration can stay', () => {
    const wanted: Shape = { ...firstChoices, resolution: '1080p' };
    const after = settled(fakeModel, 'text', wanted);
    const change = { before: firstChoices, after, wanted, chosen: 'resolution' } as const;
    expect(notesOf(fakeModel, 'text', change)).toEqual([]);
  });
});

it('a model that makes less changes both, for its own reasons', () => {
  const wanted: Shape = { aspectRatio: '16:9', resolution: '360p', duration: '13' };
  const before = settled(fakeOmni, 'text', wanted);
  expect(before).toEqual(wanted);
  const after = settled(fakeModel, 'text', wanted);
  expect(after).toMatchObject({ resolution: '720p', duration: '8' });
  expect(notesOf(fakeModel, 'text', { before, after, wanted, chosen: null })).toMatchObject([
    { kind: 'forced', field: 'resolution', refusal: { range: { because: null } } },
    { kind: 'forced', field: 'duration', refusal: { range: { because: null } } },
  ]);
});
