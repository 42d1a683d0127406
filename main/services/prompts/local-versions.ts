/** Versions of a prompt by plain rules, without asking anybody: what demo mode has. */
import type { PromptVersion } from '../../../preload/contract/prompts.ts';

const ended = (prompt: string): string => {
  const words = prompt.trim();
  return /[.!?…"”]$/.test(words) ? words : `${words}.`;
};

interface Rule {
  change: string;
  /** What a prompt that has it already speaks of. */
  has: RegExp;
  adds: string;
  /** In the place of what is there already. */
  instead: string;
}

const rules: readonly Rule[] = [
  {
    change: 'Camera',
    has: /\b(camera|shot|close-up|pan|tilt|dolly|tracking|aerial|handheld|push in|orbit)/i,
    adds: 'Camera: slow push in at eye level, 50mm lens, shallow depth of field.',
    instead: 'The camera movement is slow and ends on a still frame.',
  },
  {
    change: 'Light',
    has: /\b(light|lit|sun|lamp|golden hour|dusk|dawn|neon|shadow)/i,
    adds: 'Light: low sun from the left, long soft shadows, dust in the air.',
    instead: 'One side stays in soft shadow, the colours are few and warm.',
  },
  {
    change: 'Sound',
    has: /\b(sound|ambien|music|audio|voice|says|sfx)/i,
    adds: 'Sound: quiet air of the place, one clear sound for each action, no music.',
    instead: 'Every sound is close and clear, with a breath of silence at the end.',
  },
];

/** Three versions, each with one thing more. */
export function localVersions(prompt: string): PromptVersion[] {
  return rules.map(({ change, has, adds, instead }) => ({
    change,
    prompt: `${ended(prompt)} ${has.test(prompt) ? instead : adds}`,
  }));
}
