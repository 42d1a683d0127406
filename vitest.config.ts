import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['{main,preload,renderer,emulator,scripts}/**/*.test.{ts,tsx,mjs}'],
    // No retries: a test that fails now and then is a bug.
    retry: 0,
    testTimeout: 20_000,
    // Electron is not there in unit tests; what imports it is tested in the real window.
    environment: 'node',
  },
});
