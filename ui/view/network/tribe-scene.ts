import { NO_VALUE, STEPS } from '../../../sim/experiment/replay/codes.ts';
import type { ReplayState } from '../../../sim/experiment/replay/replay.ts';
import type { TribeMap } from '../../../sim/experiment/replay/tribe-map.ts';
import { scaleOf } from './legends.ts';
import { coloursOf, type Ground } from './state-colours.ts';
import type { TribePlace } from './tribe-places.ts';

/** Lines between tribes: the strongest of these many. */
const LINES = 400;
/** A circle in which a name has room. */
const NAMED = 24;

/** Tribes and what is between them, ready to be drawn. */
export interface TribeScene {
  readonly lines: readonly TribeLine[];
  readonly tribes: readonly TribeCircle[];
}

interface TribeLine {
  readonly from: TribePlace;
  readonly to: TribePlace;
  readonly width: number;
  readonly opacity: number;
}

export interface TribeCircle extends TribePlace {
  readonly tribe: number;
  readonly people: number;
  readonly colour: string;
  /** NaN where nobody has a value. */
  readonly mean: number;
  /** The mean in words. */
  readonly meaning: string;
  readonly named: boolean;
}

export function tribeScene(map: TribeMap, state: ReplayState, week: number, places: readonly TribePlace[], ground: Ground): TribeScene {
  const { low, high } = scaleOf(state);
  const colours = coloursOf(scaleOf(state), ground);
  const tribes = places.map((place, position) => {
    const mean = map.means[state.name][week * map.tribes.length + position];
    const byte = Number.isNaN(mean) ? NO_VALUE : Math.round(Math.min(1, Math.max(0, (mean - low) / (high - low))) * STEPS);
    return {
      ...place,
      tribe: map.tribes[position],
      people: map.sizes[position],
      colour: colours[byte],
      mean,
      meaning: meaningOf(state, mean),
      named: place.radius >= NAMED,
    };
  });
  return { lines: linesOf(map, places), tribes };
}

function meaningOf({ categories }: ReplayState, mean: number): string {
  if (Number.isNaN(mean)) return 'none yet';
  return categories === null ? `mean ${mean.toFixed(2)}` : `${(mean * 100).toFixed(0)} % ${categories[1]}`;
}

function linesOf({ ties }: TribeMap, places: readonly TribePlace[]): TribeLine[] {
  const order = Array.from({ length: ties.length / 3 }, (_, tie) => tie).sort((a, b) => ties[3 * b + 2] - ties[3 * a + 2]);
  const most = order.length === 0 ? 1 : ties[3 * order[0] + 2];
  return order.slice(0, LINES).map((tie) => {
    const share = ties[3 * tie + 2] / most;
    return { from: places[ties[3 * tie]], to: places[ties[3 * tie + 1]], width: 0.5 + 7 * share, opacity: 0.12 + 0.3 * share };
  });
}
