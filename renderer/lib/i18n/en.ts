/**
 * Every word of the window, in English. Functions take values that are already formatted for the locale; the
 * raw count beside them is for the plural only.
 */
import type { Language, NoticeCode } from '../../../preload/contract/domain.ts';
import { ruleWords, secondsWords } from '../../../preload/contract/rule-words.ts';
import {
  cardShortcutWords,
  commandWords,
  groupWords,
  missingWords,
} from '../../../preload/contract/command-words.ts';
import { card, player, queue } from './en-cards.ts';
import { compose, image } from './en-compose.ts';
import { details } from './en-details.ts';
import { doctor } from './en-doctor.ts';
import { errors } from './en-errors.ts';
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
import { settings } from './en-settings.ts';
import { spend } from './en-spend.ts';
import { takes } from './en-takes.ts';
import { updates } from './en-updates.ts';
import { builder, enhance } from './en-enhance.ts';

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
  window_crashed:
    'The window crashed and was loaded again. Clips under way went on, and nothing was sent or charged twice. What you wrote is back; images in the form have to be added again.',
  window_hung:
    'The window did not respond and was loaded again. Clips under way went on, and nothing was sent or charged twice. What you wrote is back; images in the form have to be added again.',
  graphics_lost:
    'This computer’s graphics failed several times. Nothing is lost. Zoetrope draws without the graphics card from its next start on, for a week; updating the graphics driver may help.',
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
  card,
  player,
  queue,
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
    begun: (prompt: string) => `Being made: ${prompt}.`,
    completed: (prompt: string) => `Finished: ${prompt}.`,
    failed: (prompt: string, why: string) => `Failed: ${prompt}. ${why}`,
    title: (title: string) => `${title}.`,
    manyBegun: (count: string) => `${count} being made.`,
    manyCompleted: (count: string) => `${count} finished.`,
    manyFailed: (count: string) => `${count} failed.`,
  },
  settings,
  spend,
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
  updates,
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
