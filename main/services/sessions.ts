/** Sessions: what they are called, which one is current, and what lies in them. */
import { firstSessionId, sessionLimits } from '../../preload/contract/sessions.ts';
import type { SessionRow, SessionRows } from '../storage/session-rows.ts';
import type { Clock } from './clock.ts';

export interface SessionsDeps {
  rows: SessionRows;
  clock: Clock;
}

export interface Sessions {
  /** What it is called, or was called before it was removed; null when there never was one. */
  nameOf(id: string): string | null;
  /**
   * The session that a request goes into: the one it names, which is made when there is none of that id yet, or else
   * the current one. Gives its id, and counts as use.
   */
  forRequest(id: string | null): string;
  /**
   * Makes the session of an operation that comes from elsewhere, a recipe for instance, when it is not there. One that
   * is there keeps its name, except for an untouched first session.
   */
  ensureSession(id: string, name: string): void;
}

/** What the first session is called until the user says otherwise; the migration writes it. */
const firstSessionName = 'First session';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Without control characters, runs of spaces and what is too long; null when nothing is left. */
function cleanName(name: string): string | null {
  // eslint-disable-next-line no-control-regex
  const line = name.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
  let cut = '';
  for (const character of line) {
    if (cut.length + character.length > sessionLimits.nameCharacters) break;
    cut += character;
  }
  return cut.trim() === '' ? null : cut.trim();
}

/** A name for a session that a script named by an id of its own. */
function nameOfId(id: string): string {
  return uuid.test(id) ? `Session ${id.slice(0, 8)}` : (cleanName(id) ?? 'Session');
}

export function createSessions({ rows, clock }: SessionsDeps): Sessions {
  function make(id: string, name: string): SessionRow {
    const now = clock.now();
    const row: SessionRow = {
      id,
      name,
      createdAt: now,
      usedAt: now,
      selectedAt: null,
      archivedAt: null,
      removedAt: null,
    };
    rows.insert(row);
    return row;
  }

  return {
    nameOf: (id) => rows.find(id)?.name ?? null,
    forRequest(id) {
      const session = id === null ? rows.current() : rows.find(id);
      const { id: sessionId } =
        session ?? make(id ?? firstSessionId, id === null ? firstSessionName : nameOfId(id));
      rows.update(sessionId, { usedAt: clock.now() });
      return sessionId;
    },
    ensureSession(id, name) {
      const session = rows.find(id);
      const wanted = cleanName(name) ?? nameOfId(id);
      if (!session) make(id, wanted);
      else if (id === firstSessionId && session.name === firstSessionName) rows.update(id, { name: wanted });
    },
  };
}
