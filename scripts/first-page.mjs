// Writes the studio into its page while the app is built: renderer/app/first-page.tsx says why.
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const emptyRoot = '<div id="root"></div>';

/**
 * @param {string} root the renderer's source folder
 * @param {string} out the folder that it was built into; has `index.html`
 * @returns {Promise<void>} writes `index.html` and one page for each other language
 */
async function writeFirstPages(root, out) {
  const folder = await mkdtemp(path.join(out, '../first-page-'));
  try {
    await build({
      ...{ root, configFile: false, logLevel: 'error', mode: 'production', plugins: [react()] },
      // The addresses that the scripts will have; they may not differ from what the page says.
      base: 'app://zoetrope/',
      build: {
        ...{ outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, minify: false },
        ssr: path.join(root, 'app/first-page.tsx'),
        rolldownOptions: { output: { entryFileNames: 'first-page.mjs' } },
      },
    });
    /** @type {unknown} */
    const built = await import(pathToFileURL(path.join(folder, 'first-page.mjs')).href);
    const { firstPage, languages } =
      /** @type {{ firstPage: (language: string) => Promise<string>, languages: string[] }} */ (built);
    const page = await readFile(path.join(out, 'index.html'), 'utf8');
    if (!page.includes(emptyRoot)) throw new Error(`index.html has no ${emptyRoot}`);
    const scripts = await readdir(path.join(out, 'assets'));
    for (const language of languages) {
      const html = await firstPage(language);
      // English is in the studio's own script; another language would be asked for only once that runs.
      const words = scripts.filter((name) => name.startsWith(`${language}-`) && name.endsWith('.js'));
      const preloads = words.map((name) => `<link rel="modulepreload" crossorigin href="./assets/${name}">`);
      const whole = page
        .replace(emptyRoot, () => `<div id="root">${html}</div>`)
        .replace('</head>', `  ${preloads.join('')}\n  </head>`)
        .replace('<html lang="en">', `<html lang="${language}">`);
      await writeFile(path.join(out, language === 'en' ? 'index.html' : `index.${language}.html`), whole);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns {import('vite').Plugin} for the build of the renderer; the development server goes without */
export function firstPages() {
  let root = '';
  let out = '';
  return {
    name: 'first-pages',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      out = path.resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      await writeFirstPages(root, out);
    },
  };
}
