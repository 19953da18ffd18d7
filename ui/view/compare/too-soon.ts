import type { App } from '../../app.ts';
import type { LabResult } from '../../lab/protocol.ts';

/** Replicates from which a verdict is told while more are on their way: intervals of fewer say next to nothing. */
const ENOUGH = 8;

/** What stands in place of a verdict as long as that would be premature; null once it is due. */
export function tooSoon(app: App, { comparison, early }: LabResult): string | null {
  const runs = early ? 0 : comparison.replicates;
  if (!early && (runs >= ENOUGH || app.results.state.status !== 'running')) return null;
  return `${runs} of the ${ENOUGH} runs of each strategy that a verdict needs are complete.`;
}
