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
export function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme === 'system' && !systemHasPreference() ? 'dark' : theme;
}
