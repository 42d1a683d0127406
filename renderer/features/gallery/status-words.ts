import type { Operation } from '../../../preload/contract/domain.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';

/** Seconds after which the service is slower than it ever ought to be. */
const slowAfterSeconds = 360;
const slowImageSeconds = 90;

export function isUnderWay(operation: Operation): boolean {
  return operation.status === 'pending' || operation.status === 'processing';
}

/** What the chip on a card says. */
export function statusWords(operation: Operation, text: Dictionary, isPaused = false): string {
  switch (operation.phase) {
    case 'queued':
      if (isPaused) return text.card.paused;
      if (operation.hold !== null) return text.card.held;
      return operation.queuePosition === null
        ? text.card.queued
        : text.card.queuedAt(operation.queuePosition);
    case 'submitting':
      return operation.isCancelling ? text.card.cancelling : text.card.submitting;
    case 'processing':
      return text.card.processing;
    case 'downloading':
      return text.card.downloading;
    case 'completed':
      return text.card.completed;
    case 'blocked':
      return text.card.blocked;
    case 'unknown':
      return text.card.unknown;
    case 'expired':
      return text.card.expired;
    case 'error':
      return operation.error?.code === 'cancelled' ? text.errors.cancelled.title : text.card.error;
  }
}

/** Why an operation waits although it is its turn; null when nothing holds it. */
export function holdWords(operation: Operation, text: Dictionary, format: Format): string | null {
  if (operation.hold === null) return null;
  return text.card.heldBecause(
    text.spend.holdReasons[operation.hold.period](format.usd(operation.hold.budgetUsd)),
  );
}

/** What to expect of the time that a running operation takes. */
export function paceWords(operation: Operation, elapsedSeconds: number, text: Dictionary): string {
  if (operation.isCancelling) return text.card.cancellingWhen;
  const isImage = operation.request.medium === 'image';
  if (operation.phase === 'downloading') return isImage ? text.images.saving : text.card.saving;
  if (elapsedSeconds >= (isImage ? slowImageSeconds : slowAfterSeconds)) return text.card.slow;
  const words = isImage ? text.images : text.card;
  return operation.service === 'demo' ? words.usualDemo : words.usual;
}

/** Seconds in which the bar of a running operation fills. */
export function usualSeconds(operation: Operation): number {
  const isDemo = operation.service === 'demo';
  if (operation.request.medium === 'image') return isDemo ? 5 : 25;
  return isDemo ? 30 : 180;
}
