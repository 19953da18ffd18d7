import type { Network } from '../../../sim/network/index.ts';

/** Strength of the arc from i to j, 0 without one. */
export function strengthMatrix({ n, offsets, targets, strengths }: Network): number[][] {
  const matrix = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) matrix[i][targets[arc]] = strengths[arc];
  return matrix;
}

/**
 * Exact expectations of a synchronous model in which people move independently given all states: the Markov chain over all states^n
 * configurations, by brute force.
 *
 * @param states number of states of a person
 * @param move distribution over the next state of a person in a configuration
 * @param count what is counted in a configuration
 * @returns the expected count after 0, 1, … steps
 */
export function exactChain(
  n: number,
  states: number,
  start: readonly number[],
  steps: number,
  move: (person: number, configuration: readonly number[]) => readonly number[],
  count: (configuration: readonly number[]) => number,
): number[] {
  const size = states ** n;
  const decode = (code: number): number[] => Array.from({ length: n }, (_, person) => Math.floor(code / states ** person) % states);
  const configurations = Array.from({ length: size }, (_, code) => decode(code));
  const next = configurations.map((configuration) => configuration.map((_, person) => move(person, configuration)));
  let now = new Array<number>(size).fill(0);
  now[start.reduce((code, state, person) => code + state * states ** person, 0)] = 1;
  const expected = (probabilities: number[]): number =>
    probabilities.reduce((sum, probability, code) => sum + probability * count(configurations[code]), 0);
  const result = [expected(now)];
  for (let step = 0; step < steps; step++) {
    const after = new Array<number>(size).fill(0);
    now.forEach((probability, from) => {
      if (probability === 0) return;
      configurations.forEach((configuration, to) => {
        let chance = probability;
        for (let person = 0; person < n && chance > 0; person++) chance *= next[from][person][configuration[person]];
        after[to] += chance;
      });
    });
    now = after;
    result.push(expected(now));
  }
  return result;
}
