import type { PolicyFactory, Strategy } from '../../sim/brand/index.ts';
import { scenarioInBox } from '../../sim/experiment/design/box.ts';
import { latinHypercube } from '../../sim/experiment/design/latin-hypercube.ts';
import { runDigest, valuesDigest } from '../../sim/experiment/digest.ts';
import type { Onlooker } from '../../sim/market/onlooker.ts';
import { runMarket } from '../../sim/market/run.ts';
import { buildNetwork } from '../../sim/network/csr.ts';
import type { Network } from '../../sim/network/network.ts';
import { keysFromSeed, Stream } from '../../sim/random/index.ts';
import { parseScenario, plausibleBox, type Scenario } from '../../sim/scenario/index.ts';
import { networkFor } from './settings.ts';

interface StoredRun {
  readonly name: string;
  readonly scenario: Scenario;
  readonly strategy: Strategy;
  readonly network?: Network;
  readonly policy?: PolicyFactory;
  readonly tiesChange?: boolean;
}

/** Money for everything at once, in a market small enough for it to be felt. */
export const EVERYTHING: Strategy = {
  name: 'everything',
  plan: [
    { week: 0, shares: { broadcast: 0.2, targeted: 0.1, influencer: 0.1, promotion: 0.1, ask: 0.1, listen: 0.05, monitor: 0.05 } },
    {
      week: 6,
      linear: true,
      shares: { broadcast: 0.1, promotion: 0.1, ask: 0.1, listen: 0.1, content: 0.2, conversation: 0.1, cocreation: 0.1, service: 0.1 },
    },
    { week: 20, shares: { content: 0.2, conversation: 0.2, community: 0.3, cocreation: 0.1, ask: 0.1, monitor: 0.05 } },
  ],
  claims: ['acquire', 'defend'],
  budget: [
    { week: 0, level: 2, linear: true },
    { week: 15, level: 0.5 },
    { week: 25, level: 1 },
  ],
  feedback: true,
};

/** Two brands whose products are bought, disappoint, please, are talked about, reviewed and left. */
export const LIVELY = {
  market: { need: 0.15 },
  consumers: { uses: { rate: 0.02 }, search: { find: 0.6, curious: 0.1 }, irritation: { talk: 0.05, talkThreshold: 0.3 } },
  brands: [
    { users: 0.25, familiarity: 0.3, delivery: [0.7, 0.6, 0.6, 0.6] },
    {
      users: 0.25,
      familiarity: 0.4,
      price: 45,
      delivery: [0.2, 0.3, 0.3, 0.2],
      claimedDelivery: [0.9, 0.9, 0.9, 0.9],
      strategy: 'promotion',
    },
  ],
};

/** The first week with money for answers, then whatever the books call for: raises what sells, answers when it hears complaints. */
const closedLoop: PolicyFactory = () => {
  let best = 0;
  return {
    decide: (view) => {
      best = Math.max(best, view.purchases);
      const heard = view.complaintShare ?? 0;
      const pleased = view.surveyedSatisfaction ?? 0;
      return {
        shares: {
          listen: 0.2,
          ask: view.week % 5 === 0 ? 0.2 : 0,
          monitor: view.mentions === null ? 0.1 : 0,
          conversation: 0.3 * heard,
          broadcast: view.purchases < best || pleased < 0 ? 0.2 : 0.05,
          content: view.contentStock < 2 ? 0.2 : 0,
        },
        claims: view.estimatedDrives[1] > 0.2 ? ['bond', 'acquire'] : null,
      };
    },
  };
};

const KINDS: readonly Record<string, unknown>[] = [
  { kind: 'watts-strogatz', people: 80 },
  { kind: 'barabasi-albert', people: 80 },
  { kind: 'stochastic-block', people: 80, blocks: 4 },
  { kind: 'erdos-renyi', people: 80, meanDegree: 1.5 },
  { kind: 'caveman', caves: 12, caveSize: 6 },
  { kind: 'complete', people: 24 },
  { kind: 'karate-club' },
];

const PERFECT = {
  consumers: { synergy: { rho: 1 } },
  tactics: { cocreation: { obsolescence: 0 } },
  brands: [{ users: 0.4, delivery: [1, 1, 0.9, 0], values: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3] }],
};

/** Branches that plausible values do not reach. */
const CORNERS: readonly (readonly [name: string, given: Record<string, unknown>])[] = [
  ['a crowded community', { tactics: { community: { cost: 0.01 } }, consumers: { bond: { crowdLimit: 1, crowdCost: 0.3 } } }],
  ['drives that add up, a perfect product', PERFECT],
  ['drives that multiply', { consumers: { synergy: { rho: 0 } } }],
  ['drives that are all needed', { consumers: { synergy: { rho: -1 } }, brands: [{ users: 0.4, delivery: [0.9, 0, 0.5, 0.5] }] }],
  ['everybody in need, nothing desirable to say', { market: { need: 1, desirableDrives: [0, 0, 0, 0] } }],
  ['alternatives from useless to perfect', { market: { outsideSd: 1 }, consumers: { conformity: { stubborn: 0 } } }],
  ['people who share no tastes in talk', { consumers: { conformity: { stubborn: 1 }, talk: { base: 1, social: 5, listeners: 20 } } }],
  ['knowledge that hardly fades', { consumers: { sharing: { base: 0.9, fade: 0.9 }, talk: { listeners: 6 } } }],
  ['people who forget at once', { consumers: { irritation: { keep: 0.01 }, intent: { keep: 0.01 }, exposure: { keep: 0.01 } } }],
  ['ties that do not last', { ties: { bridgeSurvival: 0.3, embeddedSurvival: 0.5, closure: 1, outsiders: 1 } }],
  ['embedded ties that are lost sooner', { ties: { bridgeSurvival: 0.99, embeddedSurvival: 0.9 } }],
  ['jobs that are only social', { market: { job: [0.001, 0.001, 1000] }, consumers: { traits: { jobConcentration: 10000 } } }],
];

/** Plans that no preset has: late, without answers, and without money. */
const PLANS: readonly Strategy[] = [
  { name: 'late', plan: [{ week: 5, shares: { content: 0.5, listen: 0.2, targeted: 0.3 } }], claims: ['bond'], feedback: true },
  { name: 'penniless', plan: [{ week: 0, shares: { broadcast: 1 } }], claims: ['acquire'], budget: [{ week: 0, level: 0 }] },
  {
    name: 'pulsed',
    plan: [{ week: 0, shares: { influencer: 0.5, community: 0.5 } }],
    claims: ['comprehend'],
    budget: [
      { week: 3, level: 1 },
      { week: 9, level: 0 },
      { week: 12, level: 4, linear: true },
    ],
  },
];

function scenarioOf(given: Record<string, unknown>, people = 90): Scenario {
  return parseScenario({ name: 'stored', network: { kind: 'tribal', people }, horizon: 40, ...given });
}

/** Arcs of one way, arcs of both ways with two strengths, and people without any. */
function directedNetwork(tribeCount: number): Network {
  const stream = new Stream(keysFromSeed('directed'));
  const arcs = Array.from({ length: 260 }, () => [stream.integer(70), stream.integer(70), 0.1 + 0.9 * stream.uniform()]);
  for (const [from, to, strength] of arcs.slice(0, 60)) arcs.push([to, from, 1.1 - strength]);
  return buildNetwork({
    n: 72,
    directed: true,
    sources: Uint32Array.from(arcs, ([from]) => from),
    targets: Uint32Array.from(arcs, ([, to]) => to),
    strengths: Float32Array.from(arcs, ([, , strength]) => strength),
    tribes: Uint32Array.from({ length: 72 }, (_, person) => (person * 7) % tribeCount),
    tribeCount,
  });
}

/** The runs whose digests are stored: together they reach nearly every branch of the market. */
export function storedRuns(): StoredRun[] {
  const lively = scenarioOf(LIVELY);
  const runs: StoredRun[] = [{ name: 'everything', scenario: lively, strategy: EVERYTHING }];
  for (const strategy of scenarioOf({}).strategies) {
    runs.push({ name: `preset ${strategy.name}`, scenario: scenarioOf({ ...LIVELY, horizon: 30 }), strategy });
  }
  for (const key of Object.keys(lively.mechanisms)) {
    const scenario = scenarioOf({ ...LIVELY, mechanisms: { [key]: false }, horizon: 25 });
    runs.push({ name: `without ${key}`, scenario, strategy: EVERYTHING });
  }
  for (const network of KINDS) {
    const scenario = scenarioOf({ ...LIVELY, network, horizon: 25 });
    runs.push({ name: `on ${String(network.kind)}`, scenario, strategy: EVERYTHING });
  }
  for (const [name, given] of CORNERS) {
    runs.push({ name, scenario: scenarioOf({ ...LIVELY, horizon: 25, ...given }, 70), strategy: EVERYTHING });
  }
  for (const strategy of PLANS)
    runs.push({ name: `plan ${strategy.name}`, scenario: scenarioOf({ ...LIVELY, horizon: 25 }, 70), strategy });
  runs.push({ name: 'on a directed network', scenario: lively, strategy: EVERYTHING, network: directedNetwork(5), tiesChange: false });
  const tribes = scenarioOf({ ...LIVELY, horizon: 12 });
  runs.push({ name: 'more tribes than a table holds', scenario: tribes, strategy: EVERYTHING, network: directedNetwork(300) });
  runs.push({ name: 'a policy that sees', scenario: lively, strategy: EVERYTHING, policy: closedLoop });
  const box = plausibleBox();
  const rivals = ['push', 'learn-and-relate', 'promotion', 'hybrid', 'influencer'];
  for (const [at, point] of latinHypercube(20, box.length, keysFromSeed('stored')).entries()) {
    const brands = Array.from({ length: 1 + (at % 3) }, (_, b) => (b === 0 ? {} : { strategy: rivals[(at + b) % rivals.length] }));
    const { network, ...spread } = scenarioInBox(scenarioOf({ brands }), box, point) as unknown as Scenario;
    const scenario = parseScenario({ ...spread, network: { kind: 'tribal', people: 70 + 4 * at }, horizon: 30 + at });
    const strategy = at % 2 === 0 ? EVERYTHING : scenario.strategies[at % scenario.strategies.length];
    runs.push({ name: `point ${at} of the plausible box`, scenario, strategy });
  }
  return runs;
}

/** Everything that a run leaves, as digests: its weekly columns; what else it records; and what it told somebody who looked on. */
export function digestsOf({ name, scenario, strategy, network, policy, tiesChange = true }: StoredRun): string {
  const told: number[] = [];
  const onlooker: Onlooker = {
    look: ({ people }) => void told.push(...people.affect, ...people.present),
    heard: (...message) => void told.push(...message),
    tied: (...pair) => void told.push(...pair),
    parted: (...pair) => void told.push(-1, ...pair),
  };
  const { tribes, flows, reasons, ...recording } = runMarket({
    settings: scenario,
    network: network ?? networkFor(scenario, 'stored'),
    strategy,
    policy,
    seed: 'stored',
    replicate: 0,
    tiesChange,
    tribes: true,
    journey: true,
    ledger: true,
    onlooker,
  });
  const rest = [tribes?.adopters, tribes?.affect, flows, reasons].flatMap((part) => Array.from(part ?? []));
  const digests = [runDigest(recording), valuesDigest(Float64Array.from(rest)), valuesDigest(Float64Array.from(told))];
  return `${name}: ${digests.map((digest) => digest.slice(0, 16)).join(' ')}`;
}
