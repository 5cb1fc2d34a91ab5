import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{labs,checker,sandbox,site,tests,scripts}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Two cores is what the smallest machine has; more workers only fight for them.
    maxWorkers: 2,
  },
});
