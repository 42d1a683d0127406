import { defineConfig } from '@playwright/test';

/**
 * What takes long beside what it guards: every screen in both sizes and themes, accessibility, each corner of a feature.
 * Who runs `npm test` by hand gets the rest in a quarter of an hour; CI and `npm run test:all` run these too, and so does
 * who asks for tests by name (scripts/test.mjs). A single long test in another file has the tag `@long`.
 */
const long = [
  ...['accessibility', 'looks', 'french', 'first-run'],
  ...[
    'images',
    'image-recipes',
    'prompts',
    'opened-templates',
    'sessions',
    'takes',
    'commands',
    'find',
    'modes',
  ],
  ...['selection', 'library', 'models', 'services', 'recipes', 'updates', 'packaged', 'bench'],
  ...['resilience-disk', 'resilience-processes'],
];
const isWhole = process.env['CI'] !== undefined || process.env['ZOETROPE_ALL_TESTS'] !== undefined;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  ...(isWhole ? {} : { testIgnore: long.map((name) => `**/${name}.spec.ts`), grepInvert: /@long/ }),
  // Each test has its own app, data folder, display and emulator; two at once fit on two cores.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
});
