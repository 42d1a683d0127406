/** The user's preferences, in `settings.json` of the data folder. */
import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import ElectronStore from 'electron-store';
import { z } from 'zod';
import {
  aspectRatios,
  durations,
  languageChoices,
  limits,
  resolutions,
  themes,
} from '../../preload/contract/domain.ts';
import type { Settings } from '../../preload/contract/domain.ts';

const budgetUsd = z.number().min(limits.budgetUsd.min).max(limits.budgetUsd.max).nullable().catch(null);

const windowBounds = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type WindowBounds = z.infer<typeof windowBounds>;

/** Each value stands alone: one that makes no sense becomes its default, the others stay. */
const storedSchema = z.object({
  /** Null for the best one that the keys have. */
  defaultModel: z.string().min(1).max(100).nullable().catch(null),
  defaultAspectRatio: z.enum(aspectRatios).catch('16:9'),
  defaultResolution: z.enum(resolutions).catch('720p'),
  defaultDuration: z.enum(durations).catch('8'),
  pollingIntervalSeconds: z.int().min(limits.pollingSeconds.min).max(limits.pollingSeconds.max).catch(5),
  concurrency: z.int().min(limits.concurrency.min).max(limits.concurrency.max).catch(2),
  theme: z.enum(themes).catch('system'),
  language: z.enum(languageChoices).catch('system'),
  notifications: z.boolean().catch(true),
  askBeforeClosing: z.boolean().catch(true),
  askTextModel: z.boolean().catch(true),
  lookForUpdates: z.boolean().catch(false),
  /** The version that the user wants to hear no more of. */
  skippedVersion: z.string().min(1).max(100).nullable().catch(null),
  dayBudgetUsd: budgetUsd,
  monthBudgetUsd: budgetUsd,
  /** Where there is a file, somebody has been here before. */
  welcomed: z.boolean().catch(true),
  /** Absolute; null for the default folder. */
  libraryFolder: z.string().min(1).nullable().catch(null),
  windowBounds: windowBounds.nullable().catch(null),
});
type Stored = z.infer<typeof storedSchema>;

export interface Preferences {
  settings(): Settings;
  update(patch: Partial<Omit<Settings, 'libraryFolder'>>): Settings;
  setLibraryFolder(folder: string): Settings;
  windowBounds(): WindowBounds | null;
  saveWindowBounds(bounds: WindowBounds): void;
  skippedVersion(): string | null;
  skipVersion(version: string | null): void;
  /** What was done about a file that could not be read; null when it could. */
  readonly trouble: 'restored' | 'reset' | null;
}

/** What became of a settings file that could not be read. */
type Trouble = 'restored' | 'reset' | null;

const settingsFile = (dataFolder: string): string => path.join(dataFolder, 'settings.json');
const lastGood = (dataFolder: string): string => path.join(dataFolder, 'settings.last-good.json');

/** A copy of what was saved last, written whole or not at all. */
function keepGood(dataFolder: string, file: string): void {
  const copy = lastGood(dataFolder);
  try {
    copyFileSync(file, `${copy}.tmp`);
    renameSync(`${copy}.tmp`, copy);
  } catch {
    // The settings themselves are saved: an older copy is better than telling that they were not.
  }
}

/** Puts the last good copy into the place of `file`; false when there is none that can be read. */
function restoreGood(dataFolder: string, file: string): boolean {
  try {
    JSON.parse(readFileSync(lastGood(dataFolder), 'utf8'));
    copyFileSync(lastGood(dataFolder), file);
    return true;
  } catch {
    return false;
  }
}

/** Not JSON, a folder in its place, or another user's file. A disk that fails is no reason to set anything aside. */
function isUnreadable(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  return error instanceof Error && 'code' in error && /^(EISDIR|EACCES|EPERM)$/.test(String(error.code));
}

function openStore(dataFolder: string): { store: ElectronStore; trouble: Trouble } {
  const options = { name: 'settings', cwd: dataFolder };
  try {
    return { store: new ElectronStore(options), trouble: null };
  } catch (error) {
    const file = settingsFile(dataFolder);
    if (!isUnreadable(error) || !existsSync(file)) throw error;
    renameSync(file, path.join(dataFolder, `settings-damaged-${Date.now()}.json`));
    const trouble = restoreGood(dataFolder, file) ? 'restored' : 'reset';
    return { store: new ElectronStore(options), trouble };
  }
}

/**
 * Opens the preferences. A file that cannot be read is kept (`settings-damaged-<time>.json`); the copy of what was saved
 * last takes its place, else the defaults.
 */
export function openPreferences(dataFolder: string, defaultLibraryFolder: string): Preferences {
  const isNew = !existsSync(settingsFile(dataFolder));
  const { store, trouble } = openStore(dataFolder);
  let stored: Stored = storedSchema.parse(isNew ? { welcomed: false } : store.store);

  const settings = (): Settings => ({
    defaultModel: stored.defaultModel,
    defaultAspectRatio: stored.defaultAspectRatio,
    defaultResolution: stored.defaultResolution,
    defaultDuration: stored.defaultDuration,
    pollingIntervalSeconds: stored.pollingIntervalSeconds,
    concurrency: stored.concurrency,
    theme: stored.theme,
    language: stored.language,
    notifications: stored.notifications,
    askBeforeClosing: stored.askBeforeClosing,
    askTextModel: stored.askTextModel,
    lookForUpdates: stored.lookForUpdates,
    dayBudgetUsd: stored.dayBudgetUsd,
    monthBudgetUsd: stored.monthBudgetUsd,
    welcomed: stored.welcomed,
    libraryFolder: stored.libraryFolder ?? defaultLibraryFolder,
  });
  const change = (patch: Partial<Stored>): Settings => {
    const next = { ...stored, ...patch };
    store.set(next);
    keepGood(dataFolder, store.path);
    stored = next;
    return settings();
  };

  return {
    settings,
    update: change,
    setLibraryFolder: (libraryFolder) => change({ libraryFolder }),
    windowBounds: () => stored.windowBounds,
    skippedVersion: () => stored.skippedVersion,
    skipVersion(version) {
      change({ skippedVersion: version });
    },
    saveWindowBounds(bounds) {
      change({ windowBounds: bounds });
    },
    trouble,
  };
}
