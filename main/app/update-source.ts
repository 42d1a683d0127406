/** electron-updater, loaded when it is needed: most runs ask for nothing. */
import { app } from 'electron';
import type { AppUpdater } from 'electron-updater';
import type { Log } from '../services/log.ts';
import type { UpdateSource } from '../services/updates.ts';
import { openInBrowser } from './open-in-browser.ts';
import type { UpdateFeed } from './update-feed.ts';

/** It would else send the same random number with every question, by which a copy of the app could be known again. */
const nobody = { 'x-user-staging-id': 'none' };

export function createUpdateSource(feed: UpdateFeed, log: Log): UpdateSource {
  let loaded: Promise<AppUpdater> | null = null;
  let updater: AppUpdater | null = null;

  async function load(): Promise<AppUpdater> {
    const { default: module } = await import('electron-updater');
    const made = module.autoUpdater;
    made.logger = log;
    made.autoDownload = false;
    // `install` decides, after the work has ended.
    made.autoInstallOnAppQuit = false;
    made.allowDowngrade = false;
    made.disableWebInstaller = true;
    made.requestHeaders = nobody;
    made.isUserWithinRollout = () => true;
    // It would else refuse to even look in an unpacked program.
    made.forceDevUpdateConfig = true;
    made.updateConfigPath = feed.configFile;
    // Its promises fail as well; without a listener the event would end the app.
    made.on('error', () => undefined);
    updater = made;
    return made;
  }
  const get = (): Promise<AppUpdater> => (loaded ??= load());

  return {
    offer: feed.offer,
    async newest() {
      const found = await (await get()).checkForUpdates();
      return found?.isUpdateAvailable === true ? found.updateInfo.version : null;
    },
    async download(progress) {
      const made = await get();
      const tell = ({ percent }: { percent: number }): void => {
        progress(Math.min(percent / 100, 1));
      };
      made.on('download-progress', tell);
      try {
        await made.downloadUpdate();
      } finally {
        made.off('download-progress', tell);
      }
    },
    install(time) {
      if (updater === null) return false;
      // The new one starts before this one is gone, and would think that it is the second.
      app.releaseSingleInstanceLock();
      updater.quitAndInstall(true, time === 'now');
      return true;
    },
    async openPage(version) {
      const page = feed.pageOf(version);
      if (page !== null) await openInBrowser(page);
    },
  };
}
