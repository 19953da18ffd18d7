import type { MetricName } from '../../sim/experiment/metrics.ts';
import type { AppState, ViewState } from '../state/app-state.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { strategiesShown } from '../state/shown.ts';
import type { Interest, LabRequest } from './protocol.ts';

/** Replicates of a first look, of a usable band, of a verdict, of a fine one. */
const STAGES = [1, 8, 50, 200];
/** While a control is held there is no time for more. */
const DRAGGED = [1, 4];

/** What the state asks the laboratory to run. A scenario that says how many replicates it wants gets them. */
export function requestOf({ draft, network, view, dragging }: AppState): LabRequest {
  const scenario = scenarioOf(draft);
  const stages = dragging ? DRAGGED : STAGES;
  const wanted = typeof draft.replicates === 'number' ? scenario.replicates : STAGES[STAGES.length - 1];
  const last = dragging ? Math.min(wanted, DRAGGED[DRAGGED.length - 1]) : wanted;
  return { scenario, network, shown: strategiesShown(scenario, view), stages: [...stages.filter((stage) => stage < last), last] };
}

/** Whether two requests ask for the same, so that nothing need be started. */
export function sameRequest(one: LabRequest, other: LabRequest): boolean {
  return (
    one.scenario === other.scenario &&
    one.network === other.network &&
    one.stages.join() === other.stages.join() &&
    JSON.stringify(one.shown) === JSON.stringify(other.shown)
  );
}

/** Metrics that the compare page draws as lines when every replicate is wanted. */
const DRAWN: readonly MetricName[] = ['adoption', 'womPositive', 'womNegative', 'womKnowledge'];

/** The two strategies of the difference: those chosen, where they are shown, or the first two; null when there are not two. */
export function pairOf(shown: readonly string[], view: Pick<ViewState, 'pair'>): readonly [string, string] | null {
  const among = [...shown, ...(shown.includes('nothing') ? [] : ['nothing'])];
  const [a, b] = view.pair ?? [];
  if (a !== undefined && b !== undefined && a !== b && among.includes(a) && among.includes(b)) return [a, b];
  if (among.length < 2) return null;
  // The comparison that the scenarios are about, where it is there.
  return shown.includes('push') && shown.includes('learn-and-relate') ? ['learn-and-relate', 'push'] : [among[0], among[1]];
}

/** What the state looks at closely. */
export function interestOf({ draft, view }: AppState): Interest {
  const pair = pairOf(strategiesShown(scenarioOf(draft), view), view);
  return {
    lines: view.lines ? [...new Set([...DRAWN, view.metric])] : [],
    difference: pair === null ? null : { a: pair[0], b: pair[1], metric: view.metric },
  };
}
