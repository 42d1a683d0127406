/** A prompt as the parts that it is made of: written from them, and read back where it is plain. Pure functions. */

/** In the order in which a prompt names them. */
export const promptParts = [
  'subject',
  'action',
  'place',
  'style',
  'camera',
  'lens',
  'light',
  'ambience',
  'dialogue',
  'sound',
] as const;
export type PromptPart = (typeof promptParts)[number];
export type PromptParts = Record<PromptPart, string>;

/** Those that make the first sentence together. */
const sceneParts = ['subject', 'action', 'place'] as const;
type LabelledPart = Exclude<PromptPart, (typeof sceneParts)[number]>;

const labels: Record<LabelledPart, string> = {
  style: 'Style',
  camera: 'Camera',
  lens: 'Lens',
  light: 'Light',
  ambience: 'Ambience',
  dialogue: 'Dialogue',
  sound: 'Sound',
};
const labelledParts = Object.keys(labels) as LabelledPart[];

/** Other words for the same label, as people write them. */
const synonyms: Record<string, LabelledPart> = {
  style: 'style',
  look: 'style',
  camera: 'camera',
  shot: 'camera',
  lens: 'lens',
  light: 'light',
  lighting: 'light',
  ambience: 'ambience',
  ambient: 'ambience',
  'ambient sound': 'ambience',
  dialogue: 'dialogue',
  sound: 'sound',
  sfx: 'sound',
  audio: 'sound',
  'sound effects': 'sound',
};

/** Words that tell of which part a sentence without a label speaks. The first that fits decides. */
const tells: [LabelledPart, RegExp][] = [
  ['dialogue', /["“][^"”]+["”]/],
  ['ambience', /^(ambien(t|ce)|in the background we hear|background noise)\b/i],
  ['sound', /^(we hear|the sound of|sounds? of)\b|\b(sound effects?|music|soundtrack|no voices)\b/i],
  [
    'camera',
    /\b(camera|close-up|wide shot|medium shot|tracking shot|aerial|drone shot|dolly|push in|pull back|pan(s|ning)?|tilt(s|ing)? (up|down)|crane|handheld|orbit(s|ing)?|static shot|top-down|point of view|pov)\b/i,
  ],
  ['lens', /\b(\d{2,3} ?mm|lens|depth of field|macro|bokeh|wide-angle|telephoto|anamorphic)\b/i],
  [
    'light',
    /\b(lit|light(ing)?|sunlight|backlit|golden hour|blue hour|moonlight|neon|shadows?|candlelight)\b/i,
  ],
  [
    'style',
    /\b(style|animation|claymation|stop[- ]motion|watercolou?r|documentary|cinematic|noir|film grain|black and white|hand-drawn|time-lapse)\b/i,
  ],
];

export function noParts(): PromptParts {
  return Object.fromEntries(promptParts.map((part) => [part, ''])) as PromptParts;
}

const ended = (words: string): string => (/[.!?…"”]$/.test(words) ? words : `${words}.`);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The prompt that says these parts; empty for none. */
export function writePrompt(parts: PromptParts): string {
  const scene = sceneParts.map((part) => parts[part].trim()).filter((words) => words !== '');
  const said = labelledParts.flatMap((part) => {
    const words = parts[part].trim();
    return words === '' ? [] : [`${labels[part]}: ${ended(words)}`];
  });
  return [...(scene.length === 0 ? [] : [ended(capital(scene.join(' ')))]), ...said].join(' ');
}

/** Sentences, with what stands between quotes in one piece. */
function sentencesOf(prompt: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < prompt.length; at += 1) {
    const letter = prompt.charAt(at);
    if (letter === '"') quoted = !quoted;
    if (letter === '“') quoted = true;
    if (letter === '”') quoted = false;
    const isLine = letter === '\n';
    const after = prompt.charAt(at + 1);
    const isEnd =
      (/[.!?…]/.test(letter) && !quoted && /\s|^$/.test(after)) ||
      // A quote that ends with a full stop ends its sentence too.
      (/["”]/.test(letter) && !quoted && /[.!?…]/.test(prompt.charAt(at - 1)) && /\s|^$/.test(after));
    if (!isLine && !isEnd) continue;
    sentences.push(prompt.slice(start, at + 1));
    start = at + 1;
  }
  sentences.push(prompt.slice(start));
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** `Camera: slow push in.` as the part and its words. */
function labelled(sentence: string): { part: LabelledPart; words: string } | null {
  const [, label = '', words = ''] = /^([A-Za-z][A-Za-z ]{2,14}):\s*(\S.*)$/s.exec(sentence) ?? [];
  const part = Object.hasOwn(synonyms, label.toLowerCase()) ? synonyms[label.toLowerCase()] : undefined;
  return part === undefined ? null : { part, words };
}

const places =
  /\s(?=(?:in|on|at|under|beside|inside|along|across|through|over|above|against|outside|near|between|beneath|behind|among) (?:a|an|the|two|its|her|his|their|deep|fresh|open|dark|wet)\b)/i;

/** A first sentence that begins with one thing that does something, as subject, action and place. */
function sceneOf(sentence: string): Pick<PromptParts, 'subject' | 'action' | 'place'> {
  const words = sentence.replace(/\.$/, '');
  const whole = { subject: words, action: '', place: '' };
  if (!/^(an?|the|one)\s/i.test(words) || /[,;:]/.test(words)) return whole;
  const list = words.split(/\s+/);
  const verb = list.findIndex(
    (word, index) => index >= 2 && (/^(is|has|does)$/i.test(word) || /^[a-z]{2,}[a-rt-z]s$/.test(word)),
  );
  if (verb < 0) return whole;
  const subject = list.slice(0, verb).join(' ');
  const rest = list.slice(verb).join(' ');
  // "a keeper of bees walks": what follows a preposition is not what the sentence does.
  if (/^(of|with|in|on|at|and|for|from)$/i.test(list[verb - 1] ?? '')) return whole;
  const at = places.exec(rest)?.index ?? -1;
  return at < 0
    ? { subject, action: rest, place: '' }
    : { subject, action: rest.slice(0, at), place: rest.slice(at + 1) };
}

export interface ReadPrompt {
  parts: PromptParts;
  /** False where it is told too freely: then nothing is read, and the prompt stays as it is. */
  isPlain: boolean;
}

/** Sentences about the scene itself that are still plain. */
const mostSceneSentences = 2;

/** The parts of a prompt. No word of a plain one is lost: each stands in one of them. */
export function readPrompt(prompt: string): ReadPrompt {
  const parts = noParts();
  const scene: string[] = [];
  const add = (part: LabelledPart, words: string): void => {
    parts[part] = parts[part] === '' ? words : `${ended(parts[part])} ${words}`;
  };
  for (const sentence of sentencesOf(prompt)) {
    const known = labelled(sentence);
    // The first one is the scene, whatever else it names.
    const told = scene.length === 0 ? undefined : tells.find(([, pattern]) => pattern.test(sentence));
    if (known !== null) add(known.part, known.words);
    else if (told !== undefined) add(told[0], sentence);
    else scene.push(sentence);
  }
  if (scene.length > mostSceneSentences) return { parts: noParts(), isPlain: false };
  const [first = ''] = scene;
  const told = scene.length === 1 ? sceneOf(first) : { subject: scene.join(' '), action: '', place: '' };
  const trimmed = Object.fromEntries(
    Object.entries({ ...parts, ...told }).map(([part, words]) => [part, words.replace(/([^.])\.$/, '$1')]),
  ) as PromptParts;
  return { parts: trimmed, isPlain: true };
}
