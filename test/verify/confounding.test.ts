import { mean } from 'simple-statistics';
import { test } from 'vitest';
import { TRIED } from '../../sim/consumer/state.ts';
import { networkOf } from '../../sim/experiment/replicate.ts';
import { failTogether, forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { advance, openLaboratory, scenarioOf, strategyNamed } from './market-laboratory.ts';

printFindings();

const PEOPLE = 2000;
const FIRST = 0.03;
const WEEKS = 52;

/** Everything by which one person may move another. */
const INFLUENCE = ['talk', 'negativeTalk', 'sharing', 'advocacy', 'conformity', 'support', 'reinforcement', 'reviews', 'uses', 'followers'];

/** Closed circles with tastes of their own, a product for some tastes, people who choose by their taste, and ties that stay. */
function circles(influence: boolean, users: number) {
  const off = influence ? ['ties'] : ['ties', ...INFLUENCE];
  const departures = {
    network: { kind: 'tribal', people: PEOPLE, mixing: 0.1 },
    consumers: { homophily: { values: 3, drives: 0.3 }, reflexChoice: { temperature: 0.06 }, reflection: { temperature: 0.04 } },
    mechanisms: Object.fromEntries(off.map((key) => [key, false])),
    brands: [{ users, delivery: [0.9, 0.1, 0.1, 0.1], claimedDelivery: [0.9, 0.1, 0.1, 0.1] }],
    horizon: 208,
  };
  return scenarioOf(departures, PEOPLE);
}

/**
 * Adoption within a year of those who had a friend among the first adopters, over that of those who had none. The first adopters are those
 * who came first by themselves (`naive`), or people drawn by lot who were given the product.
 */
function ratio(kind: 'naive' | 'by lot', influence: boolean, replicate: number): number {
  const scenario = circles(influence, kind === 'naive' ? 0 : FIRST);
  const laboratory = openLaboratory({ scenario, replicate, strategy: strategyNamed('push') });
  const tried = () => Uint8Array.from({ length: PEOPLE }, (_, i) => laboratory.world.people.flags[i] & TRIED);
  let first = tried();
  while (mean(Array.from(first)) < FIRST && laboratory.world.week < 156) {
    advance(laboratory, 1);
    first = tried();
  }
  advance(laboratory, WEEKS);
  const later = tried();
  const { offsets, targets } = networkOf(scenario, replicate);
  const [people, bought] = [new Float64Array(2), new Float64Array(2)];
  for (let i = 0; i < PEOPLE; i++) {
    if (first[i] > 0) continue;
    const exposed = Number(targets.subarray(offsets[i], offsets[i + 1]).some((friend) => first[friend] > 0));
    people[exposed]++;
    bought[exposed] += later[i];
  }
  return bought[1] / people[1] / (bought[0] / people[0]);
}

test('I3: who adopts beside whom shows influence only where the first adopters were drawn by lot', () => {
  const ratios = (kind: 'naive' | 'by lot', influence: boolean) => forSeeds(SEEDS, (replicate) => ratio(kind, influence, replicate));
  failTogether(
    () => find('I3 naive', ratios('naive', false)),
    () => find('I3 by lot', ratios('by lot', false)),
    () => find('I3 influence', ratios('by lot', true)),
  );
});
