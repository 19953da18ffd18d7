import { BaseSequencer } from 'vitest/node';

/**
 * Visits of the built pages take longest; begun last, they would leave all but one worker idle. Everything else keeps the order of Vitest:
 * failures first, then what took longest the last time.
 */
export class SlowFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    const sorted = await super.sort(files);
    const visits = sorted.filter((file) => file.project.name === 'visit');
    return [...visits, ...sorted.filter((file) => file.project.name !== 'visit')];
  }
}
