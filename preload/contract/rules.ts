/** What goes with what: pure functions that the form and main share. Source: Google's documentation of Veo 3.1. */
import type { Duration, ModelInfo, Phase, Resolution, Status } from './domain.ts';
import { durations } from './domain.ts';

/** The durations a resolution can be had in. 1080p is made in 8 seconds only. */
export function durationsFor(resolution: Resolution): readonly Duration[] {
  return resolution === '1080p' ? ['8'] : durations;
}

/** The duration that a resolution forces instead of `wanted`, or null when `wanted` can stay. */
export function forcedDuration(resolution: Resolution, wanted: Duration): Duration | null {
  const allowed = durationsFor(resolution);
  return allowed.includes(wanted) ? null : (allowed[0] ?? null);
}

/** USD for one clip; null when the model's price for this resolution is not known. */
export function estimateUsd(model: ModelInfo, resolution: Resolution, duration: Duration): number | null {
  const perSecond = model.usdPerSecond[resolution];
  // Whole cents of a cent: keeps 8 × 0.1 from being 0.8000000000000002.
  return perSecond === undefined ? null : Math.round(perSecond * Number(duration) * 10_000) / 10_000;
}

/** The original's status for a phase. */
export function statusOf(phase: Phase): Status {
  switch (phase) {
    case 'queued':
    case 'submitting':
      return 'pending';
    case 'processing':
    case 'downloading':
      return 'processing';
    case 'completed':
      return 'completed';
    case 'blocked':
    case 'unknown':
    case 'expired':
    case 'error':
      return 'error';
  }
}
