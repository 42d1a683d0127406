import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { firstPages } from './scripts/first-page.mjs';

const at = (file: string) => resolve(import.meta.dirname, file);

// The oldest runtime that the code must run on (ARCHITECTURE.md, "Electron 45 and 33").
const node = 'node20.18';
const chrome = 'chrome130';

interface Modules {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/** What is needed at once comes in one file: at a start each file is a question to a main process that is busy. */
function oneFile(name: string, entry: string) {
  const needed = new Set<string>();
  function add(id: string, modules: Modules): void {
    if (needed.has(id)) return;
    needed.add(id);
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) add(imported, modules);
  }
  return {
    debugName: name,
    name(id: string, modules: Modules) {
      if (needed.size === 0) add(entry, modules);
      return needed.has(id) ? name : null;
    },
  };
}

export default defineConfig({
  main: {
    resolve: {
      alias: {
        'ajv/dist/2020.js': at('scripts/no-schemas.mjs'),
        'ajv-formats': at('scripts/no-schemas.mjs'),
        './transports/remote': at('scripts/no-remote-log.cjs'),
      },
    },
    build: {
      outDir: 'out/main',
      target: node,
      // Every start needs these: from one file they are there several times sooner than from a hundred small ones.
      externalizeDeps: { exclude: ['zod', 'electron-store', 'electron-log'] },
      rolldownOptions: {
        input: { index: at('main/index.ts'), 'check-database': at('main/check-database.ts') },
        // All in one folder: files find others from where they are. The names of functions stay: they are read in the stacks of a log.
        output: {
          chunkFileNames: '[name]-[hash].js',
          minify: {
            compress: { keepNames: { function: true, class: true } },
            mangle: { keepNames: { function: true, class: true } },
            codegen: { removeWhitespace: true },
          },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: node,
      // A sandboxed preload must be one CommonJS file.
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react(), firstPages()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      target: chrome,
      // Nothing may be inlined as data: URLs for scripts; small fonts and icons stay files.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: at('renderer/index.html'), media: at('renderer/media.html') },
        output: { codeSplitting: { groups: [oneFile('studio', at('renderer/main.tsx'))] } },
      },
    },
  },
});
