/** A request of one model as another model makes it. */
import { isVideo } from '../../../preload/contract/domain.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { ok } from '../../../preload/contract/result.ts';
import { translate, wishOfRequest } from '../../../preload/contract/successor.ts';
import type { OperationRecord, OperationRow } from '../../storage/records.ts';
import { findModel } from '../models/catalogue.ts';
import { refusal, refuseWish } from './wishes.ts';

/**
 * The operation's row with what `id` makes of it, to be asked for once more. Refused where what the request is about
 * would be lost; nothing was sent then.
 */
export function withModel(
  record: Pick<OperationRecord, 'operation' | 'references'>,
  id: string,
): Result<OperationRow> {
  const model = findModel(id);
  if (!model || !isVideo(record.operation)) {
    return refusal('invalid_model', 'This model is not known. Choose one of the list.', ['model']);
  }
  const wish = wishOfRequest({ ...record.operation, references: record.references });
  const translation = translate(model, wish);
  if (translation === null) {
    const words = `${model.label} does not make this clip as it was asked for. Choose another model. Nothing was sent.`;
    return refuseWish(model, wish) ?? refusal('not_offered', words, ['model']);
  }
  const { aspectRatio, resolution, duration, personGeneration, seed, audio, hasNegativePrompt } =
    translation.wish;
  return ok({
    ...record.operation,
    ...{ aspectRatio, resolution, duration, personGeneration, seed, audio },
    model: model.id,
    negativePrompt: hasNegativePrompt ? record.operation.negativePrompt : null,
  });
}
