import { expect, it } from 'vitest';
import { networkOf, Workplace } from '../../sim/experiment/replicate.ts';
import { parseScenario } from '../../sim/scenario/index.ts';

const scenarioOf = (network: Record<string, unknown>) =>
  parseScenario({ name: 'place', network: { kind: 'tribal', people: 120, ...network } });

it('keeps the networks of the last few replicates, each the one that is drawn anew', () => {
  const place = new Workplace();
  const scenario = scenarioOf({});
  const first = [0, 1, 2, 3].map((replicate) => place.network(scenario, replicate));
  // A scenario that differs elsewhere has the same networks.
  const again = [0, 1, 2, 3].map((replicate) => place.network({ ...scenario, horizon: 5 }, replicate));
  again.forEach((network, replicate) => {
    expect(network).toBe(first[replicate]);
    expect(network).toEqual(networkOf(scenario, replicate));
  });
  place.network(scenario, 4);
  expect(place.network(scenario, 3)).toBe(first[3]);
  expect(place.network(scenario, 0)).not.toBe(first[0]);
});

it('draws another network for another setting, seed or replicate', () => {
  const place = new Workplace();
  const scenario = scenarioOf({});
  const network = place.network(scenario, 0);
  for (const [other, replicate] of [
    [scenarioOf({ meanDegree: 12 }), 0],
    [{ ...scenario, seed: 'another' }, 0],
    [scenario, 1],
  ] as const) {
    expect(place.network(other, replicate)).toEqual(networkOf(other, replicate));
    expect(place.network(other, replicate)).not.toEqual(network);
  }
});

it('keeps no large network besides the last', () => {
  const place = new Workplace();
  const scenario = parseScenario({ name: 'large', network: { kind: 'barabasi-albert', people: 80_000 } });
  const before = place.network(scenario, 0);
  expect(place.network(scenario, 0) === before).toBe(true);
  place.network({ ...scenario, seed: 'another' }, 0);
  expect(place.network(scenario, 0) === before).toBe(false);
});
