import type { LanguageChoice, Theme } from '../../../preload/contract/domain.ts';
import type { KeySource } from '../../../preload/contract/services.ts';

const themes: Record<Theme, string> = { system: 'System', dark: 'Dark', light: 'Light' };

/** A language calls itself by its own name, whatever the window speaks. */
const languages: Record<LanguageChoice, string> = { system: 'System', en: 'English', fr: 'Français' };

const keySources: Record<Exclude<KeySource, 'none'>, string> = {
  session: 'Kept until you close the app.',
  stored: 'Kept on this computer.',
  environment: 'Given by the environment for this run. Start without that variable to use another key here.',
};

export const settings = {
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
};
