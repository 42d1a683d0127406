// docs/VIDEO_API_DOCS.md, from the contract's own schemas, types and comments, and from the catalogue.
import { format } from 'prettier';
import { z } from 'zod';
import { errorCodes } from '../preload/contract/error-codes.ts';
import { videoChatContract, zoetropeContract } from '../preload/contract/contract.ts';
import { limits, phases } from '../preload/contract/domain.ts';
import { failures } from '../preload/contract/failures.ts';
import { statusOf } from '../preload/contract/rules.ts';
import { generateWithImageSchema, statusSchema } from '../preload/contract/video-chat.ts';
import { models } from '../main/services/models/catalogue.ts';
import { en } from '../renderer/lib/i18n/en.ts';
import { fieldComments, readCalls, readEvents, readTypes } from './contract-reader.mjs';
import { shapeOf } from './json-shape.ts';

/** @param {unknown} value */
const cell = (value) => String(value).replaceAll('|', '\\|').replaceAll('\n', ' ');

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly unknown[])[]} rows
 */
function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

/** @param {import('zod').ZodType} schema */
const jsonOf = (schema) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

async function requestFields() {
  const comments = {
    ...(await fieldComments('video-chat.ts', 'requestSchema')),
    ...(await fieldComments('video-chat.ts', 'generateWithImageSchema')),
  };
  const { properties = {}, required = [] } = jsonOf(generateWithImageSchema);
  return table(
    ['Field', 'Takes', 'Default', 'What it does'],
    Object.entries(properties).map(([name, field]) => [
      `\`${name}\`${required.includes(name) ? ' *' : ''}`,
      `\`${shapeOf(field)}\``,
      typeof field === 'object' && typeof field.default === 'string' ? `\`${field.default}\`` : '',
      comments[name],
    ]),
  );
}

const ends = {
  queued: 'Written down, not sent: free until now.',
  submitting: 'On its way to the service.',
  processing: 'The service is making it; it is asked after at the polling interval.',
  downloading: 'It is made; the file is on its way to the library.',
  completed: 'The clip is in the library folder, looked through.',
  blocked: 'The service’s filter held it back: not charged.',
  unknown: 'The connection broke before the service confirmed it. It is never sent again by itself.',
  expired: 'The service has deleted the clip before it could be fetched.',
  error: 'It failed; `error` says why, whether it was charged and what to do.',
};

const phaseTable = () =>
  table(
    ['Status', 'Phase', 'What it means'],
    phases.map((phase) => [`\`${statusOf(phase)}\``, `\`${phase}\``, ends[phase]]),
  );

/** @param {import('../preload/contract/models.ts').ModelInfo} model */
function modelRow({ id, label, modes, resolutions, durations, aspectRatios, mostReferences, usdPerSecond }) {
  const prices = resolutions.map((resolution) => `${resolution}: $${usdPerSecond[resolution]}`);
  return [
    `${label}<br>\`${id}\``,
    modes.join(', '),
    aspectRatios.join(', '),
    durations.join(', '),
    prices.join('<br>'),
    mostReferences,
  ];
}

/** Models with the same rule share a row. */
function limitTable() {
  /** @type {Map<string, string[]>} */
  const rules = new Map();
  for (const [label = '', ...rule] of models.flatMap(limitRows)) {
    const key = rule.join('\n');
    rules.set(key, [...(rules.get(key) ?? []), label]);
  }
  return [...rules].map(([key, labels]) => [...key.split('\n'), labels.join(', ')]);
}

/** @param {import('../preload/contract/models.ts').ModelInfo} model @returns {string[][]} */
function limitRows({ label, limits: own, extension }) {
  const rows = own.map(({ when, durations, resolutions }) => [
    label,
    [...(when.resolutions ?? []), ...(when.modes ?? []).map((mode) => `mode \`${mode}\``)].join(', '),
    [
      ...(durations ? [`${durations.join(', ')} s`] : []),
      ...(resolutions ? [resolutions.join(', ')] : []),
    ].join(' at '),
  ]);
  if (extension === null) return rows;
  const { addsSeconds, mostTimes, longestSeconds, resolutions } = extension;
  const rule = `adds ${addsSeconds} s; the clip is ${resolutions.join(', ')}, at most ${longestSeconds} s long, extended at most ${mostTimes} times, and at most two days old`;
  return [...rows, [label, 'extending', rule]];
}

function errorTable() {
  return table(
    ['Code', 'What happened', 'Charged', 'Sent again by itself'],
    errorCodes.map((code) => {
      const causes = Object.values(failures).filter((failure) => failure.code === code);
      const charged = new Set(causes.map((failure) => failure.charged));
      return [
        `\`${code}\``,
        en.errors[code].title,
        causes.length === 0 ? chargedElse(code) : charged.has('unknown') ? 'see `details.charged`' : 'no',
        ['rate_limited', 'service_unavailable', 'network'].includes(code) ? 'yes, as it was refused' : 'no',
      ];
    }),
  );
}

/** Of what did not come from the service. @param {string} code */
function chargedElse(code) {
  if (code === 'unknown_outcome' || code === 'cancelled') return 'not known';
  if (['expired', 'download_failed', 'disk_full', 'library_unavailable'].includes(code)) return 'the clip is';
  return 'no';
}

/** Types that a text names, and those that they name. @param {Map<string, string>} all @param {string} text */
function typesIn(all, text, found = new Set()) {
  for (const [name, source] of all) {
    if (found.has(name) || !new RegExp(`\\b${name}\\b`).test(text)) continue;
    found.add(name);
    typesIn(all, source, found);
  }
  return found;
}

/**
 * @param {string} domain
 * @param {string} name
 * @returns {import('zod').ZodType}
 */
function inputOf(domain, name) {
  /** @type {Record<string, Record<string, { input: import('zod').ZodType }>>} */
  const contract = { videoChat: videoChatContract, ...zoetropeContract };
  const call = contract[domain]?.[name];
  if (!call) throw new Error(`There is no call ${domain}.${name}.`);
  return call.input;
}

/** A long object with one field on each line. @param {string} shape */
function onLines(shape) {
  if (shape.length < 100 || !shape.startsWith('{ ')) return shape;
  const fields = shape.slice(2, -2).split(/; (?=[A-Za-z_]+\??: )/);
  return `{\n${fields.map((field) => `    ${field}`).join('\n')}\n  }`;
}

/** @param {import('./contract-reader.mjs').CallFacts} call */
function callEntry({ domain, name, gives, comment }) {
  const shape = shapeOf(jsonOf(inputOf(domain, name)));
  return `- **\`${domain}.${name}\`** gives \`${gives.replaceAll(/\s+/g, ' ')}\`. ${comment}\n${
    shape === 'nothing' ? '' : `\n  \`\`\`txt\n  ${onLines(shape)}\n  \`\`\`\n`
  }`;
}

/** @returns {Promise<string>} the whole document, formatted */
export async function videoApi() {
  const calls = await readCalls();
  const events = await readEvents();
  const types = await readTypes();
  const domains = [...new Set(calls.map(({ domain }) => domain))].filter((domain) => domain !== 'videoChat');
  const used = typesIn(
    types,
    [...calls.map(({ gives }) => gives), ...events.map(([, type]) => type)].join(' '),
  );
  const listed = [...types].filter(([name]) => used.has(name) || name === 'Result');

  const text = `# Video API

<!-- Written by \`npm run docs\` from preload/contract and main/services/models/catalogue.ts. Do not edit. -->

What scripts inside the window can do: the four calls of the web system that came before, field for field, on
\`window.videoChat\`, and everything that the window itself uses, on \`window.zoetrope\`. In development
(\`npm run dev\`) paste the examples into the developer tools; they run in a test of this repository as they stand here.
There is no HTTP server: nothing on the computer or the network can reach these calls but the app's own window.

## Answers

No call throws. Each gives a promise of

\`\`\`ts
{ ok: true, value } | { ok: false, error: { code, message, retryable, details? } }
\`\`\`

\`message\` is a sentence for people: what happened, whether it cost anything, what to do. \`code\` is for programs and
stays the same. \`retryable\` says that the very same request may succeed later. Input that does not fit is refused
before anything is sent, and a field that is not known is refused too.

## The four calls

### generate

\`\`\`js
const started = await window.videoChat.generate({
  prompt: 'A lion walks through dry grass at sunset, the camera follows low above the ground',
  aspect_ratio: '16:9',
  resolution: '720p',
  duration: '8',
  negative_prompt: 'people, cars',
});
console.log(started.ok, started.value.status);
\`\`\`

\`\`\`text
true pending
\`\`\`

\`started.value.operation_id\` is what all else asks for. The request is written down before this answer: closing the app
does not lose it, and it is sent once.

### generateWithImage

The same with an image, whose bytes go along unchanged: PNG, JPEG or WebP, at most ${limits.imageBytes / 1024 / 1024} MB.

\`\`\`js
const canvas = new OffscreenCanvas(1280, 720);
const pen = canvas.getContext('2d');
pen.fillStyle = 'teal';
pen.fillRect(0, 0, 1280, 720);
const png = await canvas.convertToBlob({ type: 'image/png' });

const animated = await window.videoChat.generateWithImage({
  prompt: 'The colour begins to flow',
  duration: '4',
  image_file: { name: 'first frame.png', mime_type: 'image/png', data: new Uint8Array(await png.arrayBuffer()) },
});
console.log(animated.ok, animated.value.status);
\`\`\`

\`\`\`text
true pending
\`\`\`

### Fields of both

A star marks what has to be there (\`image_file\` in \`generateWithImage\` only). A clip begins with one thing: an image,
references, or another clip.

${await requestFields()}

### status

${table(
  ['Field', 'Takes'],
  Object.entries(jsonOf(statusSchema).properties ?? {}).map(([name, field]) => [
    `\`${name}\` *`,
    `\`${shapeOf(field)}\``,
  ]),
)}

\`\`\`js
const { value } = await window.videoChat.generate({ prompt: 'Rain on a window', duration: '4' });
let now;
do {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  now = await window.videoChat.status({ operation_id: value.operation_id });
} while (now.ok && (now.value.status === 'pending' || now.value.status === 'processing'));
console.log(now.value.status, now.value.video_url.startsWith('media://clip/'));
\`\`\`

\`\`\`text
completed true
\`\`\`

Asking costs nothing and asks nobody: main polls the service by itself and knows the answer. Better than asking is
listening: \`window.zoetrope.on('operationChanged', …)\`.

### operations

\`\`\`js
const all = await window.videoChat.operations();
console.log(all.ok, all.value.operations.every(({ request }) => request.prompt.length > 0));
\`\`\`

\`\`\`text
true true
\`\`\`

The newest 1,000, newest first. \`window.zoetrope.operations.list\` goes through all of them.

## Statuses and phases

\`status\` is the original's word, \`phase\` says more.

${phaseTable()}

## Errors

\`\`\`js
const refused = await window.videoChat.generate({ prompt: '   ' });
console.log(refused.ok, refused.error.code, refused.error.retryable);
\`\`\`

\`\`\`text
false invalid_prompt false
\`\`\`

\`details\` may have \`fields\` (which were refused), \`serviceMessage\` (the service's own words), \`httpStatus\`,
\`retryAfterSeconds\`, \`charged\`, \`failure\` (what it was, see [Troubleshooting](TROUBLESHOOTING.md)) and
\`supportCodes\`.

${errorTable()}

"Sent again by itself" holds only where the service has certainly turned the request down. A request whose fate is not
known is never repeated.

## Models

Facts as of ${models[0].factsDate}, prices per second of video in US dollars as of ${models[0].priceDate}. Google's bill is
what counts. Which of them a key has, the service says: \`window.zoetrope.models.list()\`.

${table(['Model', 'Modes', 'Aspect ratios', 'Seconds', 'Price per second', 'References'], models.map(modelRow))}

What goes together:

${table(['Where', 'Only', 'Models'], limitTable())}

All clips have 24 frames a second, sound where the model makes it, and Google's invisible SynthID watermark.

## Limits and rates

- Prompt: at most ${limits.promptCharacters.toLocaleString('en')} characters; negative prompt: ${limits.negativePromptCharacters.toLocaleString('en')}.
- At the same time ${limits.concurrency.min} to ${limits.concurrency.max} clips are made (Settings; the rest waits in the queue, which costs nothing).
- The service is asked after a clip every ${limits.pollingSeconds.min} to ${limits.pollingSeconds.max} seconds (Settings; 5 unless you change it), less often after failures.
- "Too many requests" holds the whole queue for as long as the service asks, else for a growing time; then one request
  tries, then the rest follow. Overload ends after four more tries.
- The service keeps clips for two days. Zoetrope fetches each one as soon as it is made.
- Budgets for a day and a month hold what would go over them: \`window.zoetrope.spend.allowOver\`.

## How to be quick

- Lite and Fast models are quicker than Veo 3.1, 720p quicker than 1080p, 4 s quicker than 8 s. Google gives 11 seconds
  to 6 minutes.
- Send drafts at 720p and the one that you keep again at 1080p or 4k.
- Let the queue do the waiting: start all requests at once, listen to \`operationChanged\`, do not poll.
- Ask for pages (\`library.page\`) instead of everything: 100,000 clips are as quick as ten.
- An image of the clip's own aspect ratio and size needs no scaling by the service.

## The whole bridge

${domains
  .map(
    (domain) =>
      `### ${domain}\n\n${calls
        .filter((call) => call.domain === domain)
        .map(callEntry)
        .join('\n')}`,
  )
  .join('\n\n')}

## Events

\`\`\`js
const changes = [];
const stop = window.zoetrope.on('operationChanged', (operation) => changes.push(operation.phase));
await window.videoChat.generate({ prompt: 'A paper boat in a gutter', duration: '4' });
await new Promise((resolve) => setTimeout(resolve, 500));
stop();
console.log(changes.length > 0);
\`\`\`

\`\`\`text
true
\`\`\`

${table(
  ['Event', 'Gives', 'When'],
  events.map(([name, type, comment]) => [`\`${name}\``, `\`${type}\``, comment]),
)}

## Types

\`\`\`ts
${listed.map(([, source]) => source).join('\n\n')}
\`\`\`
`;
  return format(text, { parser: 'markdown', printWidth: 110, proseWrap: 'preserve', singleQuote: true });
}
