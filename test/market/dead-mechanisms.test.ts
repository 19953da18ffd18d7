import { describe, expect, test } from 'vitest';
import type { Strategy } from '../../sim/brand/index.ts';
import { tInterval } from '../../sim/experiment/intervals.ts';
import { series } from '../../sim/market/recording.ts';
import { generateNetwork } from '../../sim/network/generators.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { netMargin, runOf, smallScenario, worldOf } from './settings.ts';

const SEEDS = 12;

/** Net margin a head of a strategy in a world, by replicate; networks differ by replicate and are equal between worlds. */
function margins(given: Record<string, unknown>, strategy: string | Strategy, measure = netMarginOf): number[] {
  const scenario = smallScenario({ horizon: 104, ...given }, 250);
  return Array.from({ length: SEEDS }, (_, replicate) => {
    const network = generateNetwork({ kind: 'tribal', people: 250 }, keysFromSeed(`net ${replicate}`));
    return measure(runOf(scenario, strategy, { network, replicate }));
  });
}

const netMarginOf = (recording: ReturnType<typeof runOf>) =>
  netMargin(recording, { grossMargin: series(recording, 'grossMargin'), spend: series(recording, 'spend') });

const differences = (a: readonly number[], b: readonly number[]) => tInterval(a.map((x, at) => x - b[at])) as { low: number; high: number };

/** Switches off mechanisms by key. */
const off = (...keys: string[]) => ({ mechanisms: Object.fromEntries(keys.map((key) => [key, false])) });

describe('a strategy loses its edge when the mechanism it lives on is dead', () => {
  test('learn-and-relate without learning, trust and sharing cannot beat nothing on what its help alone would earn', () => {
    // Negative control: no learning, trust or sharing, no money for what works otherwise, and help neither pleases nor makes known.
    const helpOnly: Strategy = {
      name: 'help only',
      plan: [
        { week: 0, shares: { ask: 0.5, listen: 0.2 } },
        { week: 8, shares: { ask: 0.05, listen: 0.1, content: 0.25, conversation: 0.2 } },
      ],
      claims: ['acquire'],
    };
    const dead = {
      ...off('belief', 'trust', 'sharing'),
      tactics: { content: { valence: 0 } },
      consumers: { familiarity: { content: 0 }, asking: { familiarity: 0, intent: 0 }, intent: { gain: 0 } },
      brands: [{ familiarity: 0.25 }],
    };
    const nothing = margins(dead, 'nothing');
    expect(differences(margins(dead, helpOnly), nothing).low).toBeLessThanOrEqual(0);
  });

  test('advertising that neither persuades nor makes known sells nothing', () => {
    const dead = { ...off('advertising'), consumers: { familiarity: { advertising: 0 } } };
    const purchases = margins(dead, 'push', (recording) => series(recording, 'purchases').reduce((sum, each) => sum + each, 0));
    expect(purchases.every((each) => each === 0)).toBe(true);
    const alive = margins({}, 'push', (recording) => series(recording, 'purchases').reduce((sum, each) => sum + each, 0));
    expect(Math.min(...alive)).toBeGreaterThan(0);
  });

  test('without influence nobody hears, nobody shifts, and word of mouth earns nothing', () => {
    const dead = off('talk', 'negativeTalk', 'sharing', 'advocacy', 'irritation', 'conformity', 'support', 'reinforcement', 'reviews');
    const heard = margins(dead, 'hybrid', (recording) =>
      (['positiveHeard', 'negativeHeard', 'knowledgeHeard', 'reviewsRead'] as const).reduce(
        (sum, name) => sum + series(recording, name).reduce((total, each) => total + each, 0),
        0,
      ),
    );
    expect(heard.every((each) => each === 0)).toBe(true);
    expect(differences(margins({}, 'hybrid'), margins(dead, 'hybrid')).low).toBeGreaterThan(0);
  });

  test('without listening, research teaches nothing and content is no more useful than blind', () => {
    const error = (recording: ReturnType<typeof runOf>) => series(recording, 'knowledgeError')[103];
    expect(margins(off('research'), 'learn-and-relate', error).every((each) => Math.abs(each - 1) < 1e-9)).toBe(true);
    const alive = tInterval(margins({}, 'learn-and-relate', error)) as { high: number };
    expect(alive.high).toBeLessThan(0.9);
  });

  test('without irritation push loses what it costs in attention and talk', () => {
    expect(differences(margins(off('irritation'), 'push'), margins({}, 'push')).high).toBeGreaterThan(0);
    const irritation = margins(off('irritation'), 'push', (recording) => series(recording, 'irritation')[103]);
    expect(irritation.every((each) => each === 0)).toBe(true);
  });

  test('without habit and reflex people switch sooner', () => {
    const tried = (recording: ReturnType<typeof runOf>) => series(recording, 'adopters')[51];
    expect(differences(margins(off('habit', 'dualProcess'), 'push', tried), margins({}, 'push', tried)).low).toBeGreaterThan(0);
  });

  test('without homophily tribes are alike', () => {
    // Variance between tribe means of the weight of the first drive, over what sampling so few people would give by itself.
    const between = (given: Record<string, unknown>) => {
      const world = worldOf(smallScenario(given, 2000), 'push');
      const means = Array.from({ length: world.people.tribeCount }, (_, tribe) => world.needs[tribe * 14]);
      const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
      const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (means.length - 1);
      const sampling = means.reduce((sum, _, tribe) => sum + world.needSpread[0] ** 2 / world.tribeSizes[tribe], 0) / means.length;
      return variance / sampling;
    };
    expect(between(off('homophily'))).toBeLessThan(3);
    expect(between({})).toBeGreaterThan(5);
  });

  test('each switch changes a run in which its mechanism is at work', () => {
    const scenario = (mechanisms: Record<string, boolean>) =>
      smallScenario(
        {
          mechanisms,
          horizon: 40,
          market: { need: 0.2 },
          consumers: { uses: { rate: 0.05 }, search: { find: 1, curious: 0.5 } },
          tactics: { content: { cost: 200 } },
          brands: [
            { users: 0.2, familiarity: 0.3 },
            { users: 0.2, familiarity: 0.3, strategy: 'promotion' },
          ],
        },
        250,
      );
    const everything: Strategy = {
      name: 'everything',
      plan: [
        {
          week: 0,
          shares: {
            broadcast: 0.2,
            targeted: 0.1,
            promotion: 0.1,
            ask: 0.1,
            listen: 0.1,
            content: 0.1,
            conversation: 0.1,
            cocreation: 0.1,
            community: 0.05,
            service: 0.05,
          },
        },
      ],
      claims: ['acquire'],
    };
    const alive = runOf(scenario({}), everything);
    const keys = Object.keys(scenario({}).mechanisms);
    const inert = keys.filter((key) => {
      const dead = runOf(scenario({ [key]: false }), everything);
      return dead.values.every((value, at) => Object.is(value, alive.values[at]));
    });
    expect(inert).toEqual([]);
  });
});
