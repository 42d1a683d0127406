/** Models as main lists them, for tests of the window. */
import { imageAspectRatios } from '../../preload/contract/mediums.ts';
import type { ImageModelOffer } from '../../preload/contract/models.ts';
import type { ModelList, ModelOffer } from '../../preload/contract/models.ts';

export const fakeModel: ModelOffer = {
  id: 'veo-3.1-generate-preview',
  service: 'gemini',
  label: 'Veo 3.1',
  modes: ['text', 'image', 'frames', 'references', 'extend'],
  aspectRatios: ['16:9', '9:16'],
  resolutions: ['720p', '1080p', '4k'],
  durations: ['4', '6', '8'],
  limits: [
    { when: { resolutions: ['1080p', '4k'] }, durations: ['8'] },
    { when: { modes: ['references'] }, durations: ['8'] },
    { when: { modes: ['extend'] }, durations: ['8'], resolutions: ['720p'] },
  ],
  mostReferences: 3,
  people: { text: ['allow_all', 'allow_adult'], image: ['allow_adult'] },
  takesNegativePrompt: true,
  takesSeed: false,
  canBeSilent: false,
  extension: { addsSeconds: 7, mostTimes: 20, longestSeconds: 141, resolutions: ['720p'] },
  usdPerSecond: { '720p': 0.4, '1080p': 0.4, '4k': 0.6 },
  priceDate: '2026-11-22',
  priceSource: 'a price list',
  factsDate: '2026-11-22',
  factsSource: 'a page',
  problem: null,
};

export const fakeOmni: ModelOffer = {
  ...fakeModel,
  id: 'gemini-omni-1.2-flash',
  label: 'Omni Flash 1.2',
  modes: ['text', 'image', 'frames', 'references', 'edit'],
  resolutions: ['360p', '720p', '1080p', '4k'],
  durations: ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'],
  limits: [{ when: { modes: ['frames'] }, durations: ['3', '4', '5', '6', '7', '8', '9', '10'] }],
  mostReferences: 6,
  people: {},
  takesNegativePrompt: false,
  extension: null,
  usdPerSecond: { '360p': 0.023, '720p': 0.07, '1080p': 0.105, '4k': 0.21 },
};

const fakeImageModel: ImageModelOffer = {
  id: 'gemini-3.1-flash-image',
  service: 'gemini',
  label: 'Gemini 3.1 Flash Image',
  aspectRatios: imageAspectRatios,
  sizes: ['512', '1K', '2K', '4K'],
  mostInputs: 3,
  usdPerImage: { '512': 0.045, '1K': 0.067, '2K': 0.101, '4K': 0.151 },
  priceDate: '2026-11-27',
  priceSource: 'Test',
  problem: null,
};

export const fakeModelList: ModelList = {
  offers: [
    fakeModel,
    fakeOmni,
    {
      ...fakeModel,
      id: 'veo-3.1-generate-001',
      service: 'agent-platform',
      label: 'Veo 3.1 (Agent Platform)',
      problem: 'no-access',
    },
  ],
  defaultId: fakeModel.id,
  images: [fakeImageModel],
  defaultImageId: fakeImageModel.id,
  checkedAt: 1_790_000_000_000,
};
