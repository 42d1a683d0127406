/** Sessions, as the windows see them: every operation belongs to one. Types and constants only. */
import type { SpendSum } from './spend.ts';

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

/** A session by name: what the header shows of the current one. */
export interface SessionName {
  id: string;
  name: string;
}

export interface SessionInfo extends SessionName {
  /** Milliseconds since 1970. */
  createdAt: number;
  /** When it was last selected or something was made in it. */
  usedAt: number;
  archivedAt: number | null;
  /** Everything in it that is not deleted, failures and what is under way among them. */
  clips: number;
  /** How many of them still go on by themselves. */
  underWay: number;
  /** What its clips cost, deleted ones among them. */
  spend: SpendSum;
}

export interface SessionList {
  /** New clips go into this one. */
  currentId: string;
  /** The one used last first, archived ones among them. */
  sessions: SessionInfo[];
  /** What was spent in sessions that are removed, by the name they had. */
  removed: (SessionName & { spend: SpendSum })[];
}

export interface SessionRemoval {
  trashed: number;
  moved: number;
  /** The session that is open now. */
  current: SessionName;
}

/** Where moved operations were before, so that a move can be taken back. */
export interface SessionMove {
  moved: { sessionId: string; operationIds: string[] }[];
}

export interface SessionsChange {
  current: SessionName;
  /** Operations went from one session to another, into the trash or back: lists of them are to be asked for anew. */
  regrouped: boolean;
}
