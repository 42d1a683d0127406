/** Names for clips that a person can read in a folder. */
import { imageDuration } from '../../../preload/contract/mediums.ts';
import type { OperationRow } from '../../storage/records.ts';

/** Letters of the prompt that go into a name. */
const promptLetters = 60;
/** File systems count bytes, at most 255 of them for the whole name. */
const promptBytes = 180;

/** What Windows forbids in names, control characters, and marks that turn the direction of what follows. */
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Cuts between what a reader sees as letters, never inside one. */
const segmenter = new Intl.Segmenter();

function words(prompt: string): string {
  // White space first, else line ends would go as control characters; again for what stood around the others.
  const clean = prompt.replace(/\s+/gu, ' ').replace(forbidden, '').replace(/ {2,}/g, ' ').trim();
  let kept = '';
  let letters = 0;
  for (const { segment } of segmenter.segment(clean)) {
    letters += 1;
    if (letters > promptLetters || Buffer.byteLength(kept + segment) > promptBytes) break;
    kept += segment;
  }
  if (kept === clean) return clean;
  const lastSpace = kept.lastIndexOf(' ');
  return lastSpace > kept.length / 2 ? kept.slice(0, lastSpace) : kept;
}

/** `createdAt`: the day is the one on the user's own calendar. */
export type NamedClip = Pick<OperationRow, 'prompt' | 'duration' | 'resolution' | 'createdAt'>;

/** `2026-11-22 lion walking 8s 720p.mp4`, `2026-11-22 lion walking 2K.png`. */
export function clipName({ prompt, duration, resolution, createdAt }: NamedClip, ending = 'mp4'): string {
  const day = new Date(createdAt);
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  // A name may not end in a dot or a space on Windows; this part is in the middle, but reads better without.
  const middle = words(prompt).replace(/[ .,;]+$/u, '');
  const length = duration === imageDuration ? '' : `${duration}s`;
  return `${[date, middle, length, resolution].filter(Boolean).join(' ')}.${ending}`;
}

/** `name.mp4`, `name (2).mp4`, `name (3).mp4`, …: the first that is not taken. */
export async function freeName(name: string, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  const ending = /\.(mp4|png|jpg|webp)$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${number})${ending}`;
    if (!(await isTaken(candidate))) return candidate;
  }
}
