import type { Session } from 'electron';

/** What the pages may ask the browser for, each with its reason. Everything else is refused. */
const allowed = new Map<string, string>([
  ['fullscreen', 'the player’s own full-screen button'],
  ['clipboard-sanitized-write', 'copying a prompt'],
]);

export function restrictPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(allowed.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission));
  session.setDevicePermissionHandler(() => false);
}
