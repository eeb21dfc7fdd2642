import { defineConfig } from 'vitest/config';

// One browser, one test after the other: the machine may be small.
export default defineConfig({
  server: { host: '127.0.0.1' },
  test: {
    include: ['e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
