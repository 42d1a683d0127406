import { limits } from '../../../preload/contract/domain.ts';
import { requestLimits } from '../../../preload/contract/modes.ts';
import type { Draft, Problems } from './draft-store.ts';
import { draftSourceProblem } from './source.ts';
import { modeOf } from './ways.ts';

/** Characters as main counts them: without the white space around. */
export function countedLength(value: string): number {
  return value.trim().length;
}

/** What keeps a draft from being sent, by field; empty when nothing does. */
export function findProblems(draft: Draft, now: number): Problems {
  const { prompt, negativePrompt, model, source } = draft;
  const problems: Problems = {};
  const length = countedLength(prompt);
  if (length === 0) problems.prompt = { kind: 'prompt-missing' };
  if (length > limits.promptCharacters) problems.prompt = { kind: 'too-long' };
  const sendsNegative = model?.takesNegativePrompt !== false;
  if (sendsNegative && countedLength(negativePrompt) > limits.negativePromptCharacters) {
    problems.negativePrompt = { kind: 'too-long' };
  }
  const mode = modeOf(draft);
  if (mode === 'frames') {
    if (draft.image === null) problems.image = { kind: 'frame-missing', which: 'first' };
    else if (draft.lastFrame === null) problems.image = { kind: 'frame-missing', which: 'last' };
  }
  if (mode === 'references' && draft.references.length === 0) problems.image = { kind: 'reference-missing' };
  const { seed } = draft;
  if (model?.takesSeed === true && seed.trim() !== '' && !isSeed(seed)) problems.seed = { kind: 'bad-seed' };
  if (model === null) problems.request = { kind: 'no-model' };
  else if (source !== null) {
    const { service, choices } = draft;
    const words = draftSourceProblem(source, { model, service, aspectRatio: choices.aspectRatio, now });
    if (words !== null) problems.request = { kind: 'source', task: source.task, words };
  }
  return problems;
}

function isSeed(value: string): boolean {
  return /^\d+$/.test(value.trim()) && Number(value) <= requestLimits.seed;
}
