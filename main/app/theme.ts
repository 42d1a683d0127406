import { nativeTheme } from 'electron';
import type { Theme } from '../../preload/contract/domain.ts';

/** A Linux without a desktop has no preference to follow; Chromium would call that light. */
function systemHasPreference(): boolean {
  return (
    process.platform !== 'linux' ||
    Boolean(process.env['XDG_CURRENT_DESKTOP'] ?? process.env['DESKTOP_SESSION'])
  );
}

/** Dark is the look that the studio is made in; the system's own choice goes before it where there is one. */
const sourceOf = (theme: Theme): Theme => (theme === 'system' && !systemHasPreference() ? 'dark' : theme);

export function applyTheme(theme: Theme): void {
  const source = sourceOf(theme);
  // Chromium tells all windows, also of what is so already.
  if (source !== nativeTheme.themeSource) nativeTheme.themeSource = source;
}

/** Whether a window is dark in this theme, before it is applied too. */
export function isDarkIn(theme: Theme): boolean {
  const source = sourceOf(theme);
  return source === 'system' ? nativeTheme.shouldUseDarkColors : source === 'dark';
}
