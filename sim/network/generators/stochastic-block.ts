import { count, InputError, real, type Values } from '../../parameter/index.ts';
import { geometricSkip, type Keys, lnComplement, Stream } from '../../random/index.ts';
import { checkNetworkLimits, NETWORK_LIMITS } from '../limits.ts';
import type { Network } from '../network.ts';
import { contiguousTribes, expectedTies, meanDegree, people, strength } from './shared-parameters.ts';
import { TieList } from './tie-list.ts';

export const parameters = {
  people,
  meanDegree,
  blocks: count(10, [2, 10], 'blocks', 'Number of blocks of equal size; each is a tribe.', 'Assumption', [1, 1000]),
  mixing: real(
    0.3,
    [0.1, 0.5],
    'share of ties',
    'Expected share of ties that join different blocks.',
    'Evidence 2.22 (LFR benchmark .1-.5)',
    [0, 1],
  ),
  strength,
};

/** Stochastic block model with equal blocks (Holland, Laskey and Leinhardt 1983, 10.1016/0378-8733(83)90021-7). */
export function stochasticBlock(values: Values<typeof parameters>, keys: Keys): Network {
  const { people: n, blocks, mixing } = values;
  const expected = expectedTies(n, values.meanDegree);
  const sizes = new Uint32Array(blocks);
  for (const block of contiguousTribes(n, blocks)) sizes[block]++;
  let inside = 0;
  for (const size of sizes) inside += (size * (size - 1)) / 2;
  const outside = (n * (n - 1)) / 2 - inside;
  const within = expected * (1 - mixing);
  const across = expected * mixing;
  if (within > inside || across > outside) {
    const [found, most] = within > inside ? [within, inside] : [across, outside];
    const place = within > inside ? 'inside blocks' : 'between blocks';
    throw new InputError(`${Math.round(found)} ties ${place} are expected, but there are only ${most} pairs of people ${place}.`, {
      path: 'network.mixing',
      found: `${Math.round(found)} ties ${place}`,
      allowed: `at most ${most}`,
    });
  }
  const densities: number[][] = [];
  for (let a = 0; a < blocks; a++) {
    densities.push([]);
    for (let b = 0; b < blocks; b++) densities[a].push(a === b ? within / Math.max(inside, 1) : across / Math.max(outside, 1));
  }
  return blockModel(sizes, densities, values.strength, keys);
}

/**
 * The general model: blocks of the given sizes, people of blocks a and b tied with probability `densities[a][b]` (symmetric),
 * independently. Blocks are tribes, people stand block by block.
 */
export function blockModel(sizes: ArrayLike<number>, densities: readonly (readonly number[])[], tieStrength: number, keys: Keys): Network {
  const starts = [0];
  for (let b = 0; b < sizes.length; b++) starts.push(starts[b] + sizes[b]);
  const n = starts[sizes.length];
  let expected = 0;
  for (let a = 0; a < sizes.length; a++) {
    for (let b = 0; b <= a; b++) expected += densities[a][b] * (a === b ? (sizes[a] * (sizes[a] - 1)) / 2 : sizes[a] * sizes[b]);
  }
  checkNetworkLimits({ nodes: n, ties: Math.floor(expected), tribes: Math.min(sizes.length, NETWORK_LIMITS.tribes + 1) });
  const stream = new Stream(keys);
  const ties = new TieList(expected + 5 * Math.sqrt(expected));
  const tribes = new Uint32Array(n);
  for (let a = 0; a < sizes.length; a++) {
    tribes.fill(a, starts[a], starts[a + 1]);
    for (let b = 0; b < a; b++) tieBlocks(a, b);
    tieInside(a);
  }
  return ties.build(n, tribes, sizes.length);

  function tieBlocks(a: number, b: number): void {
    const lnFailure = lnComplement(densities[a][b]);
    const skip = () => geometricSkip(stream.uniform(), lnFailure);
    const width = sizes[b];
    const pairs = sizes[a] * width;
    for (let pair = skip(); pair < pairs; pair += 1 + skip()) {
      const row = Math.floor(pair / width);
      ties.add(starts[a] + row, starts[b] + pair - row * width, tieStrength);
    }
  }

  function tieInside(a: number): void {
    const lnFailure = lnComplement(densities[a][a]);
    const skip = () => geometricSkip(stream.uniform(), lnFailure);
    let row = 1;
    let column = skip();
    while (row < sizes[a]) {
      if (column >= row) column -= row++;
      else {
        ties.add(starts[a] + row, starts[a] + column, tieStrength);
        column += 1 + skip();
      }
    }
  }
}
