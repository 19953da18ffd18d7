import type { Replay, ReplayState } from '../../../sim/experiment/replay/replay.ts';
import type { Figure } from '../../share/figure.ts';
import { meanMeaning } from './legends.ts';
import type { LinesShown } from './lines-of.ts';
import { peopleFigure, tribesFigure } from './network-figure.ts';
import type { Names } from './people-names.ts';
import type { SwayNetwork } from './sway-network.ts';
import type { SwayTribeMap } from './sway-tribe-map.ts';

interface Shown {
  readonly replay: Replay;
  readonly state: ReplayState;
  readonly week: number;
  readonly lines: LinesShown;
  readonly strategy: string;
  readonly names: Names;
}

/** What the page shows, as it is when it is taken away: people or tribes stand where they stand then. */
export function shownFigure(root: ParentNode, shown: Shown): Figure {
  const { replay, state, week, strategy, names } = shown;
  const run = `${strategy}, run ${replay.replicate + 1}, week ${week}`;
  const make = (): Figure => {
    const map = root.querySelector<SwayTribeMap>('sway-tribe-map');
    if (map !== null) {
      const lead = `${meanMeaning(state)}. Area of circles: people; width of lines: ties.`;
      return tribesFigure({ map: replay.map, state, week }, map.placed, { title, lead }, names.tribe);
    }
    const network = root.querySelector<SwayNetwork>('sway-network');
    if (network === null) throw new Error('there is no network to draw yet');
    const lead = `Colour: ${state.meaning}. ${replay.people.length} of ${replay.population} people.`;
    return peopleFigure(network, shown, network.places, { title, lead }, names.tribe);
  };
  const title = `${state.title}: ${run}`;
  return { title, drawing: () => make().drawing(), table: () => make().table() };
}
