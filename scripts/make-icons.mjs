// `npm run icons`: all icons of the program out of assets/icon.svg, into build/ and assets/icon.png.
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runOrFail } from './child-process.mjs';
import { PROJECT_ROOT, runScript, say } from './command-line.mjs';
import { openDisplay } from './display.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { SIZES, appleIcon, windowsIcon } from './icon-files.mjs';
import { integrityOf } from './integrity.mjs';
import { isRootOnLinux } from './sandbox.mjs';

const SOURCE = path.join(PROJECT_ROOT, 'assets/icon.svg');
const BUILD = path.join(PROJECT_ROOT, 'build');

await runScript(async () => {
  const { executable } = await ensureElectron(PROJECT_ROOT);
  const display = await openDisplay();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-icons-'));
  try {
    const drawer = path.join(PROJECT_ROOT, 'scripts/draw-icons/main.mjs');
    await runOrFail(
      executable,
      [...(isRootOnLinux() ? ['--no-sandbox'] : []), drawer, SOURCE, folder, SIZES.join(',')],
      { env: display.env, timeoutMs: 60_000, label: 'drawing', failure: 'The icons could not be drawn:' },
    );
    /** @type {Map<number, Buffer>} */
    const drawn = new Map();
    for (const size of SIZES) drawn.set(size, await readFile(path.join(folder, `${size}.png`)));
    const png = (/** @type {number} */ size) => drawn.get(size) ?? Buffer.alloc(0);
    await mkdir(path.join(BUILD, 'icons'), { recursive: true });
    await writeFile(path.join(BUILD, 'icon.icns'), appleIcon(png));
    await writeFile(path.join(BUILD, 'icon.ico'), windowsIcon(png));
    for (const size of SIZES.filter((size) => size <= 512)) {
      await writeFile(path.join(BUILD, 'icons', `${size}x${size}.png`), png(size));
    }
    // What the window is given, which reads and scales it at each start: 512 pixels take 50 ms of it.
    await copyFile(path.join(folder, '128.png'), path.join(PROJECT_ROOT, 'assets/icon.png'));
    await writeFile(path.join(BUILD, 'icons.source'), `${integrityOf(await readFile(SOURCE))}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
    display.stop();
  }
  say('The icons are drawn anew: build/ and assets/icon.png.');
  return 0;
});
