import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aspectRatios, durations, resolutions } from '../../../preload/contract/domain.ts';
import type { ModelInfo } from '../../../preload/contract/models.ts';
import { modes, personGenerations } from '../../../preload/contract/modes.ts';
import { check } from '../../../preload/contract/rules.ts';
import type { Wish } from '../../../preload/contract/rules.ts';
import { successorOf, translate } from '../../../preload/contract/successor.ts';
import { findModel, models } from './catalogue.ts';

const known = (id: string): ModelInfo => findModel(id) ?? expect.fail(id);
const veo = known('veo-3.1-generate-preview');
const agentVeo = known('veo-3.1-generate-001');
const fast = known('veo-3.1-fast-generate-preview');
const omni = known('gemini-omni-1.2-flash');
const olderOmni = known('gemini-omni-1.1-flash');
const lite = known('veo-3.1-lite-generate-preview');

const wish: Wish = {
  mode: 'text',
  aspectRatio: '16:9',
  resolution: '720p',
  duration: '6',
  hasNegativePrompt: false,
  references: 0,
  personGeneration: null,
  seed: null,
  audio: true,
};

describe('the nearest model', () => {
  it.each<[string, ModelInfo, Partial<Wish>, ModelInfo[], string | null, string[], number]>([
    ['of the same service before the same model of another', veo, {}, models.slice(1), fast.id, [], 0.6],
    [
      'nothing lost before the same service',
      veo,
      { hasNegativePrompt: true },
      [omni, agentVeo],
      agentVeo.id,
      [],
      2.4,
    ],
    [
      'Omni Flash has no negative prompt',
      veo,
      { hasNegativePrompt: true },
      [omni],
      omni.id,
      ['negativePrompt'],
      0.42,
    ],
    ['the least dear where all are dearer', lite, {}, [veo, fast], fast.id, [], 0.6],
    ['the newer of two that cost less', veo, {}, [omni, olderOmni], omni.id, [], 0.42],
    ['nothing dearer', fast, {}, [veo, omni, lite], omni.id, [], 0.42],
    [
      'no 4k: the next smaller one',
      veo,
      { resolution: '4k', duration: '8' },
      [lite],
      lite.id,
      ['resolution'],
      0.64,
    ],
    ['no 5 s: the next longer one', omni, { duration: '5' }, [lite], lite.id, ['duration'], 0.3],
    ['15 s: as long as there is', omni, { duration: '15' }, [olderOmni], olderOmni.id, ['duration'], 1],
    [
      'its seed and its silence',
      agentVeo,
      { seed: 7, audio: false },
      [fast],
      fast.id,
      ['seed', 'audio'],
      0.6,
    ],
    [
      'adults only, where not everybody',
      fast,
      { mode: 'text', personGeneration: 'allow_all' },
      [agentVeo],
      agentVeo.id,
      ['personGeneration'],
      2.4,
    ],
    [
      'a clip that is extended goes to its kin',
      veo,
      { mode: 'extend', duration: '8' },
      [omni, agentVeo, fast],
      fast.id,
      [],
      0.8,
    ],
    ['one that is changed too', omni, { mode: 'edit' }, [veo, olderOmni], olderOmni.id, [], 0.6],
    [
      'none where nobody extends',
      veo,
      { mode: 'extend', duration: '8' },
      [omni, lite, agentVeo],
      null,
      [],
      0,
    ],
    [
      'none where images would be left out',
      omni,
      { mode: 'references', references: 6 },
      [veo, lite],
      null,
      [],
      0,
    ],
    [
      'none where nobody was to be seen',
      agentVeo,
      { personGeneration: 'dont_allow' },
      [veo, omni],
      null,
      [],
      0,
    ],
    ['not itself', veo, {}, [veo], null, [], 0],
  ])('%s', (_what, gone, change, offered, id, lost, usd) => {
    const found = successorOf(gone, { ...wish, ...change }, offered);
    expect(found?.model.id ?? null).toBe(id);
    expect((found?.lost ?? []).map(({ field }) => field)).toEqual(lost);
    expect(found?.usd ?? 0).toBeCloseTo(usd, 6);
  });
});

it('what a translation gives, the model makes; it loses nothing that it does not name', () => {
  const wishes: fc.Arbitrary<Wish> = fc.record({
    mode: fc.constantFrom(...modes),
    aspectRatio: fc.constantFrom(...aspectRatios),
    resolution: fc.constantFrom(...resolutions),
    duration: fc.constantFrom(...durations),
    hasNegativePrompt: fc.boolean(),
    references: fc.nat({ max: 6 }),
    personGeneration: fc.option(fc.constantFrom(...personGenerations)),
    seed: fc.option(fc.nat()),
    audio: fc.boolean(),
  });
  const names = { negativePrompt: 'hasNegativePrompt' } as const;
  fc.assert(
    fc.property(fc.constantFrom(...models), wishes, (model, asked) => {
      const translation = translate(model, asked);
      if (translation === null) return;
      expect(check(model, translation.wish)).toEqual([]);
      const fields = translation.lost.map(({ field }) => (field === 'negativePrompt' ? names[field] : field));
      const changed = (Object.keys(asked) as (keyof Wish)[]).filter(
        (field) => asked[field] !== translation.wish[field],
      );
      expect(fields.sort()).toEqual(changed.sort());
      // Once more changes nothing more.
      expect(translate(model, translation.wish)).toEqual({ wish: translation.wish, lost: [] });
    }),
    { numRuns: 500 },
  );
});
