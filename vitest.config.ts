import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    // No retries: a test that fails now and then is a bug.
    retry: 0,
    testTimeout: 20_000,
    // Electron is not there in unit tests; what imports it is tested in the real window.
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'main',
          include: ['{main,preload,emulator}/**/*.test.ts'],
          // What they test keeps nothing in modules (services are factories): sharing them halves the work.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'window', include: ['{renderer,scripts}/**/*.test.{ts,tsx,mjs}'] },
      },
    ],
  },
});
