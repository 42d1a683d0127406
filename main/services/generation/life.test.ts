import { describe, expect, it } from 'vitest';
import { phases } from '../../../preload/contract/domain.ts';
import type { Phase } from '../../../preload/contract/domain.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { after } from './life.ts';
import type { EventKind, LifeEvent, LifeOperation } from './life.ts';
import { hasEnded, mayFollow } from './phases.ts';

const error: AppError = { code: 'network', message: 'No.', retryable: true };

const events: { [Kind in EventKind]: LifeEvent<Kind> } = {
  found: { kind: 'found' },
  sending: { kind: 'sending' },
  unsendable: { kind: 'unsendable', error },
  accepted: { kind: 'accepted', remoteName: 'operations/1', account: 'a' },
  made: { kind: 'made', account: 'a' },
  postponed: { kind: 'postponed', error },
  refused: { kind: 'refused', error },
  unanswered: { kind: 'unanswered', error },
  pending: { kind: 'pending' },
  unreachable: { kind: 'unreachable', error },
  done: { kind: 'done', videoUri: 'https://service.example/1', readyAt: 5 },
  blocked: { kind: 'blocked', error },
  failed: { kind: 'failed', error },
  gone: { kind: 'gone', error },
  cancelled: { kind: 'cancelled', error: { ...error, code: 'cancelled' } },
  followed: { kind: 'followed' },
  saved: { kind: 'saved' },
  unsaved: { kind: 'unsaved', error },
  deleted: { kind: 'deleted', error },
};
const kinds = Object.keys(events) as EventKind[];

const at = (phase: Phase): LifeOperation => ({ phase, error: null, remoteName: null });

const outcome = (phase: Phase, kind: EventKind): string => {
  const step = after(at(phase), events[kind], 7);
  return typeof step === 'string' ? step : step.to;
};

/** Every phase with every event: where it leads. What is not named is impossible. */
const expected: Record<Phase, Partial<Record<EventKind, Phase | 'late'>>> = {
  queued: { found: 'queued', sending: 'submitting', unsendable: 'error' },
  submitting: {
    found: 'unknown',
    unsendable: 'error',
    accepted: 'processing',
    made: 'downloading',
    postponed: 'queued',
    refused: 'error',
    unanswered: 'unknown',
  },
  processing: {
    found: 'processing',
    pending: 'processing',
    unreachable: 'processing',
    done: 'downloading',
    blocked: 'blocked',
    failed: 'error',
    gone: 'expired',
    cancelled: 'error',
  },
  downloading: {
    found: 'downloading',
    ...late('pending', 'unreachable', 'done', 'blocked', 'failed', 'gone'),
    saved: 'completed',
    unsaved: 'downloading',
    deleted: 'expired',
  },
  completed: ended('completed'),
  blocked: ended('blocked'),
  unknown: ended('unknown'),
  expired: ended('expired'),
  error: ended('error'),
};

function late(...which: EventKind[]): Partial<Record<EventKind, 'late'>> {
  return Object.fromEntries(which.map((kind) => [kind, 'late']));
}

function ended(phase: Phase): Partial<Record<EventKind, Phase | 'late'>> {
  const answers = late('pending', 'unreachable', 'done', 'blocked', 'failed', 'gone');
  return { ...answers, ...late('saved', 'unsaved', 'deleted'), found: phase };
}

describe('an operation’s life', () => {
  it.each(phases.flatMap((phase) => kinds.map((kind) => [phase, kind] as const)))(
    'in %s, at %s',
    (phase, kind) => {
      expect(outcome(phase, kind)).toBe(expected[phase][kind] ?? 'impossible');
    },
  );

  it('goes no way that is not on the map, and every way that is', () => {
    const ways = phases.flatMap((from) =>
      [...kinds.map((kind) => outcome(from, kind)), refusedAsBlocked(from)]
        .filter((to): to is Phase => phases.some((phase) => phase === to))
        .filter((to) => to !== from)
        .map((to) => `${from} → ${to}`),
    );
    const map = phases.flatMap((from) =>
      phases.filter((to) => mayFollow(from, to)).map((to) => `${from} → ${to}`),
    );
    expect([...new Set(ways)].sort()).toEqual(map.sort());
  });

  function refusedAsBlocked(phase: Phase): string {
    const step = after(at(phase), { kind: 'refused', error: { ...error, code: 'blocked' } }, 7);
    return typeof step === 'string' ? step : step.to;
  }

  it('leads out of no end', () => {
    for (const end of phases.filter(hasEnded)) {
      for (const kind of kinds) expect([end, 'late', 'impossible']).toContain(outcome(end, kind));
    }
  });

  it('leads out of an end again for one that the user cancelled after the service had named it, and to asking only', () => {
    const cancelled: LifeOperation = {
      phase: 'error',
      error: events.cancelled.error,
      remoteName: 'operations/1',
    };
    expect(after(cancelled, events.followed, 7)).toEqual({ to: 'processing', changes: { error: null } });
    for (const other of [
      { ...cancelled, remoteName: null },
      { ...cancelled, error },
      ...phases.filter((phase) => phase !== 'error').map((phase) => ({ ...cancelled, phase })),
    ]) {
      expect(after(other, events.followed, 7)).toBe('impossible');
    }
  });

  it('leads to the sending of a create from the queue only, and back to the queue after a refusal only', () => {
    const leadingTo = (to: Phase) =>
      phases.flatMap((from) =>
        kinds.filter((kind) => from !== to && outcome(from, kind) === to).map((kind) => `${from}, ${kind}`),
      );
    expect(leadingTo('submitting')).toEqual(['queued, sending']);
    expect(leadingTo('queued')).toEqual(['submitting, postponed']);
    expect(leadingTo('completed')).toEqual(['downloading, saved']);
  });

  it('writes down what only the service can tell, with the phase', () => {
    expect(after(at('queued'), events.sending, 7)).toEqual({
      to: 'submitting',
      changes: { submittedAt: 7 },
    });
    expect(after(at('submitting'), events.accepted, 7)).toEqual({
      to: 'processing',
      changes: { remoteName: 'operations/1', account: 'a', acceptedAt: 7 },
    });
    expect(after(at('processing'), events.done, 7)).toEqual({
      to: 'downloading',
      changes: { remoteUri: 'https://service.example/1', readyAt: 5 },
    });
    expect(after(at('submitting'), events.found, 7)).toMatchObject({
      changes: { error: { code: 'unknown_outcome' } },
    });
  });
});
