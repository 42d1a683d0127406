import { expect, it } from 'vitest';
import { models } from '../models/catalogue.ts';
import type { Source, SourceWish } from '../../../preload/contract/source-rules.ts';
import { sourceProblem, sourceSeconds } from '../../../preload/contract/source-rules.ts';

const model = (id: string) => {
  const found = models.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};
const veo = model('veo-3.1-generate-preview');
const fast = model('veo-3.1-fast-generate-preview');
const omni = model('gemini-omni-1.2-flash');

const clip: Source = {
  ...{ phase: 'completed', service: 'gemini', madeBy: veo, aspectRatio: '16:9', resolution: '720p' },
  ...{ seconds: 8, duration: 8, extensions: 0, until: 1000 },
  ...{ isOthers: false, inlineBytes: null },
};
const extend: SourceWish = { task: 'extend', service: 'gemini', model: veo, aspectRatio: '16:9', now: 999 };
const edit: SourceWish = { ...extend, task: 'edit', model: omni };

it('a fresh clip of its own kind is taken', () => {
  expect(sourceProblem(clip, extend)).toBeNull();
  expect(sourceProblem(clip, { ...extend, model: fast })).toBeNull();
  expect(sourceProblem({ ...clip, seconds: 141.04, extensions: 19 }, extend)).toBeNull();
  expect(sourceProblem({ ...clip, inlineBytes: 20 * 1024 * 1024 }, extend)).toBeNull();
  expect(sourceProblem({ ...clip, madeBy: omni, resolution: '4k', aspectRatio: '9:16' }, edit)).toBeNull();
});

it.each<[string, Partial<Source>, Partial<SourceWish>, RegExp]>([
  ['still being made', { phase: 'processing' }, {}, /not finished yet/],
  ['failed', { phase: 'blocked' }, {}, /ended without a clip/],
  ['a demo', { service: 'demo' }, {}, /demo clip cannot be extended by Google/],
  ['of a key, in demo mode', {}, { service: 'demo' }, /made with a key/],
  ['of Omni Flash', { madeBy: omni }, {}, /this one is of Omni Flash 1.2/],
  ['of the Agent Platform', { madeBy: model('veo-3.1-generate-001') }, {}, /of its own kind/],
  ['of a model that nobody knows', { madeBy: null }, {}, /of its own kind/],
  ['of another key', { isOthers: true }, {}, /another key or project/],
  [
    'for a model that extends nothing',
    {},
    { model: model('veo-3.1-lite-generate-preview') },
    /Lite cannot extend/,
  ],
  ['of 1080p', { resolution: '1080p' }, {}, /Only clips of 720p .* this one is of 1080p/],
  ['of another shape', {}, { aspectRatio: '9:16' }, /Choose 16:9/],
  ['too large for a request', { inlineBytes: 20 * 1024 * 1024 + 1 }, {}, /more than 20 MB does not fit/],
  ['too long', { seconds: 142 }, {}, /more than 141 seconds/],
  ['extended twenty times', { extensions: 20, seconds: 100 }, {}, /extended 20 times/],
  ['too old', {}, { now: 1000 }, /for 2 days/],
  ['not at the service', { until: null }, {}, /for 2 days/],
])('a clip that is %s is not', (_what, change, wish, words) => {
  expect(sourceProblem({ ...clip, ...change }, { ...extend, ...wish })).toMatch(words);
});

it('a clip to change is looked at for its age and its maker only', () => {
  expect(sourceProblem(clip, edit)).toMatch(/of its own kind/);
  expect(sourceProblem(clip, { ...edit, model: veo })).toBe(
    'Veo 3.1 cannot change clips. Choose another model.',
  );
  expect(sourceProblem({ ...clip, madeBy: omni }, { ...edit, now: 1000 })).toMatch(/changed for 55 days/);
});

it('a clip that nobody measured is as long as it can be', () => {
  expect(sourceSeconds({ ...clip, seconds: null, extensions: 2 })).toBe(22);
});
