/** Boot order, nothing else; ARCHITECTURE.md says why it is this one. */
import path from 'node:path';
import { Menu, app, session } from 'electron';
import { setUpDataFolder } from './app/data-folder.ts';
import { openLog } from './app/logging.ts';
import { watchLostProcesses } from './app/lost-processes.ts';
import { createOpenedFiles, templateFilesIn, templateFilesOf } from './app/opened-files.ts';
import { setUpQuit } from './app/quit.ts';
import type { Studio } from './app/studio.ts';
import { systemSpeech } from './app/system-speech.ts';
import { applyTheme, isDarkIn } from './app/theme.ts';
import { createRegistry } from './ipc/registry.ts';
import { serveApp } from './protocol/app-protocol.ts';
import { serveMedia } from './protocol/media-protocol.ts';
import { appOrigin } from './protocol/origin.ts';
import { registerSchemes } from './protocol/schemes.ts';
import { forbidNavigation } from './security/navigation.ts';
import { blockNetwork, cutNameLookups } from './security/network.ts';
import { restrictPermissions } from './security/permissions.ts';
import { createSenders } from './security/senders.ts';
import type { StartTrouble } from './services/start-trouble.ts';
import { forgetKeys, readEnvironment, readSelfTest } from './settings/environment.ts';
import { readFirstLook } from './settings/first-look.ts';
import { isGraphicsUnreliable } from './settings/graphics.ts';
import { makeStudioWindow } from './windows/make-studio-window.ts';
import { pageRead } from './windows/page-read.ts';
import { developmentServer } from './windows/pages.ts';
import { speechOf } from './words/speech.ts';

const selfTestFile = readSelfTest(process.argv);
const selfTest =
  selfTestFile === null ? null : (await import('./app/self-test.ts')).createSelfTest(selfTestFile);
const environment = selfTest?.environment ?? readEnvironment(process.env, process.argv);
forgetKeys(process.env);
const server = developmentServer(app.isPackaged);
const data = setUpDataFolder(environment.dataFolder);
const dataFolder = data.folder;
const log = openLog(dataFolder);
const openedAtStart = templateFilesIn(process.argv, process.cwd());
const openedFiles = createOpenedFiles(openedAtStart);
let studio: Studio | null = null;

registerSchemes();
// Ours comes with the studio; Electron's own must not be there until then.
Menu.setApplicationMenu(null);
// As root, where Chromium has no sandbox, the scripts start the app with --no-sandbox; the two exclude each other.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
cutNameLookups(app.commandLine);
if (isGraphicsUnreliable(dataFolder, Date.now())) app.disableHardwareAcceleration();

async function boot(): Promise<void> {
  const origins = [appOrigin, ...(server === null ? [] : [new URL(server).origin])];
  restrictPermissions(session.defaultSession, origins);
  // Awaited before the window is made: meanwhile Chromium's network process, which the page waits for, starts.
  await blockNetwork(session.defaultSession, server);
  const firstLook = () => readFirstLook(dataFolder);
  serveApp(
    path.join(import.meta.dirname, '../renderer'),
    () => speechOf(firstLook().language, systemSpeech()).language,
  );
  const openMedia = serveMedia(origins);
  const senders = createSenders(origins);
  const registry = createRegistry({ senders, log });
  const { theme, windowBounds } = firstLook();
  const firstWindow = makeStudioWindow({
    ...{ senders, developmentServer: server, isDark: isDarkIn(theme) },
    bounds: windowBounds,
  });
  applyTheme(theme);
  // Loading the rest keeps this process busy, and without it the window's own cannot come up nor its page be read.
  await pageRead(firstWindow.webContents);
  const [{ createMenus }, { createStudio }] = await Promise.all([
    import('./app/menu.ts'),
    import('./app/studio.ts'),
  ]);
  const menus = createMenus({
    isDevelopment: server !== null,
    quit() {
      if (studio) studio.quit();
      else app.quit();
    },
    chosen: (id) => studio?.command(id),
  });
  studio = await createStudio({
    ...{ environment, dataFolder, log, menus, senders, registry, openMedia, firstWindow },
    developmentServer: server,
  });
  studio.openWindow();
  openedFiles.goTo(studio);
  await studio.begin();
  if (selfTest === null) return;
  process.exitCode = await selfTest.run();
  app.quit();
}

process.on('unhandledRejection', (error) => {
  log.error('Unhandled rejection', { error });
});

async function endWith(error: unknown, otherwise?: StartTrouble): Promise<void> {
  if (selfTest === null) {
    const { endWithError } = await import('./app/fatal.ts');
    endWithError(error, dataFolder, log, otherwise);
    return;
  }
  selfTest.failed(error);
  app.exit(1);
}

if (data.trouble !== null) {
  void app.whenReady().then(() => {
    app.once('quit', data.leave);
    return endWith(data.trouble, 'notWritable');
  });
} else if (app.requestSingleInstanceLock({ files: openedAtStart })) {
  app.on('web-contents-created', (_event, contents) => {
    forbidNavigation(contents);
  });
  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    studio?.openWindow();
    openedFiles.open(templateFilesOf(handedOver));
  });
  // macOS tells of files this way, before the app is ready too.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    openedFiles.open(templateFilesOf({ files: [file] }));
  });
  app.on('activate', () => studio?.openWindow());
  // The hidden media window must not keep the app alive, nor end it: the studio window decides (app/studio.ts).
  app.on('window-all-closed', () => undefined);
  setUpQuit(() => studio, log);
  watchLostProcesses(dataFolder, log, () => studio?.notice('graphics_lost'));
  // Not awaited: Electron is ready only after this module has run.
  app
    .whenReady()
    .then(boot)
    .catch((error: unknown) => endWith(error));
} else {
  app.quit();
}
