import { describe, expect, it } from 'vitest';
import { phases } from '../../../preload/contract/domain.ts';
import { cancelledAtService, cancelledUnsent } from './cancelling.ts';
import { canFollowAgain, hasEnded, isRunning, mayFollow } from './phases.ts';

describe('the phases of an operation', () => {
  it('lead from the queue to a clip on disk', () => {
    const way = ['queued', 'submitting', 'processing', 'downloading', 'completed'] as const;
    way.slice(1).forEach((to, index) => {
      expect(mayFollow(way[index] ?? 'error', to)).toBe(true);
    });
  });

  it('never lead out of an end', () => {
    for (const end of phases.filter(hasEnded)) {
      expect(phases.filter((to) => mayFollow(end, to))).toEqual([]);
    }
    expect(phases.filter(hasEnded)).toEqual(['completed', 'blocked', 'unknown', 'expired', 'error']);
  });

  it('never lead back to sending once the service has named the operation, which would bill twice', () => {
    const named = ['processing', 'downloading'] as const;
    for (const from of named) {
      expect(mayFollow(from, 'queued')).toBe(false);
      expect(mayFollow(from, 'submitting')).toBe(false);
    }
  });

  it('reach completed only by way of the download', () => {
    expect(phases.filter((from) => mayFollow(from, 'completed'))).toEqual(['downloading']);
  });

  it('lead back from an end only for what was cancelled at the service, whose name is known', () => {
    const named = { error: cancelledAtService(), remoteName: 'operations/1' };
    expect(phases.filter((phase) => canFollowAgain({ phase, ...named }))).toEqual(['error']);
    expect(canFollowAgain({ phase: 'error', error: cancelledUnsent(), remoteName: null })).toBe(false);
    const failed = { code: 'service_error', message: 'No.', retryable: true } as const;
    expect(canFollowAgain({ phase: 'error', error: failed, remoteName: 'operations/1' })).toBe(false);
    expect(canFollowAgain({ phase: 'error', error: null, remoteName: 'operations/1' })).toBe(false);
  });

  it('count against the concurrency while the service is at work', () => {
    expect(phases.filter(isRunning)).toEqual(['submitting', 'processing']);
  });
});
