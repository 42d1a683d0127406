/** The models that the app knows, as data. What a key really has, only the service can say. */
import type { ModelInfo } from '../../../preload/contract/domain.ts';

const priceDate = '2026-11-22';
const priceSource = 'Published price lists for the Gemini API, per second of video with sound';

/** The first is the default. */
export const models: readonly [ModelInfo, ...ModelInfo[]] = [
  {
    id: 'veo-3.1-generate-preview',
    label: 'Veo 3.1',
    usdPerSecond: { '720p': 0.4, '1080p': 0.4 },
    priceDate,
    priceSource,
  },
  {
    id: 'veo-3.1-fast-generate-preview',
    label: 'Veo 3.1 Fast',
    usdPerSecond: { '720p': 0.1, '1080p': 0.12 },
    priceDate,
    priceSource,
  },
  {
    id: 'veo-3.1-lite-generate-preview',
    label: 'Veo 3.1 Lite',
    usdPerSecond: { '720p': 0.05, '1080p': 0.08 },
    priceDate,
    priceSource,
  },
];

export const defaultModel = models[0];

export function findModel(id: string): ModelInfo | null {
  return models.find((model) => model.id === id) ?? null;
}
