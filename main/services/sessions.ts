/** Sessions: what they are called, which one is current, and what lies in them. */
import { randomUUID } from 'node:crypto';
import { undoMs } from '../../preload/contract/domain.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import type {
  SessionList,
  SessionMove,
  SessionName,
  SessionRemoval,
  SessionsChange,
} from '../../preload/contract/sessions.ts';
import type { SpendSum } from '../../preload/contract/spend.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { SessionContents, SessionCount } from '../storage/session-contents.ts';
import type { SessionRow, SessionRows } from '../storage/session-rows.ts';
import type { Clock } from './clock.ts';
import { cleanName, distinctName, firstSessionName, nameOfId } from './session-names.ts';

/** Operations that are changed in one go: a few milliseconds, after which others have their turn. */
const batchSize = 50;
/** How long changes are gathered before the window is told. */
const tellMs = 150;

export interface SessionsDeps {
  rows: SessionRows;
  contents: SessionContents;
  clock: Clock;
  /** What was spent, by session. */
  spendBySession(): Map<string, SpendSum>;
  /** Told, a moment after a change and once for several. */
  changed(change: SessionsChange): void;
  /** Hides all of a session that is not being made; the trash gets it when the undo time is over. */
  trash(sessionId: string): Promise<{ count: number; undoToken: string }>;
  /** Takes that back while the undo time runs. */
  untrash(undoToken: string): Promise<Result<unknown>>;
  /** Resolves when others had their turn. */
  breathe(): Promise<void>;
}

export interface Sessions {
  /** What it is called, or was called before it was removed; null when there never was one. */
  nameOf(id: string): string | null;
  list(): SessionList;
  current(): SessionName;
  /** Makes a session, which is current from then on. A name that is taken gets a number. */
  create(name: string): Result<SessionName>;
  rename(id: string, name: string): Result<SessionName>;
  /** Puts a session out of the way. Refused for the only one that is not. */
  archive(id: string): Result<SessionName>;
  unarchive(id: string): Result<SessionName>;
  /** Opens a session: new clips go into it. One out of the archive is out of it then. */
  select(id: string): Result<SessionName>;
  /**
   * Removes a session. What is in it goes to `moveTo`, or into the trash when that is null; what is under way is moved
   * in either case. Refused for the only session.
   */
  remove(id: string, moveTo: string | null): Promise<Result<SessionRemoval>>;
  /** Takes a removal back while the undo time runs: all that was in it comes back with it. */
  restore(id: string): Promise<Result<SessionName>>;
  /** Moves operations and what was spent on them. */
  moveClips(operationIds: readonly string[], to: string): Promise<Result<SessionMove>>;
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
  /** Something in a session may be another: counts, sums. */
  touch(): void;
  stop(): void;
}

/** What has to be known to take a removal back. */
interface Removal {
  /** When the undo time ends. */
  until: number;
  undoTokens: string[];
  wasCurrent: boolean;
  movedTo: string;
  movedIds: string[];
}

const notFound = <T>(): Result<T> =>
  fail({
    code: 'session_not_found',
    message: 'This session is not there any more, so nothing was changed.',
    retryable: false,
  });
const lastOne = <T>(): Result<T> =>
  fail({
    code: 'last_session',
    message: 'This is the only session, and every clip needs one. Make another session first.',
    retryable: false,
  });

const tooLate = <T>(): Result<T> =>
  fail({
    code: 'session_not_found',
    message:
      'The time to undo is over. Its clips are in the trash of this computer or where they were moved.',
    retryable: false,
  });

const byId = (counts: readonly SessionCount[]) =>
  new Map(counts.map(({ sessionId, clips }) => [sessionId, clips]));

export function createSessions({
  rows,
  contents,
  clock,
  spendBySession,
  changed,
  trash,
  untrash,
  breathe,
}: SessionsDeps): Sessions {
  const removals = new Map<string, Removal>();
  let cancelTelling: (() => void) | null = null;
  let regrouped = false;
  let isStopped = false;

  function live(id: string): SessionRow | null {
    const row = rows.find(id);
    return row?.removedAt === null ? row : null;
  }
  const named = ({ id, name }: SessionRow): SessionName => ({ id, name });

  function make(id: string, name: string): SessionRow {
    const now = clock.now();
    const row = {
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
  /** There is always one: the last session is never removed, and a library without any gets the first one again. */
  const current = (): SessionRow => rows.current() ?? make(firstSessionId, firstSessionName);

  function tell(isRegrouped = false): void {
    regrouped ||= isRegrouped;
    if (isStopped) return;
    cancelTelling ??= clock.after(tellMs, () => {
      cancelTelling = null;
      const change = { current: named(current()), regrouped };
      regrouped = false;
      changed(change);
    });
  }

  function change(id: string, changes: Parameters<SessionRows['update']>[1]): Result<SessionName> {
    rows.update(id, changes);
    tell();
    const row = live(id);
    return row ? ok(named(row)) : notFound();
  }

  const nameFor = (wanted: string, id: string | null): string | null => {
    const clean = cleanName(wanted);
    const others = rows.all().filter((row) => row.id !== id);
    return clean === null ? null : distinctName(clean, new Set(others.map(({ name }) => name)));
  };
  const nameless = <T>(): Result<T> =>
    fail({ code: 'invalid_request', message: 'A session needs a name. Write one.', retryable: false });

  /** Moves batch after batch; gives what was moved. */
  async function moveAll(from: string, to: string, which: 'all' | 'under-way'): Promise<string[]> {
    const moved: string[] = [];
    for (;;) {
      const ids = contents.ids(from, batchSize, which);
      if (ids.length === 0) return moved;
      contents.move(ids, to);
      moved.push(...ids);
      await breathe();
    }
  }

  async function remove(id: string, moveTo: string | null): Promise<Result<SessionRemoval>> {
    if (!live(id)) return notFound();
    const next = rows.current(id) ?? rows.all().find((row) => row.id !== id);
    if (!next) return lastOne();
    const target = moveTo ?? next.id;
    if (target === id || !live(target)) return notFound();

    for (const [old, removal] of removals) if (removal.until <= clock.now()) removals.delete(old);
    const wasCurrent = current().id === id;
    // New clips go elsewhere from now on.
    if (wasCurrent) rows.select(next.id, clock.now());
    const movedIds = await moveAll(id, target, moveTo === null ? 'under-way' : 'all');
    const undoTokens: string[] = [];
    let trashed = 0;
    // What ends or comes while this goes on is not left behind in a session that is not there.
    while (contents.ids(id, 1, 'live').length > 0) {
      if (moveTo === null) {
        const removal = await trash(id);
        undoTokens.push(removal.undoToken);
        trashed += removal.count;
      }
      movedIds.push(...(await moveAll(id, target, moveTo === null ? 'under-way' : 'all')));
    }
    rows.update(id, { removedAt: clock.now() });
    removals.set(id, { until: clock.now() + undoMs, undoTokens, wasCurrent, movedTo: target, movedIds });
    tell(trashed + movedIds.length > 0);
    return ok({ trashed, moved: movedIds.length, current: named(current()) });
  }

  async function restore(id: string): Promise<Result<SessionName>> {
    const removal = removals.get(id);
    const row = rows.find(id);
    // What is due may be on its way to the trash at this very moment: it does not come back.
    if (!removal || !row || removal.until <= clock.now()) return tooLate();
    removals.delete(id);
    for (const undoToken of removal.undoTokens) {
      const back = await untrash(undoToken);
      if (!back.ok) return back;
    }
    rows.update(id, { removedAt: null });
    const { movedIds, movedTo } = removal;
    for (let start = 0; start < movedIds.length; start += batchSize) {
      const still = contents
        .elsewhere(movedIds.slice(start, start + batchSize), id)
        .filter(({ sessionId }) => sessionId === movedTo);
      contents.move(
        still.map((operation) => operation.id),
        id,
      );
      await breathe();
    }
    if (removal.wasCurrent) rows.select(id, clock.now());
    tell(true);
    return ok(named(row));
  }

  async function moveClips(operationIds: readonly string[], to: string): Promise<Result<SessionMove>> {
    const target = live(to);
    if (!target) return notFound();
    const moved = new Map<string, string[]>();
    for (let start = 0; start < operationIds.length; start += batchSize) {
      const batch = contents.elsewhere(operationIds.slice(start, start + batchSize), to);
      contents.move(
        batch.map(({ id }) => id),
        to,
      );
      for (const { id, sessionId } of batch) moved.set(sessionId, [...(moved.get(sessionId) ?? []), id]);
      if (start + batchSize < operationIds.length) await breathe();
    }
    if (moved.size > 0) {
      if (target.archivedAt === null) rows.use(to, clock.now());
      tell(true);
    }
    return ok({ moved: Array.from(moved, ([sessionId, ids]) => ({ sessionId, operationIds: ids })) });
  }

  return {
    nameOf: (id) => rows.find(id)?.name ?? null,
    current: () => named(current()),
    list() {
      const { id: currentId } = current();
      const clips = byId(contents.counts());
      const underWay = byId(contents.underWayCounts());
      const spend = spendBySession();
      const nothing: SpendSum = { spentUsd: 0, unknownUsd: 0 };
      return {
        currentId,
        sessions: rows.all().map(({ id, name, createdAt, usedAt, archivedAt }) => ({
          id,
          name,
          createdAt,
          usedAt,
          archivedAt,
          clips: clips.get(id) ?? 0,
          underWay: underWay.get(id) ?? 0,
          spend: spend.get(id) ?? nothing,
        })),
        removed: rows.removed().flatMap(({ id, name }) => {
          const sum = spend.get(id);
          return sum === undefined || sum.spentUsd + sum.unknownUsd === 0 ? [] : [{ id, name, spend: sum }];
        }),
      };
    },
    create(wanted) {
      const name = nameFor(wanted, null);
      if (name === null) return nameless();
      const row = make(randomUUID(), name);
      rows.select(row.id, clock.now());
      tell();
      return ok(named(row));
    },
    rename(id, wanted) {
      const name = nameFor(wanted, id);
      if (name === null) return nameless();
      return live(id) ? change(id, { name }) : notFound();
    },
    archive(id) {
      if (!live(id)) return notFound();
      if (!rows.current(id)) return lastOne();
      return change(id, { archivedAt: clock.now() });
    },
    unarchive: (id) => (live(id) ? change(id, { archivedAt: null }) : notFound()),
    select(id) {
      const row = live(id);
      if (!row) return notFound();
      rows.select(id, clock.now());
      tell();
      return ok(named(row));
    },
    remove,
    restore,
    moveClips,
    forRequest(id) {
      const row = id === null ? current() : (rows.find(id) ?? make(id, nameOfId(id)));
      if (row.removedAt !== null) rows.update(row.id, { removedAt: null });
      rows.use(row.id, clock.now());
      tell();
      return row.id;
    },
    ensureSession(id, name) {
      const row = rows.find(id);
      const wanted = cleanName(name) ?? nameOfId(id);
      if (!row) make(id, wanted);
      else if (id === firstSessionId && row.name === firstSessionName) rows.update(id, { name: wanted });
      tell();
    },
    touch: () => {
      tell();
    },
    stop() {
      isStopped = true;
      cancelTelling?.();
    },
  };
}
