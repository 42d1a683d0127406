import type { SessionName } from '../../../preload/contract/sessions.ts';
import { plain } from '../../lib/plain.ts';

/** Those whose name has all the words of `filter` in it, whatever case and accents. */
export function matching<Session extends SessionName>(
  sessions: readonly Session[],
  filter: string,
): Session[] {
  const words = plain(filter).split(/\s+/).filter(Boolean);
  return sessions.filter(({ name }) => words.every((word) => plain(name).includes(word)));
}
