import { InputError } from '../parameter/index.ts';
import { checkNetworkLimits } from './limits.ts';
import { INTEREST, type Network } from './network.ts';

/**
 * Checks every invariant of `Network`; for networks that arrive from outside. Linear in people and ties.
 * Throws an InputError that names the array, what was found and what is allowed.
 */
export function validateNetwork(network: Network, path = 'network'): void {
  const { n, directed, targets } = network;
  const fail = (field: string, found: string, allowed: string): never => {
    throw new InputError(`${path}.${field}: found ${found}, expected ${allowed}.`, { path: `${path}.${field}`, found, allowed });
  };
  if (!Number.isInteger(n) || n < 0) fail('n', String(n), 'a whole number of people, 0 or more');
  checkNetworkLimits({ nodes: n, ties: directed ? targets.length : targets.length / 2, tribes: network.tribeCount }, path);
  checkShape(network, fail);
  checkRows(network, fail);
  if (!directed) checkSymmetry(network, fail);
  for (let i = 0; i < n; i++) {
    if (network.tribes[i] >= network.tribeCount) fail(`tribes.${i}`, String(network.tribes[i]), `a tribe below ${network.tribeCount}`);
  }
}

type Fail = (field: string, found: string, allowed: string) => never;

function checkShape({ n, offsets, targets, strengths, layers, tribes, tribeCount }: Network, fail: Fail): void {
  if (offsets.length !== n + 1) fail('offsets', `length ${offsets.length}`, `length ${n + 1}`);
  if (strengths.length !== targets.length) fail('strengths', `length ${strengths.length}`, `length ${targets.length}`);
  if (layers.length !== targets.length) fail('layers', `length ${layers.length}`, `length ${targets.length}`);
  if (tribes.length !== n) fail('tribes', `length ${tribes.length}`, `length ${n}`);
  if (!Number.isInteger(tribeCount) || tribeCount < 0) fail('tribeCount', String(tribeCount), 'a whole number, 0 or more');
  if (offsets[0] !== 0) fail('offsets.0', String(offsets[0]), '0');
  if (offsets[n] !== targets.length) fail(`offsets.${n}`, String(offsets[n]), `the number of arcs, ${targets.length}`);
  for (let i = 0; i < n; i++) {
    if (offsets[i + 1] < offsets[i]) fail(`offsets.${i + 1}`, String(offsets[i + 1]), `at least ${offsets[i]}`);
  }
}

function checkRows({ n, offsets, targets, strengths, layers }: Network, fail: Fail): void {
  for (let i = 0; i < n; i++) {
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      const target = targets[arc];
      if (target >= n) fail(`targets.${arc}`, String(target), `a person below ${n}`);
      if (target === i) fail(`targets.${arc}`, `a tie of person ${i} with themselves`, 'no self-loops');
      if (arc > offsets[i] && target <= targets[arc - 1]) fail(`targets.${arc}`, `${target} after ${targets[arc - 1]}`, 'ascending rows');
      if (!(strengths[arc] > 0 && strengths[arc] <= 1)) fail(`strengths.${arc}`, String(strengths[arc]), 'above 0 and at most 1');
      if (layers[arc] > INTEREST) fail(`layers.${arc}`, String(layers[arc]), '0 (social) or 1 (interest)');
    }
  }
}

/** Rows are ascending, so the arcs that point to j are met in the order in which j's own row lists their sources. */
function checkSymmetry({ n, offsets, targets, strengths, layers }: Network, fail: Fail): void {
  const next = offsets.slice(0, n);
  for (let i = 0; i < n; i++) {
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      const j = targets[arc];
      const back = next[j]++;
      if (back >= offsets[j + 1] || targets[back] !== i)
        fail(`targets.${arc}`, `${i} to ${j} without ${j} to ${i}`, 'ties in both directions');
      if (strengths[back] !== strengths[arc]) {
        fail(`strengths.${arc}`, `${strengths[arc]} one way, ${strengths[back]} the other`, 'equal strength in both directions');
      }
      if (layers[back] !== layers[arc]) fail(`layers.${arc}`, `${layers[arc]} one way, ${layers[back]} the other`, 'one layer');
    }
  }
}
