/** What of a request a model does not do, as the error that the caller gets. Nothing was sent then. */
import type { ErrorCode } from '../../../preload/contract/error-codes.ts';
import type { ModelInfo } from '../../../preload/contract/models.ts';
import { ruleWords } from '../../../preload/contract/rule-words.ts';
import { check } from '../../../preload/contract/rules.ts';
import type { Refusal, RuleField, Wish } from '../../../preload/contract/rules.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fail } from '../../../preload/contract/result.ts';

/** The contract's code and field name for each rule. */
const names: Record<RuleField, { code: ErrorCode; field: string }> = {
  mode: { code: 'not_offered', field: 'model' },
  aspectRatio: { code: 'invalid_aspect_ratio', field: 'aspect_ratio' },
  resolution: { code: 'invalid_resolution', field: 'resolution' },
  duration: { code: 'invalid_duration', field: 'duration' },
  references: { code: 'not_offered', field: 'reference_images' },
  personGeneration: { code: 'not_offered', field: 'person_generation' },
  negativePrompt: { code: 'invalid_negative_prompt', field: 'negative_prompt' },
  seed: { code: 'not_offered', field: 'seed' },
  audio: { code: 'not_offered', field: 'generate_audio' },
};

/** A refusal of a request before anything is kept or sent. */
export function refusal(code: ErrorCode, message: string, fields: string[]): Result<never> {
  return fail({ code, message, retryable: false, details: { fields, charged: false } });
}

function whatToDo(found: Refusal): string {
  if ('range' in found && found.range.values.length === 1) {
    const [only] = found.range.values;
    return found.field === 'duration' ? `Set the duration to ${only ?? ''}.` : `Choose ${only ?? ''}.`;
  }
  return found.field === 'mode' ? 'Choose another model.' : 'Change it and try again.';
}

/** Why the model does not make this; null when it does. All that is wrong is named, in one error. */
export function refuseWish(model: ModelInfo, wish: Wish): Result<never> | null {
  const found = check(model, wish);
  const [first] = found;
  if (!first) return null;
  const words = found.map((each) => ruleWords(each, model.label));
  const message = `${words.join(' ')} ${whatToDo(first)} Nothing was sent.`;
  return refusal(
    names[first.field].code,
    message,
    found.map((each) => names[each.field].field),
  );
}
