import { defineConfig } from 'vitest/config';

/** Tests that install or bundle the package take too long for every day: they run in `npm run verify`, and everywhere with CI=true. */
const PACKING = ['test/house/pack.test.ts', 'test/house/bundle.test.ts'];
const SLOW = ['test/verify/**/*.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', './.ci/tally-reporter.js'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: process.env.CI === 'true' ? SLOW : [...SLOW, ...PACKING],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'verify',
          include: [...SLOW, ...PACKING],
          testTimeout: 1_200_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
