import { existsSync, writeFileSync } from 'node:fs';

/** @import {Reporter, SerializedError, TestCase, TestModule} from 'vitest/node' */

const REAL_DATA = process.env.SWAYLAB_DATA ?? '../shared/data';

/**
 * Ends a run of tests with what was skipped and why, and with one line of counts: "N passed, N failed, N skipped".
 * A file that cannot be loaded and an error outside any test each count as one failed. A test that wants the real data
 * names SWAYLAB_DATA in its reason to skip; where CI=true and the data is there, such a skip is a failure.
 * @implements {Reporter}
 */
export default class TallyReporter {
  /**
   * @param {readonly TestModule[]} modules
   * @param {readonly SerializedError[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const skipped = tests.filter((test) => test.result().state === 'skipped');
    const brokenFiles = modules.filter((module) => !module.ok() && [...module.children.allTests('failed')].length === 0);
    const wronglySkipped = process.env.CI === 'true' && existsSync(REAL_DATA) ? skipped.filter(wantsRealData) : [];

    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failedTests = tests.filter((test) => test.result().state === 'failed').length;
    const failed = failedTests + brokenFiles.length + unhandledErrors.length + wronglySkipped.length;

    for (const [reason, names] of byReason(skipped)) {
      console.log(`\nSkipped: ${reason}`);
      for (const name of names) console.log(`  ${name}`);
    }
    if (wronglySkipped.length > 0) {
      console.error(`\n${wronglySkipped.length} tests skipped for want of data, which is at ${REAL_DATA}: a failure here.`);
      process.exitCode = 1;
    }
    const counts = `${passed} passed, ${failed} failed, ${skipped.length - wronglySkipped.length} skipped`;
    console.log(`\n${counts}`);
    if (process.env.SWAYLAB_TALLY) writeFileSync(process.env.SWAYLAB_TALLY, `${counts}\n`);
  }
}

/** @param {TestCase} test */
function nameOf(test) {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}

/** @param {TestCase} test */
function reasonOf(test) {
  const result = test.result();
  return result.state === 'skipped' ? result.note : undefined;
}

/** @param {TestCase} test */
function wantsRealData(test) {
  return `${reasonOf(test)} ${test.fullName}`.includes('SWAYLAB_DATA');
}

/**
 * @param {TestCase[]} tests
 * @returns {Map<string, string[]>}
 */
function byReason(tests) {
  const groups = new Map();
  for (const test of tests) {
    const reason = reasonOf(test) ?? 'as the name of the test says';
    groups.set(reason, [...(groups.get(reason) ?? []), nameOf(test)]);
  }
  return groups;
}
