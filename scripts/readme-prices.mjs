// The prices in README.md, from the app's own price lists.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import { imageModels } from '../main/services/models/image-catalogue.ts';
import { models } from '../main/services/models/catalogue.ts';
import { resolutions } from '../preload/contract/domain.ts';
import { PROJECT_ROOT } from './command-line.mjs';

const PLACE = /(<!-- prices: [^\n]* -->\n)[\s\S]*?(<!-- \/prices -->)/;
/** What the example in the last column is of. */
const EXAMPLE = /** @type {const} */ ({ resolution: '720p', seconds: 8 });

/** @param {number | undefined} usd */
function price(usd) {
  if (usd === undefined) return '–';
  const digits = Math.round(usd * 1000) % 10 === 0 ? 2 : 3;
  return `$${usd.toFixed(digits)}`;
}

/** @param {readonly (readonly string[])[]} rows the first one is the head */
function table([head = [], ...rows]) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The Agent Platform's models cost the same. */
const clips = models.filter(({ service }) => service === 'gemini');

function clipPrices() {
  return table([
    ['Model', ...resolutions, `${EXAMPLE.seconds} s in ${EXAMPLE.resolution}`],
    ...clips.map(({ label, usdPerSecond }) => [
      label,
      ...resolutions.map((resolution) => price(usdPerSecond[resolution])),
      price((usdPerSecond[EXAMPLE.resolution] ?? NaN) * EXAMPLE.seconds),
    ]),
  ]);
}

function imagePrices() {
  const each = imageModels.map(({ label, usdPerImage }) => {
    const prices = Object.values(usdPerImage);
    const [least, most] = [Math.min(...prices), Math.max(...prices)];
    return `${label} ${price(least)}${most > least ? ` to ${price(most)}` : ''}`;
  });
  return `An image: ${each.join(', ')}.`;
}

function prices() {
  const dates = new Set([...clips, ...imageModels].map(({ priceDate }) => priceDate));
  const [from = '', to] = [...dates].toSorted();
  return [
    'US dollars per second of video with sound:',
    clipPrices(),
    `${imagePrices()} Published price lists as of ${to === undefined ? from : `${from} (clips) and ${to} (images)`}.`,
  ].join('\n\n');
}

/** README.md as it should be. */
export async function readme() {
  const text = await readFile(path.join(PROJECT_ROOT, 'README.md'), 'utf8');
  if (!PLACE.test(text)) throw new Error('README.md has no place for the prices.');
  const written = text.replace(PLACE, (_all, start, end) => `${start}\n${prices()}\n\n${end}`);
  return format(written, { parser: 'markdown', printWidth: 110, proseWrap: 'preserve', singleQuote: true });
}
