// docs/PROMPT_EXAMPLES.md and its French twin, from assets/prompts/ and scripts/prompt-guide.mjs.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import { PROJECT_ROOT } from './command-line.mjs';
import { guides } from './prompt-guide.mjs';

/** @typedef {import('../preload/contract/prompts.ts').PromptExample} PromptExample */
/** @typedef {import('../preload/contract/prompts.ts').PromptCategory} PromptCategory */
/** @typedef {import('../preload/contract/prompts.ts').NegativePreset} NegativePreset */
/** @typedef {keyof typeof guides} Language */

/**
 * @param {string} name
 * @returns {Promise<unknown>}
 */
async function data(name) {
  /** @type {unknown} */
  const parsed = JSON.parse(await readFile(path.join(PROJECT_ROOT, 'assets/prompts', name), 'utf8'));
  return parsed;
}

/**
 * @param {PromptExample} example
 * @param {Language} language
 */
function section({ title, prompt, negativePrompt, settings, needs, why }, language) {
  const { words, modes } = guides[language];
  const colon = language === 'fr' ? ' :' : ':';
  const { mode, aspectRatio, resolution, duration } = settings;
  const facts = [
    `${words.settings}${colon} ${aspectRatio} · ${resolution} · ${duration} s, ${modes[mode]}`,
    ...(needs === null ? [] : [`${words.needs}${colon} ${needs[language]}`]),
    ...(negativePrompt === null ? [] : [`${words.negative}${colon} *${negativePrompt}*`]),
    `${words.why}${colon} ${why[language]}`,
  ];
  return `#### ${title[language]}\n\n> ${prompt}\n\n${facts.map((fact) => `- ${fact}`).join('\n')}\n`;
}

/**
 * @param {Language} language
 * @returns {Promise<string>} the whole document, formatted
 */
export async function promptExamples(language) {
  const categories = /** @type {PromptCategory[]} */ (await data('categories.json'));
  const examples = /** @type {PromptExample[]} */ (await data('examples.json'));
  const presets = /** @type {NegativePreset[]} */ (await data('negative-presets.json'));
  const guide = guides[language];
  const chapters = categories.map(({ id, label }) => {
    const own = examples.filter(({ category }) => category === id);
    return `### ${label[language]}\n\n${own.map((example) => section(example, language)).join('\n')}`;
  });
  const { heading, intro, name, words, use } = guide.presets;
  const rows = presets.map(
    (preset) => `| ${preset.label[language]} | *${preset.words}* | ${preset.use[language]} |`,
  );
  const text = `# ${guide.title}

<!-- Written by \`npm run docs\` from assets/prompts/ and scripts/prompt-guide.mjs. Do not edit. -->

${guide.intro}

${guide.practice}

## ${guide.words.examples}

${chapters.join('\n')}

## ${heading}

${intro}

| ${name} | ${words} | ${use} |
| --- | --- | --- |
${rows.join('\n')}

${guide.after}
`;
  return format(text, { parser: 'markdown', printWidth: 110, proseWrap: 'preserve' });
}
