// electron-builder's hooks (electron-builder.yml).
import { rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Electron starts `default_app.asar` where an app is missing: a shipped program has no use for it.
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string } } }} context
 */
export default async function afterPack({ appOutDir, packager, electronPlatformName }) {
  const resources =
    electronPlatformName === 'darwin'
      ? `${packager.appInfo.productFilename}.app/Contents/Resources`
      : 'resources';
  await rm(path.join(appOutDir, resources, 'default_app.asar'), { force: true });
}
