import { describe, expect, it } from 'vitest';
import type { Network } from '../../sim/network/network.ts';
import { validateNetwork } from '../../sim/network/validate-network.ts';
import { InputError } from '../../sim/parameter/index.ts';
import { networkOf } from './small-networks.ts';

const triangle = networkOf(3, [
  [0, 1],
  [1, 2],
  [0, 2],
]);
const arc = networkOf(2, [[0, 1]], true);

const broken: [name: string, path: string, network: Network][] = [
  ['a fraction of people', 'n', { ...triangle, n: 2.5 }],
  ['short offsets', 'offsets', { ...triangle, offsets: triangle.offsets.slice(1) }],
  ['short strengths', 'strengths', { ...triangle, strengths: new Float32Array(5).fill(1) }],
  ['short layers', 'layers', { ...triangle, layers: new Uint8Array(5) }],
  ['short tribes', 'tribes', { ...triangle, tribes: new Uint32Array(2) }],
  ['negative tribe count', 'tribeCount', { ...triangle, tribeCount: -1 }],
  ['a first offset that is not 0', 'offsets.0', { ...triangle, offsets: Uint32Array.of(1, 2, 4, 6) }],
  ['a last offset that is not the number of arcs', 'offsets.3', { ...triangle, offsets: Uint32Array.of(0, 2, 4, 5) }],
  ['descending offsets', 'offsets.2', { ...triangle, offsets: Uint32Array.of(0, 4, 2, 6) }],
  ['offsets beyond the arcs', 'offsets.2', { ...arc, n: 3, offsets: Uint32Array.of(0, 9, 1, 1), tribes: new Uint32Array(3) }],
  ['a target that is nobody', 'targets.0', { ...arc, targets: Uint32Array.of(2) }],
  ['a self-loop', 'targets.0', { ...arc, targets: Uint32Array.of(0) }],
  ['a row out of order', 'targets.1', { ...triangle, targets: Uint32Array.of(2, 1, 0, 2, 0, 1) }],
  ['a duplicate', 'targets.1', { ...triangle, targets: Uint32Array.of(1, 1, 0, 2, 0, 1) }],
  ['strength 0', 'strengths.0', { ...arc, strengths: Float32Array.of(0) }],
  ['strength above 1', 'strengths.0', { ...arc, strengths: Float32Array.of(1.5) }],
  ['strength NaN', 'strengths.0', { ...arc, strengths: Float32Array.of(NaN) }],
  ['an unknown layer', 'layers.0', { ...arc, layers: Uint8Array.of(2) }],
  [
    'a tie in one direction only',
    'targets.0',
    {
      ...triangle,
      offsets: Uint32Array.of(0, 1, 1, 2),
      targets: Uint32Array.of(1, 1),
      strengths: Float32Array.of(1, 1),
      layers: new Uint8Array(2),
    },
  ],
  ['strengths that differ by direction', 'strengths.0', { ...triangle, strengths: Float32Array.of(0.5, 1, 1, 1, 1, 1) }],
  ['layers that differ by direction', 'layers.0', { ...triangle, layers: Uint8Array.of(1, 0, 0, 0, 0, 0) }],
  ['a tribe beyond the count', 'tribes.1', { ...triangle, tribes: Uint32Array.of(0, 1, 0) }],
];

describe('validateNetwork', () => {
  it('accepts valid networks', () => {
    expect(() => validateNetwork(triangle)).not.toThrow();
    expect(() => validateNetwork(arc)).not.toThrow();
  });

  it.each(broken)('refuses %s at %s', (_name, path, network) => {
    expect(() => validateNetwork(network)).toThrow(InputError);
    expect(() => validateNetwork(network)).toThrow(expect.objectContaining({ path: `network.${path}` }));
  });

  it('refuses too many people before it looks at any', () => {
    expect(() => validateNetwork({ ...triangle, n: 1e9 })).toThrow(
      'The network is too large: 1000000000 people, at most 2000000 are allowed.',
    );
  });
});
