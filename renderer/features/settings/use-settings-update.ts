import { useCallback, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../preload/contract/domain.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import { queryKeys } from '../../lib/queries.ts';

export type SettingsPatch = Partial<Omit<Settings, 'libraryFolder'>>;

export interface SettingsUpdate {
  /** Saves at once. */
  update: (patch: SettingsPatch) => Promise<void>;
  chooseLibraryFolder: () => Promise<void>;
  /** True for a moment after something was saved. */
  saved: boolean;
  error: AppError | null;
}

const savedMs = 2000;

export function useSettingsUpdate(): SettingsUpdate {
  const client = useQueryClient();
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  useEffect(() => {
    if (savedAt === null) return undefined;
    const timer = setTimeout(() => {
      setSavedAt(null);
    }, savedMs);
    return () => {
      clearTimeout(timer);
    };
  }, [savedAt]);

  const settle = useCallback(
    (result: Result<Settings>, before: Settings | undefined) => {
      if (result.ok) {
        setError(null);
        // Closing the folder dialog changes nothing, and then nothing was saved.
        if (JSON.stringify(result.value) !== JSON.stringify(before)) setSavedAt(Date.now());
        client.setQueryData(queryKeys.settings, result.value);
      } else {
        setError(result.error);
        client.setQueryData(queryKeys.settings, before);
      }
    },
    [client],
  );

  const update = useCallback(
    async (patch: SettingsPatch) => {
      const before = client.getQueryData<Settings>(queryKeys.settings);
      // Shown at once: a theme that waits for the disk feels broken.
      if (before !== undefined) client.setQueryData(queryKeys.settings, { ...before, ...patch });
      settle(await call(() => window.zoetrope.settings.update(patch)), before);
    },
    [client, settle],
  );

  const chooseLibraryFolder = useCallback(async () => {
    const before = client.getQueryData<Settings>(queryKeys.settings);
    settle(await call(() => window.zoetrope.settings.chooseLibraryFolder()), before);
  }, [client, settle]);

  return { update, chooseLibraryFolder, saved: savedAt !== null, error };
}
