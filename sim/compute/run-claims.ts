import { canonicalJson } from '../experiment/canonical.ts';
import type { Claim, Side } from '../experiment/claims/claim.ts';
import { type ClaimFinding, type ContrastValues, judgeClaims } from '../experiment/claims/judge.ts';
import { SUITE_STRATEGIES } from '../experiment/claims/suite-strategies.ts';
import type { JsonValue } from '../experiment/design/factor.ts';
import { keysFromSeed } from '../random/index.ts';
import { assign, parseScenario, type Scenario } from '../scenario/index.ts';
import type { MarketInput } from './market-laboratory.ts';
import { type Measure, type MeasureOptions, measurePoints } from './measure-points.ts';
import type { Pool } from './pool.ts';

type Changes = Readonly<Record<string, JsonValue>>;

export interface ClaimSettings {
  readonly replicates: number;
  /** People in the generated networks. */
  readonly people: number;
  readonly seed: string;
}

/**
 * Runs every world that the claims speak of, each strategy in it once however many contrasts need it, and judges all contrasts together.
 * All worlds have the same luck.
 *
 * @throws what measurePoints throws
 */
export async function runClaims(
  pool: Pool<MarketInput>,
  claims: readonly Claim[],
  { replicates, people, seed }: ClaimSettings,
  options: MeasureOptions = {},
): Promise<ClaimFinding[]> {
  const worlds = new Map<string, { readonly scenario: Scenario; readonly strategies: Set<string> }>();
  const base = parseScenario({ name: 'claims', seed, replicates, network: { kind: 'tribal', people }, strategies: SUITE_STRATEGIES });
  const need = (side: Side, ...changes: readonly (Changes | undefined)[]): string => {
    const all = Object.assign({}, ...changes, side.set) as Changes;
    const name = canonicalJson(all);
    const world = worlds.get(name) ?? { scenario: worldOf(base, all), strategies: new Set<string>() };
    world.strategies.add(side.strategy);
    worlds.set(name, world);
    return name;
  };
  const measures: Measure[] = [];
  const measure = (side: Side, week: number): number => {
    const at = measures.findIndex((each) => each.metric === side.metric && each.week === week);
    return at >= 0 ? at : measures.push({ metric: side.metric, week }) - 1;
  };
  const asked = claims.map(({ contrasts, silenced }) =>
    contrasts.map(({ left, right, set, week }) => {
      const sides = (...more: readonly (Changes | undefined)[]) =>
        [left, right].map((side) => ({ world: need(side, set, ...more), side, measure: measure(side, week) }));
      return { plain: sides(), silenced: silenced === undefined ? null : sides(silenced) };
    }),
  );
  const names = [...worlds.keys()];
  const points = [...worlds.values()].map(({ scenario, strategies }) => ({
    scenario,
    strategies: [...strategies],
    from: 0,
    to: replicates,
  }));
  const measured = await measurePoints(pool, points, measures, options);
  const valuesOf = ({ world, side, measure: at }: (typeof asked)[number][number]['plain'][number]): number[] => {
    const place = names.indexOf(world);
    return Array.from(measured[place][points[place].strategies.indexOf(side.strategy)][at]);
  };
  const values = asked.map((contrasts) =>
    contrasts.map(({ plain, silenced }): ContrastValues => {
      const [left, right] = plain.map(valuesOf);
      if (silenced === null) return { left, right, silenced: null };
      const [without, other] = silenced.map(valuesOf);
      return { left, right, silenced: { left: without, right: other } };
    }),
  );
  return judgeClaims(claims, values, keysFromSeed(`${seed} claims`));
}

/** What a claim sets wins over the default, and a world's silenced coefficient over what the contrast sets. */
function worldOf(base: Scenario, changes: Changes): Scenario {
  return parseScenario(Object.entries(changes).reduce<unknown>((given, [path, value]) => assign(given, path, value), base));
}
