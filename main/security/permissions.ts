import type { Session } from 'electron';
import { isOwnPage } from './own-page.ts';

/** What the app's own pages may ask the browser for, each with its reason. Everything else is refused. */
export const allowedPermissions: ReadonlyMap<string, string> = new Map([
  ['fullscreen', 'the player’s own full-screen button'],
  ['clipboard-sanitized-write', 'copying a prompt'],
]);

/** The judge of one question of a page. */
export function mayHave(
  origins: readonly string[],
  permission: string,
  { address, isMainFrame }: { address: string; isMainFrame: boolean },
): boolean {
  return allowedPermissions.has(permission) && isMainFrame && isOwnPage(address, origins);
}

/** Lets the pages of these origins have what is in the table. Devices, screens and downloads nobody has. */
export function restrictPermissions(session: Session, origins: readonly string[]): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(
      mayHave(origins, permission, { address: details.requestingUrl, isMainFrame: details.isMainFrame }),
    );
  });
  session.setPermissionCheckHandler((_contents, permission, address, { isMainFrame }) =>
    mayHave(origins, permission, { address, isMainFrame }),
  );
  session.setDevicePermissionHandler(() => false);
  // Main saves files, by its own dialogs.
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}
