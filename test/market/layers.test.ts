import { expect, it } from 'vitest';
import { runDigest } from '../../sim/experiment/digest.ts';
import { INTEREST } from '../../sim/network/network.ts';
import { networkFor, runOf, smallScenario } from './settings.ts';

const scenario = smallScenario({ strategies: ['hybrid'] });
const network = networkFor(scenario);
const digestWith = (layers: Uint8Array): string => runDigest(runOf(scenario, 'hybrid', { network: { ...network, layers } }));

it('the layer of a tie is a label: who meets whom is decided by strength and regard', () => {
  expect(network.layers).toContain(INTEREST);
  const digest = digestWith(network.layers);
  expect(digestWith(new Uint8Array(network.layers.length))).toBe(digest);
  expect(digestWith(network.layers.map((layer) => INTEREST - layer))).toBe(digest);
});

it('interest ties lead out of the tribe, where the others mostly stay', () => {
  const { n, offsets, targets, layers, tribes } = network;
  const ties = [0, 0];
  const inside = [0, 0];
  for (let person = 0; person < n; person++) {
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
      ties[layers[arc]]++;
      if (tribes[targets[arc]] === tribes[person]) inside[layers[arc]]++;
    }
  }
  expect(ties[INTEREST]).toBeGreaterThan(500);
  expect(inside[INTEREST] / ties[INTEREST]).toBeLessThan(0.6 * (inside[0] / ties[0]));
});
