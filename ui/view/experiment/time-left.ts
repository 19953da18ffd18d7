import type { ExperimentProgress } from './experiment-lab.ts';

/**
 * How long an experiment will still take, in words; empty while nothing can be said.
 *
 * @param elapsed milliseconds since it was started or continued
 * @param known runs that were there at that time
 */
export function timeLeft({ done, total }: Pick<ExperimentProgress, 'done' | 'total'>, elapsed: number, known: number): string {
  const rate = (done - known) / elapsed;
  if (!(rate > 0)) return '';
  const seconds = (total - done) / rate / 1000;
  if (seconds < 1) return '';
  return seconds < 90 ? `about ${Math.ceil(seconds)} s left` : `about ${Math.ceil(seconds / 60)} minutes left`;
}
