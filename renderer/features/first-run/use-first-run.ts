import { useCallback, useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { queryKeys, useFormat, useSettings } from '../../lib/queries.ts';
import { showError } from '../../lib/show-error.ts';
import { useLibrary } from '../gallery/library-source.ts';

/** True while the first steps stand in the gallery's place; null until that is known. */
export function useIsFirstRun(): boolean | null {
  const { data: settings, isError } = useSettings();
  const total = useLibrary((state) => state.total);
  if (settings === undefined) return isError ? false : null;
  if (settings.welcomed) return false;
  return total === null ? null : total === 0;
}

/** Ends the first run for good. */
export function useEndFirstRun(): () => Promise<void> {
  const client = useQueryClient();
  const text = useText();
  const format = useFormat();
  return useCallback(async () => {
    const result = await call(() => window.zoetrope.settings.update({ welcomed: true }));
    if (result.ok) client.setQueryData(queryKeys.settings, result.value);
    else showError(result.error, { text, format });
  }, [client, text, format]);
}

/** The first clip ends the first run, whoever asked for it. */
export function useEndByFirstClip(): void {
  const end = useEndFirstRun();
  const isDue = useSettings().data?.welcomed === false;
  const hasClips = useLibrary(({ total }) => total !== null && total > 0);
  useEffect(() => {
    if (isDue && hasClips) void end();
  }, [isDue, hasClips, end]);
}
