import type { TimeChart } from '../../../sim/chart/describe.ts';
import type { ClassicCourse } from '../../../sim/experiment/classic-experiment.ts';
import { capital, wordsOf } from '../../element/words.ts';
import type { ClassicResult } from './classic-lab.ts';

/** One chart for each unit: quantities that are counted alike can be compared. */
export function courseCharts({ courses, replicates }: ClassicResult): TimeChart[] {
  const units = [...new Set(courses.map(({ column }) => column.unit))];
  return units.map((unit) => {
    const own = courses.filter(({ column }) => column.unit === unit);
    return {
      kind: 'time',
      title: own.length === 1 ? wordsOf(own[0].column.name) : capital(listOf(own)),
      measure: own.length === 1 ? capital(own[0].column.meaning) : unit === 'share' ? 'Share of people' : '',
      unit,
      weeks: own[0].steps.length - 1,
      clock: 'steps',
      runs: replicates,
      bands: own.length <= 4,
      lines: own.map(({ column, steps }, look) => ({
        name: wordsOf(column.name),
        look,
        points: steps.map((summary, step) => ({ week: step, ...summary })),
      })),
    };
  });
}

function listOf(courses: readonly ClassicCourse[]): string {
  const names = courses.map(({ column }) => wordsOf(column.name).toLowerCase());
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
