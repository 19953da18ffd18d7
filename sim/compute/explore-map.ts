import type { Design } from '../experiment/design/design.ts';
import { whereNext } from '../experiment/map/where-next.ts';
import { fitWinSurface, type Observation, type WinSurface } from '../experiment/map/win-surface.ts';
import type { PointMeasures, PointReplicates } from './measure-design.ts';

export interface MapSettings {
  /** Places to run in all, and replicates at each. */
  readonly points: number;
  readonly replicates: number;
  /** Which direction of the measure wins. */
  readonly better: 'higher' | 'lower' | null;
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
 * Which places follow is a pure function of what was measured before, so that a map is taken up by exploring it again over the runs that are kept.
 *
 * @param design scrambled Sobol points; its first ones are run first, the rest are candidates
 * @param measure one measure of the two strategies at places, in the order in which they are asked for
 * @throws what measure throws
 */
export async function exploreMap(
  design: Design,
  { points, replicates, better }: MapSettings,
  measure: (places: readonly PointReplicates[]) => Promise<readonly PointMeasures[]>,
): Promise<ExploredMap> {
  const sign = better === 'lower' ? -1 : 1;
  const observations: Observation[] = [];
  const chosen: number[] = [];
  const left = new Set(design.points.keys());
  const run = async (places: readonly number[]): Promise<void> => {
    const asked = places.map((point, at) => {
      const from = (observations.length + at) * replicates;
      return { point, from, to: from + replicates };
    });
    for (const [at, [[own], [other]]] of (await measure(asked)).entries()) {
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
    }
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
