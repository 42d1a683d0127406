import exampleData from '../../../assets/prompts/examples.json';
import type { PromptExample } from '../../../preload/contract/prompts.ts';

const id = 'dune-wind';

/** The shortest of the worked examples, and so the cheapest; the demo has a scene for it. */
export function firstExample(): PromptExample {
  // A test reads the file by schema: here only its widened types come back.
  const example = (exampleData as PromptExample[]).find((each) => each.id === id);
  if (example === undefined) throw new Error(`There is no example ${id}`);
  return example;
}
