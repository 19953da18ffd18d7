/** Runs every check before it fails, so that the table of findings is complete; throws the first failure. */
export function failTogether(...checks: readonly (() => unknown)[]): void {
  const failures = checks.flatMap((check) => {
    try {
      check();
      return [];
    } catch (error) {
      return [error];
    }
  });
  if (failures.length > 0) throw failures[0];
}

export function forSeeds<T>(seeds: number, run: (seed: number) => T): T[] {
  return Array.from({ length: seeds }, (_, seed) => run(seed));
}
