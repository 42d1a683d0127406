/**
 * An operation's life as one pure module: everything that can happen to an operation, and what becomes of it in each
 * phase. `phases.ts` is the map (which phase may follow which), this is the guide. Nothing here reads a clock, a file
 * or a row; `lifecycle.ts` writes down what is decided here, and nobody else changes a phase.
 */
import type { Phase } from '../../../preload/contract/domain.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import type { OperationChanges, OperationRow } from '../../storage/records.ts';
import { unknownAfterCrash } from './after-crash.ts';
import { canFollowAgain } from './phases.ts';
import type { Following, Revived } from './phases.ts';

interface Troubled {
  error: AppError;
}

/** What each event tells, by its name. */
interface Events {
  /** The app starts and finds the operation as the last run left it. */
  found: object;
  /** It is about to be sent: written down before anything leaves. */
  sending: object;
  /** It cannot be sent: the key or the image is gone. Nothing left this computer. */
  unsendable: Troubled;
  /** The service made an operation of that name; `account` is whose it is (`VideoBackend.account`). */
  accepted: { remoteName: string; account: string | null };
  /** The service answered the create with the image itself, which is on disk (`kept-answers.ts`). */
  made: { account: string | null };
  /** The service certainly refused it, for now: it waits for its next turn. */
  postponed: Troubled;
  /** The service certainly refused it, for good. */
  refused: Troubled;
  /** Nobody knows whether the service took it. */
  unanswered: Troubled;
  /** The service still works on it. */
  pending: object;
  /** The service could not be asked: nothing was learned. */
  unreachable: Troubled;
  /** The service has the clip since `readyAt` at the earliest, milliseconds since 1970. */
  done: { videoUri: string; readyAt: number };
  /** The service's filter held the clip back. */
  blocked: Troubled;
  /** The service gave up. */
  failed: Troubled;
  /** The service does not know the operation any more. */
  gone: Troubled;
  /** The user does not want to wait for it any more; the service may go on. */
  cancelled: Troubled;
  /** The user wants it all the same. Sends nothing. */
  followed: object;
  /** The clip is whole and in the library folder. */
  saved: object;
  /** The clip could not be brought this time; it is tried again. */
  unsaved: Troubled;
  /** The service has deleted the clip. */
  deleted: Troubled;
}

export type EventKind = keyof Events;

/** Something that happened to an operation. */
export type LifeEvent<Kind extends EventKind = EventKind> = {
  [K in Kind]: { kind: K } & Events[K];
}[Kind];

/** What follows: the phase, which may be the present one, and what is written with it. */
export interface Step<To extends Phase = Phase> {
  to: To;
  changes: Omit<OperationChanges, 'phase' | 'finishedAt'>;
}

/**
 * - A function: what becomes of the operation. Its type allows the phases only that may follow.
 * - `late`: an answer to a question that has become pointless, which is dropped.
 * - `impossible`: cannot happen unless the app is wrong.
 */
type Rule<From extends Phase, Kind extends EventKind> =
  | ((
      event: LifeEvent<Kind>,
      now: number,
      operation: LifeOperation,
    ) => Step<From | Following<From> | Revived<From>> | 'impossible')
  | 'late'
  | 'impossible';

/** What of an operation decides about its life. */
export type LifeOperation = Pick<OperationRow, 'phase' | 'error' | 'remoteName'>;

type Rules<From extends Phase> = { [Kind in EventKind]: Rule<From, Kind> };

const unchanged =
  <To extends Phase>(to: To) =>
  (): Step<To> => ({ to, changes: {} });
const withError =
  <To extends Phase>(to: To) =>
  ({ error }: Troubled): Step<To> => ({ to, changes: { error } });

const noWish = { cancelled: 'impossible', followed: 'impossible' } as const;
/** The answers to a create: never dropped, whatever the phase, since they may stand for money. */
const noCreate = {
  sending: 'impossible',
  unsendable: 'impossible',
  accepted: 'impossible',
  made: 'impossible',
  postponed: 'impossible',
  refused: 'impossible',
  unanswered: 'impossible',
} as const;
const noPoll = {
  pending: 'impossible',
  unreachable: 'impossible',
  done: 'impossible',
  blocked: 'impossible',
  failed: 'impossible',
  gone: 'impossible',
} as const;
const latePoll = {
  pending: 'late',
  unreachable: 'late',
  done: 'late',
  blocked: 'late',
  failed: 'late',
  gone: 'late',
} as const;
const noDownload = { saved: 'impossible', unsaved: 'impossible', deleted: 'impossible' } as const;
const lateDownload = { saved: 'late', unsaved: 'late', deleted: 'late' } as const;

function ended<End extends Phase>(end: End): Rules<End> {
  return { ...noCreate, ...latePoll, ...lateDownload, ...noWish, found: unchanged(end) };
}

const life: { [From in Phase]: Rules<From> } = {
  queued: {
    ...noCreate,
    ...noPoll,
    ...noDownload,
    ...noWish,
    found: unchanged('queued'),
    sending: (_event, now) => ({ to: 'submitting', changes: { submittedAt: now } }),
    unsendable: withError('error'),
  },
  submitting: {
    ...noPoll,
    ...noDownload,
    ...noWish,
    // The app ended between the POST and its answer: only the user can find out.
    found: () => ({ to: 'unknown', changes: { error: unknownAfterCrash() } }),
    sending: 'impossible',
    unsendable: withError('error'),
    accepted: ({ remoteName, account }, now) => ({
      to: 'processing',
      changes: { remoteName, account, acceptedAt: now },
    }),
    made: ({ account }, now) => ({ to: 'downloading', changes: { account, acceptedAt: now } }),
    postponed: withError('queued'),
    refused: ({ error }) => ({ to: error.code === 'blocked' ? 'blocked' : 'error', changes: { error } }),
    unanswered: withError('unknown'),
  },
  processing: {
    ...noCreate,
    ...noDownload,
    found: unchanged('processing'),
    pending: () => ({ to: 'processing', changes: { error: null } }),
    unreachable: withError('processing'),
    done: ({ videoUri, readyAt }) => ({ to: 'downloading', changes: { remoteUri: videoUri, readyAt } }),
    blocked: withError('blocked'),
    failed: withError('error'),
    gone: withError('expired'),
    cancelled: withError('error'),
    followed: 'impossible',
  },
  downloading: {
    ...noCreate,
    ...latePoll,
    ...noWish,
    found: unchanged('downloading'),
    saved: unchanged('completed'),
    unsaved: withError('downloading'),
    deleted: withError('expired'),
  },
  completed: ended('completed'),
  blocked: ended('blocked'),
  unknown: ended('unknown'),
  expired: ended('expired'),
  error: {
    ...ended('error'),
    followed: (_event, _now, operation) =>
      canFollowAgain(operation) ? { to: 'processing', changes: { error: null } } : 'impossible',
  },
};

/** What becomes of an operation in `phase` after `event`; `now` is in milliseconds since 1970. Pure. */
export function after(operation: LifeOperation, event: LifeEvent, now: number): Step | 'late' | 'impossible' {
  // The table is checked phase by phase and event by event; TypeScript cannot follow the two indices to one entry.
  const rule = life[operation.phase][event.kind] as Rule<Phase, EventKind>;
  return typeof rule === 'string' ? rule : rule(event, now, operation);
}
