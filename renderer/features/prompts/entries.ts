/** What the list of examples, templates and negative prompts is made of, and how it is searched. */
import categoryData from '../../../assets/prompts/categories.json';
import exampleData from '../../../assets/prompts/examples.json';
import presetData from '../../../assets/prompts/negative-presets.json';
import type {
  Bilingual,
  NegativePreset,
  PromptCategory,
  PromptExample,
  PromptTemplate,
} from '../../../preload/contract/prompts.ts';
import { plain } from '../../lib/plain.ts';

export const kinds = ['example', 'template', 'negative'] as const;
export type Kind = (typeof kinds)[number];

export type Entry = {
  id: string;
  title: string;
  /** What stands above it; null where there are no groups. */
  group: string | null;
  /** What its second line says. */
  line: string;
  /** What is searched, plain. */
  haystack: string;
} & (
  | { kind: 'example'; example: PromptExample }
  | { kind: 'template'; template: PromptTemplate }
  | { kind: 'negative'; preset: NegativePreset }
);

// A test reads the files by schema: here only their widened types come back.
const categories = categoryData as PromptCategory[];
const examples = exampleData as PromptExample[];
const presets = presetData as NegativePreset[];

const both = ({ en, fr }: Bilingual): string => `${en} ${fr}`;

function exampleEntries(language: keyof Bilingual): Entry[] {
  return categories.flatMap(({ id, label }) =>
    examples
      .filter(({ category }) => category === id)
      .map((example) => ({
        kind: 'example' as const,
        id: `example-${example.id}`,
        title: example.title[language],
        group: label[language],
        line: example.prompt,
        haystack: plain(`${both(example.title)} ${both(label)} ${example.prompt} ${both(example.why)}`),
        example,
      })),
  );
}

function negativeEntries(language: keyof Bilingual): Entry[] {
  return presets.map((preset) => ({
    kind: 'negative',
    id: `negative-${preset.id}`,
    title: preset.label[language],
    group: null,
    line: preset.words,
    haystack: plain(`${both(preset.label)} ${preset.words} ${both(preset.use)}`),
    preset,
  }));
}

function templateEntries(templates: readonly PromptTemplate[]): Entry[] {
  return templates.map((template) => ({
    kind: 'template',
    id: `template-${template.id}`,
    title: template.name,
    group: null,
    line: template.prompt,
    haystack: plain(`${template.name} ${template.prompt} ${template.negativePrompt ?? ''}`),
    template,
  }));
}

/** All of a kind that have every word of `search` in them. */
export function entriesOf(
  kind: Kind,
  search: string,
  { language, templates }: { language: keyof Bilingual; templates: readonly PromptTemplate[] },
): Entry[] {
  const all = {
    example: () => exampleEntries(language),
    template: () => templateEntries(templates),
    negative: () => negativeEntries(language),
  }[kind]();
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return all.filter(({ haystack }) => words.every((word) => haystack.includes(word)));
}
