/** What sessions are called. */
import { sessionLimits } from '../../preload/contract/sessions.ts';

/** What the first session is called until the user says otherwise; the migration writes it. */
export const firstSessionName = 'First session';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The first characters, none of them cut in half. */
function firstCharacters(text: string, most: number): string {
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > most) break;
    cut += character;
  }
  return cut.trim();
}

/** One line, not too long; null when nothing is left. */
export function cleanName(name: string): string | null {
  const line = name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return firstCharacters(line, sessionLimits.nameCharacters) || null;
}

/** A name for a session that a script named by an id of its own. */
export function nameOfId(id: string): string {
  return uuid.test(id) ? `Session ${id.slice(0, 8)}` : (cleanName(id) ?? 'Session');
}

/** The name, with a number behind it while another one has it. */
export function distinctName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`;
    const candidate = firstCharacters(name, sessionLimits.nameCharacters - ending.length) + ending;
    if (!taken.has(candidate)) return candidate;
  }
}
