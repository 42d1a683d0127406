// The least that an Electron app can be: what Zoetrope's start and memory are compared with.
import path from 'node:path';
import { BrowserWindow, app } from 'electron';

if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Not awaited: Electron is ready only after this module has run.
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadFile(path.join(import.meta.dirname, 'index.html'));
});
