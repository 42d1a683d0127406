import { Menu, app } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

/** Quits as the window's own button does, which asks while clips are under way; the role would not. */
const file: MenuItemConstructorOptions = {
  role: 'fileMenu',
  submenu: [
    {
      label: process.platform === 'win32' ? 'Exit' : 'Quit',
      ...(process.platform === 'win32' ? {} : { accelerator: 'Control+Q' }),
      click(_item, window) {
        if (window) window.close();
        else app.quit();
      },
    },
  ],
};

/** macOS's own menu with its own Quit: the role's ends the app without a word, whatever is under way. */
const macMenu = (quit: () => void): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    { role: 'about' },
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { label: 'Quit Zoetrope', accelerator: 'Command+Q', click: quit },
  ],
});

/** The native menu: the system's editing and window commands. Shortcuts of the studio itself live in its page. */
export function setUpMenu(isDevelopment: boolean, quit: () => void): void {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(isDevelopment
      ? ([
          { type: 'separator' },
          { role: 'reload' },
          { role: 'toggleDevTools' },
        ] as MenuItemConstructorOptions[])
      : []),
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [macMenu(quit)] : []),
      ...(process.platform === 'darwin' ? [] : [file]),
      { role: 'editMenu' },
      { label: 'View', submenu: view },
      { role: 'windowMenu' },
    ]),
  );
}
