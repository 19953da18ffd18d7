/** One look at the results so far. */
export interface Look {
  /** Replicates at this look. */
  readonly replicates: number;
  /** Error rate that this look may spend on each metric. */
  readonly alpha: number;
}

/** Replicates at the first look: enough for Student's t on differences that are skewed. */
const FIRST = 20;
/** Each look has so many times the replicates of the one before. */
const GROWTH = 1.5;

/**
 * When to look, and what error each look may spend: look k has alpha / (k (k + 1)), which adds up to alpha over any number of looks. Verdicts at
 * these levels are valid whenever one stops, for whatever reason (alpha spending, Lan & DeMets 1983, doi:10.1093/biomet/70.3.659; here by
 * the union bound, which needs nothing about how the looks depend on each other).
 *
 * @param alpha error rate over all looks
 * @param atMost replicates at the last look
 */
export function planLooks(alpha: number, atMost: number): Look[] {
  const looks: Look[] = [];
  for (let replicates = FIRST; ; replicates = Math.ceil(replicates * GROWTH)) {
    const k = looks.length + 1;
    looks.push({ replicates: Math.min(replicates, atMost), alpha: alpha / (k * (k + 1)) });
    if (replicates >= atMost) return looks;
  }
}
