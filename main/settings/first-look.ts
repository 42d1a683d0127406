/** The little that the first window and its page are made with, read before what reads the settings as a whole is loaded. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { languageChoices, themes } from '../../preload/contract/domain.ts';
import type { LanguageChoice, Theme } from '../../preload/contract/domain.ts';
import type { WindowBounds } from './preferences.ts';

export interface FirstLook {
  theme: Theme;
  language: LanguageChoice;
  windowBounds: WindowBounds | null;
}

type Fields = Partial<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? value : {});

function boundsOf(value: unknown): WindowBounds | null {
  const { x, y, width, height } = fieldsOf(value);
  if (![x, y, width, height].every(Number.isInteger)) return null;
  const bounds = { x, y, width, height } as WindowBounds;
  return bounds.width > 0 && bounds.height > 0 ? bounds : null;
}

/** What cannot be read is as in a new installation; openPreferences says so to the user. */
export function readFirstLook(dataFolder: string): FirstLook {
  let stored: Fields = {};
  try {
    stored = fieldsOf(JSON.parse(readFileSync(path.join(dataFolder, 'settings.json'), 'utf8')));
  } catch {
    // A first start, or a damaged file.
  }
  return {
    theme: themes.find((theme) => theme === stored['theme']) ?? 'system',
    language: languageChoices.find((language) => language === stored['language']) ?? 'system',
    windowBounds: boundsOf(stored['windowBounds']),
  };
}
