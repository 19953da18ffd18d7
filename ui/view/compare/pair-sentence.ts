import { pairSeenFrom } from '../../../sim/chart/catalogue.ts';
import { formatInterval, formatProbability } from '../../../sim/chart/format.ts';
import { metricTitle } from '../../../sim/chart/metric-text.ts';
import type { CompareResult } from '../../../sim/experiment/result-schema.ts';

/** The verdict on two strategies at a compared week, in a sentence that names a winner only where the comparison does. */
export function pairSentence(result: CompareResult, metric: string, week: number, a: string, b: string): string {
  const pair = pairSeenFrom(result, metric, week, a, b);
  const title = metricTitle(metric).toLowerCase();
  const when = `After ${week} ${week === 1 ? 'week' : 'weeks'}`;
  if (pair === null || pair.mean === null) return `${when} ${title} is not defined under both strategies in every run.`;
  const { unit } = result.metricInfo[metric];
  const by = formatInterval(pair.mean, pair.low, pair.high, unit).replace(/ %$/, ' percentage points');
  const paired = `${result.replicates} paired ${result.replicates === 1 ? 'run' : 'runs'}`;
  const won = (pair.probability ?? 0) * result.replicates;
  // Half a run is a tie.
  const share =
    Math.abs(won - Math.round(won)) < 1e-6
      ? `ahead in ${Math.round(won)} of ${paired}`
      : `ahead in a share of ${formatProbability(pair.probability)} of ${paired}`;
  switch (pair.verdict) {
    case 'better':
    case 'worse':
      return `${when} ${a} is ${pair.verdict} than ${b} on ${title}: difference ${by}, ${share}.`;
    case 'higher':
    case 'lower':
      return `${when} ${title} is ${pair.verdict} under ${a} than under ${b}: difference ${by}.`;
    case 'tie':
      return `${when} ${a} and ${b} tie on ${title}.`;
    case 'undecided':
      return result.replicates < 2
        ? `${when} undecided: one run proves nothing.`
        : `${when} undecided: the difference of ${a} from ${b} on ${title} is ${by}, ${share}; its interval holds 0.`;
  }
}
