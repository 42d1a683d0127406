import type { Operation } from '../../../preload/contract/domain.ts';
import { isVideo } from '../../../preload/contract/domain.ts';
import { estimateImageUsd } from '../../../preload/contract/images.ts';
import { estimateUsd } from '../../../preload/contract/rules.ts';
import { useAppState, useModelList, useModels } from '../../lib/queries.ts';

/** What the same request would cost now, in USD; 0 where clips are drawn on this computer. */
export function usePriceAgain({ request, estimatedUsd }: Operation): number {
  const mode = useAppState().data?.service.mode;
  const models = useModels().data;
  const images = useModelList().data?.images ?? [];
  if (mode === 'demo') return 0;
  if (!isVideo(request)) {
    const model = images.find(({ id }) => id === request.model);
    return (model && estimateImageUsd(model, request.resolution)) ?? estimatedUsd;
  }
  const model = models?.find(({ id }) => id === request.model);
  if (model === undefined) return estimatedUsd;
  return estimateUsd(model, request.resolution, request.duration) ?? estimatedUsd;
}
