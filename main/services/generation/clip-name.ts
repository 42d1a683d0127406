/** Names for clips that a person can read in a folder. */
import type { Duration, Resolution } from '../../../preload/contract/domain.ts';

/** Characters of the prompt that go into a name. */
const promptCharacters = 60;

/** What Windows forbids in names, and control and formatting characters anywhere. */
const forbidden = /[<>:"/\\|?*\p{C}]/gu;

/** Cuts between what a reader sees as letters, never inside one. */
const segmenter = new Intl.Segmenter();

function words(prompt: string): string {
  const clean = prompt.replace(/\s+/gu, ' ').replace(forbidden, '').trim();
  const letters = Array.from(segmenter.segment(clean), ({ segment }) => segment);
  if (letters.length <= promptCharacters) return clean;
  const cut = letters.slice(0, promptCharacters).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return lastSpace > promptCharacters / 2 ? cut.slice(0, lastSpace) : cut;
}

export interface NamedClip {
  prompt: string;
  duration: Duration;
  resolution: Resolution;
  /** Milliseconds since 1970; the day is the one on the user's own calendar. */
  createdAt: number;
}

/** `2026-11-22 lion walking 8s 720p.mp4`. */
export function clipName({ prompt, duration, resolution, createdAt }: NamedClip): string {
  const day = new Date(createdAt);
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  // A name may not end in a dot or a space on Windows; this part is in the middle, but reads better without.
  const middle = words(prompt).replace(/[ .,;]+$/u, '');
  return `${[date, middle, `${duration}s`, resolution].filter(Boolean).join(' ')}.mp4`;
}

/** `name.mp4`, `name (2).mp4`, `name (3).mp4`, …: the first that is not taken. */
export async function freeName(name: string, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  const stem = name.replace(/\.mp4$/, '');
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${number}).mp4`;
    if (!(await isTaken(candidate))) return candidate;
  }
}
