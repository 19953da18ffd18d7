import { CLASSIC_MODELS, type ClassicModel, classicKeys, runClassic } from '../../sim/classic/index.ts';
import { REPLICATIONS } from '../../sim/classic/replication/index.ts';
import { chooseSeeds, SEEDING_RULES } from '../../sim/classic/seeding/index.ts';
import { valuesDigest } from '../../sim/experiment/digest.ts';
import { buildNetwork, generateNetwork, type Network } from '../../sim/network/index.ts';
import { InputError, type Parameter } from '../../sim/parameter/index.ts';
import { keysFromSeed, Stream } from '../../sim/random/index.ts';

/** Arcs of one way and of both, of unequal strength, with people apart from all others, in tribes. */
function directedNetwork(): Network {
  const stream = new Stream(keysFromSeed('directed'));
  const arcs = Array.from({ length: 200 }, () => [stream.integer(58), stream.integer(58), 0.05 + 0.95 * stream.uniform()]);
  for (const [from, to, strength] of arcs.slice(0, 50)) arcs.push([to, from, 1.1 - strength]);
  return buildNetwork({
    n: 60,
    directed: true,
    sources: Uint32Array.from(arcs, ([from]) => from),
    targets: Uint32Array.from(arcs, ([, to]) => to),
    strengths: Float32Array.from(arcs, ([, , strength]) => strength),
    tribes: Uint32Array.from({ length: 60 }, (_, person) => person % 4),
    tribeCount: 4,
  });
}

const NETWORKS: Readonly<Record<string, Network>> = {
  tribal: generateNetwork({ kind: 'tribal', people: 80 }, keysFromSeed('stored')),
  directed: directedNetwork(),
  ring: generateNetwork({ kind: 'ring', people: 30, neighboursPerSide: 2 }, keysFromSeed('stored')),
  complete: generateNetwork({ kind: 'complete', people: 20 }, keysFromSeed('stored')),
  scattered: generateNetwork({ kind: 'erdos-renyi', people: 50, meanDegree: 1.2 }, keysFromSeed('stored')),
};

/** Both ends of what is plausible; every option. */
function settingsOf(parameter: Parameter): readonly (number | string | readonly number[])[] {
  if (parameter.type === 'choice') return parameter.options;
  if (parameter.type !== 'vector') return parameter.range;
  return parameter.range.map((end) => parameter.default.map((value, at) => (at === 0 ? end : value)));
}

function digestOf(model: ClassicModel, network: Network, values: Record<string, never>, replicate = 0): string {
  try {
    const run = runClassic(model, { network, values, steps: 25, keys: classicKeys('stored', replicate), history: true });
    const settled = run.settled ?? -1;
    return valuesDigest(Float64Array.from([settled, ...run.values, ...(run.history ?? [])])).slice(0, 16);
  } catch (error) {
    if (error instanceof InputError) return `refused: ${error.message}`;
    throw error;
  }
}

/** Every model on every network, with its defaults, from several seeds, and with each parameter at its ends. */
export function* modelDigests(): Generator<string> {
  for (const model of CLASSIC_MODELS) {
    for (const [kind, network] of Object.entries(NETWORKS)) yield `${model.name} on ${kind}: ${digestOf(model, network, {})}`;
    for (const replicate of [1, 2]) yield `${model.name}, replicate ${replicate}: ${digestOf(model, NETWORKS.tribal, {}, replicate)}`;
    for (const [name, parameter] of Object.entries(model.parameters)) {
      for (const value of settingsOf(parameter)) {
        const values = { [name]: value } as Record<string, never>;
        const digests = [NETWORKS.tribal, NETWORKS.directed].map((network) => digestOf(model, network, values));
        yield `${model.name}, ${name} ${String(value)}: ${digests.join(' ')}`;
      }
    }
  }
}

/** The seeds of every rule, first choice first. */
export function* seedingDigests(): Generator<string> {
  for (const rule of SEEDING_RULES) {
    for (const [kind, network] of Object.entries(NETWORKS)) {
      yield `${rule} on ${kind}: ${chooseSeeds(rule, network, 6, keysFromSeed('stored')).join(' ')}`;
    }
  }
}

/** What one replicate of each published simulation gives, number by number, and what is claimed of it. */
export function* replicateDigests(): Generator<string> {
  for (const { name, claims, measure } of REPLICATIONS) {
    for (const claim of claims) yield `${name} claims ${JSON.stringify(claim)}`;
    for (const [claim, value] of Object.entries(measure('everyday', 0))) yield `${name}, ${claim}: ${value}`;
  }
}
