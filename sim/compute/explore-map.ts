import { type Design, scenarioAtPoint } from '../experiment/design/design.ts';
import { whereNext } from '../experiment/map/where-next.ts';
import { fitWinSurface, type Observation, type WinSurface } from '../experiment/map/win-surface.ts';
import { metricNamed } from '../experiment/metrics.ts';
import type { Scenario } from '../scenario/index.ts';
import type { MarketInput } from './market-laboratory.ts';
import { type Measure, type MeasureOptions, measurePoints } from './measure-points.ts';
import type { Pool } from './pool.ts';

export interface MapSettings {
  /** Does the first beat the second? */
  readonly first: string;
  readonly second: string;
  readonly measure: Measure;
  /** Places to run in all, and replicates at each. */
  readonly points: number;
  readonly replicates: number;
}

export interface ExploredMap {
  /** Positions in the design, in the order in which they were run. */
  readonly chosen: readonly number[];
  readonly observations: readonly Observation[];
  readonly surface: WinSurface;
}

/** Places of the first round, per factor; they cover the box evenly. */
const START = 8;
/** Places of each further round. */
const ROUND = 8;
/** Candidates that a round chooses from. */
const CANDIDATES = 512;

/** How many candidates a design for a map needs. */
export function mapCandidates(points: number): number {
  return CANDIDATES + points;
}

/**
 * Finds out where one strategy beats another: runs a first set of places, then, round by round, those at which the winner is least certain.
 * Both strategies have the same luck at a place; different places have different luck, so that what one place says is independent of the others.
 *
 * @param design scrambled Sobol points; its first ones are run first, the rest are candidates
 * @throws what measurePoints throws
 */
export async function exploreMap(
  pool: Pool<MarketInput>,
  base: Scenario,
  design: Design,
  { first, second, measure, points, replicates }: MapSettings,
  { signal, onProgress }: MeasureOptions = {},
): Promise<ExploredMap> {
  const sign = metricNamed(measure.metric).better === 'lower' ? -1 : 1;
  const total = points * replicates * 2;
  const observations: Observation[] = [];
  const chosen: number[] = [];
  const left = new Set(design.points.keys());
  let done = 0;
  const run = async (places: readonly number[]): Promise<void> => {
    const requests = places.map((place, at) => {
      const from = (observations.length + at) * replicates;
      return { scenario: scenarioAtPoint(base, design, place), strategies: [first, second], from, to: from + replicates };
    });
    const before = done;
    const values = await measurePoints(pool, requests, [measure], {
      ...(signal && { signal }),
      onProgress(finished, ofRound) {
        done = before + finished;
        // Runs of the reference, where a metric needs one, come on top of those that were announced.
        onProgress?.(done, Math.max(total, before + ofRound));
      },
    });
    values.forEach(([[own], [other]], at) => {
      let wins = 0;
      let counted = 0;
      own.forEach((value, r) => {
        const difference = (value - other[r]) * sign;
        if (Number.isNaN(difference)) return;
        counted++;
        wins += difference === 0 ? 0.5 : difference > 0 ? 1 : 0;
      });
      observations.push({ place: design.points[places[at]].unit as Float64Array, wins, replicates: counted });
      chosen.push(places[at]);
      left.delete(places[at]);
    });
  };
  await run([...left].slice(0, Math.min(points, START * design.factors.length)));
  let surface = fitWinSurface(observations);
  while (observations.length < points) {
    const candidates = [...left].slice(0, CANDIDATES);
    const places = candidates.map((at) => design.points[at].unit as Float64Array);
    const next = whereNext(surface, places, Math.min(ROUND, points - observations.length), 4 / replicates);
    await run(next.map((place) => candidates[places.indexOf(place)]));
    surface = fitWinSurface(observations);
  }
  return { chosen, observations, surface };
}
