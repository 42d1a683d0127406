/** The user's preferences, in `settings.json` of the data folder. */
import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import ElectronStore from 'electron-store';
import { z } from 'zod';
import { aspectRatios, durations, limits, resolutions, themes } from '../../preload/contract/domain.ts';
import type { Settings } from '../../preload/contract/domain.ts';
import { forcedDuration } from '../../preload/contract/rules.ts';

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
  defaultAspectRatio: z.enum(aspectRatios).catch('16:9'),
  defaultResolution: z.enum(resolutions).catch('720p'),
  defaultDuration: z.enum(durations).catch('8'),
  pollingIntervalSeconds: z.int().min(limits.pollingSeconds.min).max(limits.pollingSeconds.max).catch(5),
  concurrency: z.int().min(limits.concurrency.min).max(limits.concurrency.max).catch(2),
  theme: z.enum(themes).catch('system'),
  notifications: z.boolean().catch(true),
  askBeforeClosing: z.boolean().catch(true),
  dayBudgetUsd: budgetUsd,
  monthBudgetUsd: budgetUsd,
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
  /** True when the file could not be read and was set aside. */
  readonly wasReset: boolean;
}

function openStore(dataFolder: string): { store: ElectronStore; wasReset: boolean } {
  const options = { name: 'settings', cwd: dataFolder };
  try {
    return { store: new ElectronStore(options), wasReset: false };
  } catch (error) {
    const file = path.join(dataFolder, 'settings.json');
    if (!(error instanceof SyntaxError) || !existsSync(file)) throw error;
    renameSync(file, path.join(dataFolder, `settings-damaged-${Date.now()}.json`));
    return { store: new ElectronStore(options), wasReset: true };
  }
}

/** Opens the preferences. A file that is not JSON is kept beside a new one (`settings-damaged-<time>.json`). */
export function openPreferences(dataFolder: string, defaultLibraryFolder: string): Preferences {
  const { store, wasReset } = openStore(dataFolder);
  let stored: Stored = storedSchema.parse(store.store);

  const settings = (): Settings => ({
    defaultAspectRatio: stored.defaultAspectRatio,
    defaultResolution: stored.defaultResolution,
    defaultDuration:
      forcedDuration(stored.defaultResolution, stored.defaultDuration) ?? stored.defaultDuration,
    pollingIntervalSeconds: stored.pollingIntervalSeconds,
    concurrency: stored.concurrency,
    theme: stored.theme,
    notifications: stored.notifications,
    askBeforeClosing: stored.askBeforeClosing,
    dayBudgetUsd: stored.dayBudgetUsd,
    monthBudgetUsd: stored.monthBudgetUsd,
    libraryFolder: stored.libraryFolder ?? defaultLibraryFolder,
  });
  const change = (patch: Partial<Stored>): Settings => {
    const next = { ...stored, ...patch };
    store.set(next);
    stored = next;
    return settings();
  };

  return {
    settings,
    update: change,
    setLibraryFolder: (libraryFolder) => change({ libraryFolder }),
    windowBounds: () => stored.windowBounds,
    saveWindowBounds(bounds) {
      change({ windowBounds: bounds });
    },
    wasReset,
  };
}
