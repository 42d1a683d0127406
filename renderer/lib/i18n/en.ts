/**
 * Every word of the window, in English. Functions take values that are already formatted for the locale; the
 * raw count beside them is for the plural only.
 */
import type { Language, LanguageChoice, NoticeCode, Theme } from '../../../preload/contract/domain.ts';
import type { KeySource } from '../../../preload/contract/services.ts';
import type { ErrorCode } from '../../../preload/contract/error-codes.ts';
import { ruleWords, secondsWords } from '../../../preload/contract/rule-words.ts';
import {
  cardShortcutWords,
  commandWords,
  groupWords,
  missingWords,
} from '../../../preload/contract/command-words.ts';
import { compose, image } from './en-compose.ts';
import { details } from './en-details.ts';
import { doctor } from './en-doctor.ts';
import { firstRun } from './en-first-run.ts';
import { help } from './en-help.ts';
import { images } from './en-images.ts';
import { library } from './en-library.ts';
import { made } from './en-made.ts';
import { models } from './en-models.ts';
import { prompts } from './en-prompts.ts';
import { recipes } from './en-recipes.ts';
import { services } from './en-services.ts';
import { sessions } from './en-sessions.ts';
import { takes } from './en-takes.ts';
import { builder, enhance } from './en-enhance.ts';
import { plural } from './en-plural.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

function ordinal(position: number): string {
  const endings = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return `${position}${endings[ordinals.select(position)]}`;
}

/** `hint` is what the window offers beyond the sentence that came with the error. */
const errors: Record<ErrorCode, { title: string; hint: string | null }> = {
  invalid_request: { title: 'The request was not understood', hint: null },
  invalid_prompt: { title: 'The prompt cannot be used', hint: null },
  invalid_negative_prompt: { title: 'The negative prompt cannot be used', hint: null },
  invalid_aspect_ratio: { title: 'This aspect ratio is not possible', hint: null },
  invalid_resolution: { title: 'This resolution is not possible', hint: null },
  invalid_duration: { title: 'This duration is not possible', hint: null },
  invalid_model: { title: 'This model is not known', hint: null },
  invalid_image: { title: 'This image cannot be used', hint: null },
  invalid_source: { title: 'This clip cannot be used for that', hint: null },
  not_offered: { title: 'This model does not do that', hint: null },
  operation_not_found: { title: 'It is not there any more', hint: null },
  operation_running: { title: 'It is being made', hint: null },
  session_not_found: { title: 'This session is not there', hint: null },
  last_session: { title: 'A session has to stay', hint: null },
  client_not_initialized: { title: 'There is no key', hint: null },
  invalid_key: { title: 'The service does not accept this key', hint: null },
  restricted_key: { title: 'This key may not do that', hint: null },
  invalid_base_url: { title: 'The service address cannot be used', hint: null },
  rate_limited: { title: 'Too many requests', hint: null },
  service_unavailable: { title: 'The service is not available', hint: null },
  service_error: { title: 'The service failed', hint: null },
  service_refused: { title: 'The service refused the request', hint: null },
  model_retired: { title: 'This model is gone', hint: null },
  network: { title: 'No connection', hint: null },
  blocked: { title: 'Video generation blocked', hint: null },
  empty_result: { title: 'Nothing came back', hint: null },
  unknown_outcome: {
    title: 'It may have been started, or not',
    hint: 'Look at your usage with Google before you try again: it may have been charged.',
  },
  cancelled: { title: 'Cancelled', hint: null },
  expired: { title: 'The service has deleted this clip', hint: null },
  download_failed: { title: 'The clip could not be saved', hint: null },
  disk_full: { title: 'The disk is full', hint: null },
  library_unavailable: {
    title: 'The library folder cannot be reached',
    hint: null,
  },
  file_missing: { title: 'The file is not where it was', hint: null },
  export_failed: { title: 'The file could not be saved', hint: null },
  invalid_file: { title: 'This file cannot be used', hint: null },
  forbidden: { title: 'This is not allowed', hint: null },
  internal: { title: 'Something went wrong in the app', hint: null },
};

const notices: Record<NoticeCode, string> = {
  settings_reset:
    'The settings could not be read, so Zoetrope started with new ones. The old file was kept beside them.',
  key_unreadable: 'The saved key could not be unlocked. Please add it again in Settings.',
  settings_restored:
    'The settings could not be read, so the copy of what was saved last took their place. The old file was kept beside them.',
  // What there is to say about these two depends on what came back: app/restored-words.ts.
  database_problem: recipes.setUpAnew,
  database_restored: recipes.setUpAnew,
  database_damaged:
    'The list of clips is damaged. Close Zoetrope and open it again: then it is set right from its last copy. Your clips are still in the library folder.',
  trash_failed: 'A deleted clip could not be moved to the trash: its file is still in the library folder.',
};

const themes: Record<Theme, string> = { system: 'System', dark: 'Dark', light: 'Light' };

/** A language calls itself by its own name, whatever the window speaks. */
const languages: Record<LanguageChoice, string> = { system: 'System', en: 'English', fr: 'Français' };

const keySources: Record<Exclude<KeySource, 'none'>, string> = {
  session: 'Kept until you close the app.',
  stored: 'Kept on this computer.',
  environment: 'Given by the environment for this run. Start without that variable to use another key here.',
};

export const en = {
  /** A sentence that comes from main or the contract, which speak English. */
  said: (sentence: string) => sentence,
  rule: ruleWords,
  seconds: secondsWords,
  /** Which one this is. */
  language: 'en' as Language,
  app: {
    name: 'Zoetrope',
    title: 'Zoetrope, video studio',
    mode: 'Mode',
    image: 'Image',
    video: 'Video',
    settings: 'Settings',
    model: 'Model',
    customHost: (host: string) => `Through ${host}`,
    customHostExplained: 'Requests and the key go to this address instead of Google',
    dismiss: 'Dismiss',
    close: 'Close',
    retry: 'Try again',
    crashed: 'The window ran into a problem',
    crashedHint: 'Clips that are being made go on. Your prompt is kept.',
    reload: 'Reload the window',
  },
  banners: {
    label: 'Notices',
    demo: 'Demo',
    demoExplained: 'Clips are drawn on this computer, in 1080p at most, free and watermarked.',
    addKey: 'Add a key',
    unavailable: 'Nothing can be generated right now',
    openSettings: 'Open Settings',
    notices,
  },
  compose,
  prompts,
  enhance,
  builder,
  image,
  firstRun,
  gallery: {
    clearFinished: 'Clear finished',
    emptyTitle: 'Set something in motion',
    emptyBody:
      'Write what should happen, or drop an image anywhere to animate it. The clip appears here and in your library folder.',
    examplesLabel: 'Start from an example',
    examples: [
      'Steam rises from a copper kettle in a dim kitchen, first sunlight slides across the wall, slow push in, soft crackle of the stove',
      'A paper kite breaks through low clouds above green cliffs, the camera circles it once, wind and distant surf',
      'Macro shot of ink blooming in a glass of water, black background, slow motion, low hum',
      'Night train passes a small snowed-in station, warm windows streak by, a dog looks up, static camera at platform height',
    ],
  },
  card: {
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
    nextTry: (title: string, wait: string) =>
      `${title}. Next try in ${wait}; nothing is charged for waiting.`,
    nextTryPaused: (title: string) => `${title}. Tried again when you resume the queue.`,
    nextTryNow: (title: string) => `${title}. Trying again now; nothing is charged for waiting.`,
    download: 'Download',
    showInFolder: 'Show in folder',
    delete: 'Delete',
  },
  player: {
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
  },
  queue: {
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
  },
  toasts: {
    label: 'Messages',
    deleted: (count: string, value: number) => (value === 1 ? 'Deleted.' : `${count} deleted.`),
    undo: 'Undo',
    restored: 'It is back.',
    nothingToClear: 'Nothing has ended yet.',
    notRestored: 'It could not be brought back',
    saved: 'Saved',
  },
  announce: {
    completed: (prompt: string) => `Finished: ${prompt}`,
    failed: (title: string, prompt: string) => `${title}: ${prompt}`,
  },
  settings: {
    title: 'Settings',
    saved: 'Saved',
    failed: 'The settings could not be read',
    keyIntro:
      'Clips are made with your own key, and Google charges its account for each second of video. One service is enough.',
    keyField: 'Google API key',
    newKeyField: 'New Google API key',
    keyPlaceholder: 'Paste the key',
    keyNone: 'No key yet: clips are demo clips.',
    keyEnding: (lastFour: string) => `•••• ${lastFour}`,
    keySources,
    checkAndSave: 'Check and save',
    checking: 'Checking the key with Google',
    keyMissing: 'Paste a key first.',
    keyAccepted: 'The key works.',
    replace: 'Replace',
    remove: 'Remove',
    cancel: 'Cancel',
    getKey: 'Get a key',
    keepAnyway: 'Keep it on this computer anyway. It is not encrypted there.',
    noKeyring: 'This system has no keyring to lock the key in, so it is kept until the app is closed.',
    defaults: 'New clips start with',
    polling: 'Check for finished clips every',
    pollingUnit: 'seconds',
    pollingRange: (min: string, max: string) => `A whole number from ${min} to ${max}.`,
    library: 'Library folder',
    choose: 'Choose…',
    app: 'App',
    concurrency: 'Clips made at the same time',
    theme: 'Theme',
    themes,
    language: 'Language',
    languages,
    notifications: 'Notify me when a clip is ready or needs me',
    askBeforeClosing: 'Ask before closing while clips are being made',
    version: (version: string) => `Zoetrope ${version}`,
    pricing: 'Google’s prices',
    guide: 'Google’s video guide',
  },
  spend: {
    title: 'Spend',
    open: 'What was spent, prices and export',
    today: 'Today',
    month: 'This month',
    all: 'All time',
    upTo: (price: string) => `up to ${price} more`,
    counts:
      'Finished clips and those being made, at the price list’s prices. Google’s bill is what counts. Deleted clips stay in these sums.',
    unknown: (price: string) =>
      `Of ${price} nobody has said whether it was charged. Your usage with Google shows it.`,
    chart: 'The last 30 days',
    chartNone: 'Nothing was spent in the last 30 days.',
    chartMost: (price: string) => `most on a day: ${price}`,
    day: 'Day',
    spent: 'Spent',
    notCertain: 'Not certain',
    byModel: 'By model',
    prices: 'Prices per second',
    notMade: '—',
    priceSource: (source: string, day: string) => `${source}, as of ${day}.`,
    exportCsv: 'Export CSV',
    exportHint: 'One line for each run, without prompts.',
    failed: 'The sums could not be read',
    of: (budget: string) => `of ${budget}`,
    budgets: 'Budgets',
    dayBudget: 'For a day',
    monthBudget: 'For a month',
    noBudget: 'None',
    usd: 'USD',
    budgetHint:
      'A clip that would go over a budget is not sent: it waits in the queue. What is not certain counts as spent here.',
    budgetRange: (max: string) => `An amount from 0 to ${max}, or nothing for no budget.`,
    held: 'Held',
    holdReasons: {
      day: (budget: string) => `it would go over the day’s budget of ${budget}`,
      month: (budget: string) => `it would go over the month’s budget of ${budget}`,
    },
    heldBanner: (count: string, value: number, reason: string) =>
      value === 1 ? `A clip waits: ${reason}.` : `${count} clips wait. The next one: ${reason}.`,
    changeBudget: 'Change the budget',
    goOver: 'Go over once…',
    overTitle: 'Go over the budget',
    overReason: (reason: string) =>
      `This clip waits: ${reason}. You can let it go all the same, this one only.`,
    overLabel: (word: string, price: string) => `Type ${word} to allow the next ${price}`,
    overAllow: (price: string) => `Allow ${price}`,
  },
  help,
  images,
  library,
  made,
  models,
  details,
  recipes,
  services,
  sessions,
  takes,
  commands: {
    labels: commandWords,
    groups: groupWords,
    missing: missingWords,
    cards: cardShortcutWords,
    cardsTitle: 'In the gallery',
    keys: { shift: 'Shift', enter: 'Enter' },
    search: 'What do you want to do?',
    none: 'No command has these letters.',
  },
  doctor,
  errors,
};

/** What every language has to say. */
export type Dictionary = typeof en;
