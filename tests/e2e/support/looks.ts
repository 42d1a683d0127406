/// <reference lib="dom" />
/** Pictures of a state in every size and theme that the design is made for. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Studio } from './studio.ts';

/** Git ignores it: for people to look at. */
const folderOfPictures = path.resolve('tests/e2e/__screenshots__');

const sizes = [
  [1280, 800],
  [960, 640],
] as const;
/** A picture takes a second of two cores: `npm run test:e2e -- <file>` takes them, a run of all tests does not. */
const takesPictures = process.env['ZOETROPE_PICTURES'] === '1';
type ColorScheme = 'dark' | 'light';

interface LookOptions {
  /** Default: both. Null: the theme stays as it is, and out of the file's name. */
  themes?: readonly ColorScheme[] | null;
  /** What is to hold in each of them, before its picture is taken. @param at `1280×800` */
  check?: (at: string) => Promise<void>;
}

/** Takes a state's pictures: `<state>-1280x800-dark.png`. */
export async function takeLooks(
  studio: Studio,
  state: string,
  { themes = ['dark', 'light'], check }: LookOptions = {},
): Promise<void> {
  await mkdir(folderOfPictures, { recursive: true });
  for (const [width, height] of sizes) {
    await studio.resize(width, height);
    // What hangs on something is put in its place when the page hears of its size, which is before its next frame.
    await studio.page.evaluate(() => new Promise(requestAnimationFrame));
    for (const colorScheme of themes ?? [null]) {
      if (colorScheme !== null) await studio.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await check?.(`${width}×${height}`);
      const name = [state, `${width}x${height}`, ...(colorScheme === null ? [] : [colorScheme])].join('-');
      if (takesPictures) await studio.page.screenshot({ path: path.join(folderOfPictures, `${name}.png`) });
    }
  }
}
