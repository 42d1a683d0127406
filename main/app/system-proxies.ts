import { session } from 'electron';
import type { Session } from 'electron';

let asked: Session | null = null;

/**
 * The system's proxies for an origin, in the words of a PAC script. Asked of a session that no window is in: that of the
 * windows has no network (security/network.ts).
 */
export function systemProxies(origin: string): Promise<string> {
  if (asked === null) {
    asked = session.fromPartition('system-proxies');
    // Else Chromium fetches dictionaries for it.
    asked.setSpellCheckerLanguages([]);
  }
  return asked.resolveProxy(origin);
}
