/** Edit distance between two words (Levenshtein 1966), insertions, deletions and substitutions at cost 1. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    previous = current;
  }
  return previous[b.length];
}

/** The allowed word a person most likely meant, or null when none is near. */
export function didYouMean(found: string, allowed: readonly string[]): string | null {
  // Words are cut: a stranger's mile-long key must not cost minutes.
  const word = found.slice(0, 64).toLowerCase();
  let best: string | null = null;
  let distance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of allowed) {
    const d = editDistance(word, candidate.slice(0, 64).toLowerCase());
    if (d < distance) {
      distance = d;
      best = candidate;
    }
  }
  return best;
}
