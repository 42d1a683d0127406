import { useLayoutEffect } from 'react';
import { themes } from '../../preload/contract/domain.ts';
import type { Theme } from '../../preload/contract/domain.ts';
import { useSettings } from '../lib/queries.ts';

const themeKey = 'theme';

function apply(theme: Theme): void {
  // `system` has no rule of its own: the colours then follow prefers-color-scheme.
  document.documentElement.dataset['theme'] = theme;
}

/** Before the first frame: the theme of the last time, so that the window does not flash. */
export function applyLastTheme(): void {
  const last = localStorage.getItem(themeKey);
  apply(themes.find((theme) => theme === last) ?? 'system');
}

export function useTheme(): void {
  const theme = useSettings().data?.theme;
  useLayoutEffect(() => {
    if (theme === undefined) return;
    apply(theme);
    localStorage.setItem(themeKey, theme);
  }, [theme]);
}
