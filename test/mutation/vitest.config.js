import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Rooms whose tests are near the model and quick; what those of experiments would notice besides does not count. */
const ROOMS = 'parameter,random,network,consumer,brand,market,classic,scenario';

/** Seconds that each test file took without a fault. @type {Record<string, number>} */
const seconds = JSON.parse(readFileSync(process.env.TEST_SECONDS ?? '', 'utf8'));

/** Quick files first: most faults are noticed by the first of them. */
class QuickFirst {
  /** @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    return files.toSorted((a, b) => (seconds[a.moduleId] ?? 0) - (seconds[b.moduleId] ?? 0));
  }

  /** @param {import('vitest/node').TestSpecification[]} files */
  async shard(files) {
    return files;
  }
}

/** Says a word after every test, so that silence means that the tests hang. */
const pulse = { onTestCaseResult: () => void process.stdout.write('.') };

export default defineConfig({
  test: {
    include: [`test/{${ROOMS}}/**/*.test.ts`],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: [pulse],
    maxWorkers: 2,
    sequence: { sequencer: QuickFirst },
  },
});
