/** Sessions, as the windows see them: every operation belongs to one. Types and constants only. */

/**
 * The session that a new library begins with. A request of the original's API that names no session and is in this
 * one has no `session_id` in its answers either.
 */
export const firstSessionId = 'first-session';

export const sessionLimits = {
  /** Characters of an id: the original let its callers choose any. */
  idCharacters: 100,
  nameCharacters: 80,
} as const;
