/** The words of cards, the player and the queue, in English. */
import { plural } from './en-plural.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

function ordinal(position: number): string {
  const endings = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return `${position}${endings[ordinals.select(position)]}`;
}

export const card = {
  source: { extend: 'Extend', edit: 'Change' },
  take: (take: string, takes: string) => `Take ${take} of ${takes}`,
  modes: {
    text: null,
    image: null,
    frames: 'Two frames',
    references: 'References',
    extend: 'Extended',
    edit: 'Changed',
  },
  parts: (count: string) => `${count} parts`,
  play: (prompt: string) => `Play: ${prompt}`,
  settings: (aspectRatio: string, resolution: string, duration: string) =>
    `${aspectRatio} · ${resolution} · ${duration} s`,
  demo: 'Demo',
  keptFor: (time: string, until: string) => `The service keeps it for ${time} more (${until}).`,
  keptNoLonger: 'The service may delete it at any moment.',
  days: (count: string, value: number) => `${count} ${plural(value, 'day', 'days')}`,
  hours: (count: string) => `${count} h`,
  minutes: (count: string) => `${count} min`,
  queued: 'Queued',
  queuedAt: (position: number) => `Queued, ${ordinal(position)}`,
  held: 'Held',
  heldBecause: (reason: string) => `Held: ${reason}. Not sent, nothing charged.`,
  submitting: 'Sending',
  processing: 'Processing',
  downloading: 'Saving',
  completed: 'Completed',
  blocked: 'Blocked',
  unknown: 'Not certain',
  expired: 'Expired',
  error: 'Error',
  stillTrying: (title: string) => `${title}. Still trying; the clip goes on being made.`,
  notSent: 'not sent yet, nothing charged',
  paused: 'Paused',
  notSentPaused: 'the queue is paused, nothing is charged',
  cancelling: 'Cancelling',
  cancellingWhen: 'ends when the service has answered',
  usual: 'usually 1 to 3 min',
  usualDemo: 'usually under a minute',
  slow: 'taking longer than usual',
  saving: 'saving the clip',
  noPoster: 'The preview picture is being made',
  notCharged: 'Not charged.',
  charged: (price: string) => `The price was ${price}.`,
  mayCost: (price: string) => `It may have cost ${price}.`,
  retryAfter: (seconds: string, count: number) =>
    `Wait ${seconds} ${plural(count, 'second', 'seconds')} before the next try.`,
  serviceSays: (message: string) => `The service says: ${message}`,
  editAndRetry: 'Edit and try again',
  again: 'Try again',
  wasNotSent: 'It was not sent, try again',
  forget: 'Forget it',
  nextTry: (title: string, wait: string) => `${title}. Next try in ${wait}; nothing is charged for waiting.`,
  nextTryPaused: (title: string) => `${title}. Tried again when you resume the queue.`,
  nextTryNow: (title: string) => `${title}. Trying again now; nothing is charged for waiting.`,
  download: 'Download',
  showInFolder: 'Show in folder',
  delete: 'Delete',
};

export const player = {
  label: 'Player',
  position: (index: string, count: string) => `${index} of ${count}`,
  video: 'Clip',
  avoid: (negativePrompt: string) => `Avoid: ${negativePrompt}`,
  useFrame: 'Use this frame',
  useFrameHint: 'The picture that you see becomes the first frame of the next clip',
  useLastFrame: 'Continue from the end',
  useLastFrameHint: 'The last picture becomes the first frame of the next clip',
  noFrame: 'No picture could be taken from this clip. Play it for a moment and try again.',
  failed: 'This clip cannot be played',
  failedHint:
    'Look whether the file is still in the library folder. If it is there, open it with another player.',
};

export const queue = {
  title: 'Queue',
  counts: (running: string, runningCount: number, waiting: string, waitingCount: number) => {
    const parts = [
      runningCount > 0 && `${running} being made`,
      waitingCount > 0 && `${waiting} waiting`,
    ].filter((part) => part !== false);
    return parts.length === 0 ? 'nothing is being made' : parts.join(' · ');
  },
  paused: 'Paused.',
  pausedWhy: 'Nothing is sent until you resume. What is being made goes on.',
  pause: 'Pause',
  pauseHint: 'Sends nothing more until you resume; what is being made goes on',
  resume: 'Resume',
  show: 'Show queue',
  failed: 'The queue could not be read',
  running: 'Being made',
  waiting: 'Waiting',
  inAll: (price: string) => `${price} in all`,
  empty: 'Nothing is waiting',
  emptyHint: 'Clips that cannot be sent at once wait here, in an order that you can change.',
  more: (count: string, shown: string) => `And ${count} more: the next ${shown} are shown.`,
  grip: (position: string) => `Place ${position}, move`,
  gripHint: 'Drag, or press Alt and an arrow key',
  toTop: 'Move to the top',
  up: 'Move up',
  down: 'Move down',
  movedTo: (place: string, count: string) => `Place ${place} of ${count}`,
  cancel: 'Cancel',
  cancelUnsentHint: 'Cancel: not sent yet, free',
  cancelledFree: 'Cancelled before it was sent. Nothing is charged.',
  cancelCost: (price: string) =>
    `It was sent already and cannot be called back. The service may finish it and charge ${price} all the same.`,
  cancelDemo: 'It was sent already and is being drawn on this computer. It is free.',
  keep: 'Keep going',
  followAgain: 'Follow it again',
  followHint: 'Asks the service how it stands. Sends no new request and costs nothing more.',
  duplicate: 'Duplicate',
  duplicateTip: (price: string) => `Duplicate: the same request again, ${price}`,
  duplicateCost: (price: string) => `The same request is sent once more and costs ${price}.`,
  duplicateFree: 'The same request is sent once more. It is free.',
  duplicateFor: (price: string) => `Duplicate for ${price}`,
  duplicated: 'Added to the queue',
  failedOnes: (count: string, value: number) =>
    `${count} ${plural(value, 'clip', 'clips')} failed in a way that may pass.`,
  retryFailed: (count: string) => `Try failed ones again (${count})`,
  retryTitle: (count: string, value: number) =>
    `Try ${count} failed ${plural(value, 'clip', 'clips')} again?`,
  retryWhat: 'Each one is sent as a new request and takes the place of the old card.',
  retryCost: (price: string) => `Together they cost ${price}.`,
  retryFree: 'They are free.',
  retryFor: (count: string, price: string) => `Try ${count} again for ${price}`,
  retryGoOn: (count: string) => `Try ${count} again`,
  triedAgain: (count: string, value: number) =>
    value === 0 ? 'Nothing was left to try again.' : `${count} added to the queue.`,
};
