import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (file: string) => resolve(import.meta.dirname, file);

// The oldest runtime that the code must run on (ARCHITECTURE.md, "Electron 45 and 33").
const node = 'node20.18';
const chrome = 'chrome130';

export default defineConfig({
  main: {
    resolve: {
      alias: {
        'ajv/dist/2020.js': at('scripts/no-schemas.mjs'),
        'ajv-formats': at('scripts/no-schemas.mjs'),
      },
    },
    build: {
      outDir: 'out/main',
      target: node,
      // Every start needs these: from one file they are there several times sooner than from a hundred small ones.
      externalizeDeps: { exclude: ['zod', 'electron-store'] },
      rolldownOptions: {
        input: { index: at('main/index.ts'), 'check-database': at('main/check-database.ts') },
        // All in one folder: files find others from where they are.
        // White space only: the names in a log's stack are to be read.
        output: {
          chunkFileNames: '[name]-[hash].js',
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
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
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      target: chrome,
      // Nothing may be inlined as data: URLs for scripts; small fonts and icons stay files.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: at('renderer/index.html'), media: at('renderer/media.html') },
      },
    },
  },
});
