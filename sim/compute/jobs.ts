/** One run to be made. */
export interface RunRequest {
  readonly strategy: number;
  readonly replicate: number;
}

/** A unit of work for one worker: strategies of one replicate, which share its generated network. */
export interface Job {
  readonly replicate: number;
  readonly strategies: readonly number[];
  /** Position in a design, for the caller to recognise; default 0. */
  readonly point?: number;
  /** What the laboratory runs at that point in place of the experiment's own; goes to the worker by structured clone. */
  readonly setting?: unknown;
  /** Whether its runs are to be shown while they are under way. */
  readonly glimpses?: boolean;
}

/**
 * Runs as jobs, one per replicate in ascending order; replicates are split into several jobs when there would be
 * fewer jobs than workers.
 */
export function planJobs(runs: Iterable<RunRequest>, workers: number): Job[] {
  const strategiesOf = new Map<number, number[]>();
  for (const { replicate, strategy } of runs) {
    const strategies = strategiesOf.get(replicate);
    if (strategies) strategies.push(strategy);
    else strategiesOf.set(replicate, [strategy]);
  }
  const parts = Math.max(1, Math.ceil(workers / Math.max(1, strategiesOf.size)));
  return [...strategiesOf]
    .sort(([a], [b]) => a - b)
    .flatMap(([replicate, strategies]) =>
      split(
        strategies.sort((a, b) => a - b),
        parts,
      ).map((part) => ({ replicate, strategies: part })),
    );
}

/** Every strategy in every replicate. */
export function allRuns(strategies: number, replicates: number): RunRequest[] {
  return Array.from({ length: strategies * replicates }, (_, i) => ({
    replicate: Math.floor(i / strategies),
    strategy: i % strategies,
  }));
}

function split(strategies: readonly number[], parts: number): number[][] {
  const count = Math.min(parts, strategies.length);
  return Array.from({ length: count }, (_, i) =>
    strategies.slice(Math.floor((i * strategies.length) / count), Math.floor(((i + 1) * strategies.length) / count)),
  );
}
