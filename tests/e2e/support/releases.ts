/** A list of releases on this computer, with one that is newer than the app: a script in the place of an AppImage. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface Releases {
  /** What the app is to be started with. */
  environment: Record<string, string>;
  /** What was asked for, in order. */
  asked: { path: string; headers: IncomingHttpHeaders }[];
  /** The file that the app thinks it was started from. */
  appFile: string;
  newApp: string;
  /** The new app writes here that it was started, and how. */
  startedFile: string;
  /** From now on the file is another than the list says. */
  isDamaged: boolean;
  close(): Promise<void>;
}

export const newVersion = '9.1.0';

/** The feed is asked for as a release for Linux would be. */
export async function serveReleases(folder: string): Promise<Releases> {
  const startedFile = path.join(folder, 'started.txt');
  const appFile = path.join(folder, 'Zoetrope.AppImage');
  const newApp = `#!/bin/sh\necho "ends itself: $APPIMAGE_EXIT_AFTER_INSTALL" > '${startedFile}'\n`;
  await writeFile(appFile, '#!/bin/sh\n', { mode: 0o755 });

  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').pathname;
    releases.asked.push({ path: asked, headers: request.headers });
    if (asked === '/latest-linux.yml') {
      const sha512 = createHash('sha512').update(newApp).digest('base64');
      const size = Buffer.byteLength(newApp);
      const name = `Zoetrope-${newVersion}.AppImage`;
      const file = `  - url: ${name}\n    sha512: ${sha512}\n    size: ${size}\n`;
      response.end(
        `version: ${newVersion}\nfiles:\n${file}path: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-11-28T00:00:00.000Z'\n`,
      );
    } else if (asked.endsWith('.AppImage')) {
      response.end(releases.isDamaged ? newApp.replace('echo', 'eCho') : newApp);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  const config = path.join(folder, 'app-update.yml');
  await writeFile(config, `provider: generic\nurl: http://127.0.0.1:${port}\nupdaterCacheDirName: updates\n`);
  const cache = path.join(folder, 'cache');
  await mkdir(cache, { recursive: true });
  const releases: Releases = {
    environment: { ZOETROPE_UPDATE_CONFIG: config, APPIMAGE: appFile, XDG_CACHE_HOME: cache },
    asked: [],
    ...{ appFile, newApp, startedFile, isDamaged: false },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return releases;
}
