import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { builtEngine } from './.ci/built-engine.js';
import { findChromium } from './.ci/chromium.js';
import { screen } from './.ci/screen.js';
import { SlowFirst } from './.ci/slow-first.js';

/** Tests that install or bundle the package, or end many processes, take too long for every day: they run in `npm run verify`, and everywhere with CI=true. */
const PACKING = ['test/house/pack.test.ts', 'test/house/bundle.test.ts', 'test/cli/sweep.test.ts', 'test/queue/sweep-over-queue.test.ts'];
const SLOW = ['test/verify/**/*.test.ts'];
/** In a real browser, component by component (`screen`), or as a visitor of the built pages (`visit`). */
const SCREEN = ['test/ui/**/*.test.ts'];
const VISIT = ['test/visit/**/*.test.ts'];
const FIREFOX = ['test/firefox/**/*.test.ts'];

const chromium = findChromium();

const inBrowser = {
  ...screen.shared,
  // Imported by workers alone, where nobody looks for them beforehand: found late, they would reload the page in the middle of a test.
  optimizeDeps: {
    include: [
      '@stdlib/stats-base-dists-normal-cdf',
      '@stdlib/stats-base-dists-t-cdf',
      '@stdlib/stats-base-dists-t-quantile',
      'graphology-layout-forceatlas2/iterate.js',
      'simple-statistics',
    ],
  },
  test: {
    name: 'screen',
    include: SCREEN,
    setupFiles: 'test/ui/patience.ts',
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: chromium ?? {} }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
};

const projects = (mode: string) => [
  {
    // While one works on the source, its tests run the source: `vitest --project unit`.
    plugins: mode === 'built' ? builtEngine.plugins : [],
    test: {
      name: 'unit',
      include: ['test/**/*.test.ts'],
      exclude: [...SCREEN, ...VISIT, ...FIREFOX, ...(process.env.CI === 'true' ? SLOW : [...SLOW, ...PACKING])],
      server: { deps: mode === 'built' ? builtEngine.deps : {} },
      // No test changes what modules hold, so a worker loads each of them once.
      isolate: false,
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  },
  {
    plugins: builtEngine.plugins,
    test: {
      name: 'verify',
      include: [...SLOW, ...PACKING],
      server: { deps: builtEngine.deps },
      testTimeout: 1_200_000,
      hookTimeout: 300_000,
    },
  },
  ...(chromium === null ? [] : [inBrowser]),
  {
    plugins: builtEngine.plugins,
    test: {
      name: 'visit',
      include: VISIT,
      expect: { poll: { timeout: 30_000 } },
      testTimeout: 120_000,
      hookTimeout: 120_000,
      server: { deps: builtEngine.deps },
    },
  },
  {
    plugins: builtEngine.plugins,
    test: { name: 'firefox', include: FIREFOX, testTimeout: 300_000, hookTimeout: 120_000, server: { deps: builtEngine.deps } },
  },
];

export default defineConfig(({ mode }) =>
  process.env.VITEST === undefined
    ? screen.app
    : {
        test: {
          reporters: ['default', './.ci/tally-reporter.js'],
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { sequencer: SlowFirst },
          projects: projects(mode),
        },
      },
);
