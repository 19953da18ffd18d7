import type { Strategy } from '../../brand/index.ts';
import { Memory } from '../../market/memory.ts';
import { runMarket } from '../../market/run.ts';
import type { Network } from '../../network/index.ts';
import { InputError } from '../../parameter/index.ts';
import { deriveKeys, type Keys } from '../../random/index.ts';
import { type Axis, parseScenario, type Scenario } from '../../scenario/index.ts';
import { scenarioInBox } from '../design/box.ts';
import { type AbcResult, type AbcSettings, abcSmc } from './abc-smc.ts';
import { type AdoptionRecord, curvesOf } from './adoption-record.ts';
import { type FreeParameter, valuesAt } from './box.ts';

/** Weeks of the model to a period of the record: what a year of farming is in weeks of a market is itself to be found. */
const PACE: FreeParameter = {
  name: 'weeks',
  low: 1,
  high: 26,
  log: true,
  unit: 'weeks per period',
  meaning: 'weeks of the market that pass in a period',
};

/** A market in which the first brand is what was adopted. */
export interface MarketModel {
  readonly scenario: Scenario;
  readonly strategy: Strategy;
  /** Parameters of the scenario to be found. */
  readonly axes: readonly Axis[];
}

/** What is to be found: the pace, and the axes. */
export function marketParameters({ axes }: MarketModel): readonly FreeParameter[] {
  return [PACE, ...axes.map(({ path, low, high, log }) => ({ name: path, low, high, log, unit: '', meaning: path }))];
}

/** Simulates the communities of a record from the start: curves of those who ever bought the first brand, by period. */
function marketCurves(
  model: MarketModel,
  record: AdoptionRecord,
  place: ArrayLike<number>,
  periods: number,
  keys: Keys,
  memory: Memory,
): Float64Array[] {
  const [weeks] = valuesAt([PACE], place);
  const horizon = Math.ceil(weeks * periods);
  const raw = scenarioInBox(model.scenario, model.axes, Array.from(place).slice(1));
  const settings = parseScenario({ ...raw, horizon });
  const recording = runMarket(
    {
      settings,
      network: networkOf(record),
      strategy: model.strategy,
      seed: `${keys.k0} ${keys.k1}`,
      replicate: 0,
      tiesChange: false,
      tribes: true,
    },
    memory,
  );
  const { tribes, brands } = recording;
  if (tribes === undefined) throw new Error('a run without the rows of tribes that were asked for');
  return record.names.map((_, at) =>
    Float64Array.from({ length: periods + 1 }, (_, period) => {
      if (period === 0) return 0;
      const week = Math.min(horizon, Math.round(weeks * period)) - 1;
      return tribes.adopters[(week * tribes.count + at) * brands] / tribes.sizes[at];
    }),
  );
}

/** The observed network with the communities as tribes. @throws InputError where there is none */
function networkOf({ network, community, names }: AdoptionRecord): Network {
  if (network !== null) return { ...network, tribes: community, tribeCount: names.length };
  throw new InputError('The market model needs the network of those who adopted.', {
    path: 'network',
    found: 'none',
    allowed: 'a network file',
  });
}

/** Root of the mean squared gap between two sets of curves, over communities and periods, in shares of people. */
function curveDistance(a: readonly Float64Array[], b: readonly Float64Array[], periods: number): number {
  let sum = 0;
  a.forEach((curve, at) => {
    for (let t = 1; t <= periods; t++) sum += (curve[t] - b[at][t]) * (curve[t] - b[at][t]);
  });
  return Math.sqrt(sum / (a.length * periods));
}

/** Calibrates the market to the curves of a record by ABC-SMC. */
export function fitMarket(model: MarketModel, record: AdoptionRecord, settings: AbcSettings): AbcResult {
  const observed = curvesOf(record);
  const memory = new Memory();
  return abcSmc(
    (place, keys) => curveDistance(observed, marketCurves(model, record, place, record.periods, keys, memory), record.periods),
    marketParameters(model).length,
    settings,
  );
}

/** Curves to `until`, one set for every draw. The first part is simulated anew: a market cannot be set to what was observed. */
export function forecastMarket(
  model: MarketModel,
  record: AdoptionRecord,
  { draws }: AbcResult,
  until: number,
  keys: Keys,
): Float64Array[][] {
  const memory = new Memory();
  return draws.map((place, draw) => marketCurves(model, record, place, until, deriveKeys(keys, draw), memory));
}
