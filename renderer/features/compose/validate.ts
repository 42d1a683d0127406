import { limits } from '../../../preload/contract/domain.ts';
import type { Problems } from './draft-store.ts';

/** Characters as main counts them: without the white space around. */
export function countedLength(value: string): number {
  return value.trim().length;
}

interface Words {
  prompt: string;
  negativePrompt: string;
}

/** What keeps a draft from being sent, by field; empty when nothing does. */
export function findProblems({ prompt, negativePrompt }: Words): Problems {
  const problems: Problems = {};
  const length = countedLength(prompt);
  if (length === 0) problems.prompt = { kind: 'prompt-missing' };
  if (length > limits.promptCharacters) problems.prompt = { kind: 'too-long' };
  if (countedLength(negativePrompt) > limits.negativePromptCharacters) {
    problems.negativePrompt = { kind: 'too-long' };
  }
  return problems;
}
