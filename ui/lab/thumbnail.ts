import { metricNamed } from '../../sim/experiment/metrics.ts';
import { prepareExperiment } from '../../sim/experiment/replicate.ts';
import { RunView } from '../../sim/experiment/run-view.ts';
import { parseScenario } from '../../sim/scenario/index.ts';
import type { Draft } from '../state/app-state.ts';
import { strategiesShown } from '../state/shown.ts';

/** People of a market that is made small. */
const PEOPLE = 300;
const WEEKS = 104;
const STRATEGIES = 4;

/** Adoption in the first run of up to four strategies, in a market made small: the shape of a scenario, not its result. */
export function runThumbnail(draft: Draft): Readonly<Record<string, Float32Array>> {
  const full = parseScenario(draft);
  const network = 'people' in full.network ? { ...full.network, people: Math.min(PEOPLE, Number(full.network.people)) } : full.network;
  const shown = strategiesShown(full, { shown: null });
  const strategies = full.strategies.filter(({ name }) => shown.includes(name)).slice(0, STRATEGIES);
  const scenario = { ...full, network, strategies, horizon: Math.min(WEEKS, full.horizon) };
  const experiment = prepareExperiment({ scenario, network: null });
  return Object.fromEntries(
    strategies.map(({ name }, strategy) => {
      const view = new RunView(experiment.run(strategy, 0).recording);
      return [name, Float32Array.from(metricNamed('adoption').series(view, view))];
    }),
  );
}
