import type { AdoptionRecord } from '../../sim/experiment/fit/adoption-record.ts';
import { type Hazard, simulateAdoption } from '../../sim/experiment/fit/hazard.ts';
import { buildNetwork, type Network } from '../../sim/network/index.ts';
import { keysFromSeed, Stream } from '../../sim/random/index.ts';

export type Observed = AdoptionRecord & { readonly network: Network };

/** Communities in which everyone has a few influencers of unequal strength, and nobody has adopted. */
export function communities(many: number, people: number, ties: number, seed: string): Observed {
  const stream = new Stream(keysFromSeed(seed));
  const n = many * people;
  const sources: number[] = [];
  const targets: number[] = [];
  for (let person = 0; person < n; person++) {
    for (let tie = 0; tie < ties; tie++) {
      sources.push(Math.floor(person / people) * people + stream.integer(people));
      targets.push(person);
    }
  }
  const strengths = Float32Array.from(sources, () => 0.25 * (1 + stream.integer(4)));
  return {
    periods: 0,
    times: new Int32Array(n),
    community: Uint32Array.from({ length: n }, (_, person) => Math.floor(person / people)),
    names: Array.from({ length: many }, (_, at) => `c${at}`),
    network: buildNetwork({ n, directed: true, sources: Uint32Array.from(sources), targets: Uint32Array.from(targets), strengths }),
  };
}

/** What happens there in so many periods. */
export function observed(start: Observed, hazard: Hazard, pace: Float64Array | null, periods: number, seed: string): Observed {
  return { ...start, periods, times: simulateAdoption(start, hazard, pace, periods, keysFromSeed(seed)) };
}
