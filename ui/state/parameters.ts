import { NETWORK_KINDS, type NetworkKind } from '../../sim/network/index.ts';
import { count, type NumberParameter, type Parameter } from '../../sim/parameter/index.ts';
import { SCENARIO_LIMITS } from '../../sim/scenario/index.ts';
import { PARAMETER_GROUPS, type ParameterGroup } from '../../sim/scenario/parameter-groups.ts';
import type { Draft } from './app-state.ts';
import { draftValue, withDraftValue } from './draft.ts';

/** How a comparison is run; the schema has them outside its tables. */
export const RUN_PARAMETERS = {
  horizon: count(156, [13, 260], 'weeks', 'how long the market is watched', 'three years by default', [1, SCENARIO_LIMITS.horizon]),
  replicates: count(
    30,
    [8, 200],
    'runs',
    'how many runs of each strategy the command line makes; this screen goes on to 200',
    'at least 30 for an interval to be trusted',
    [1, SCENARIO_LIMITS.replicates],
  ),
} as const satisfies Record<string, NumberParameter>;

/** Kind of network of a draft. */
export function networkKindOf(draft: Draft): NetworkKind {
  return (draftValue(draft, ['network', 'kind']) ?? 'tribal') as NetworkKind;
}

/** The groups that a scenario with this kind of network has. */
export function groupsOf(kind: NetworkKind): readonly ParameterGroup[] {
  return PARAMETER_GROUPS.filter((group) => group.path !== 'network' || group.name === `network.${kind}`);
}

/** The parameter at a path; undefined where there is none. */
export function parameterAt(path: string, kind: NetworkKind): Parameter | undefined {
  if (Object.hasOwn(RUN_PARAMETERS, path)) return RUN_PARAMETERS[path as keyof typeof RUN_PARAMETERS];
  const place = path.replace(/^brands\.\d+\./, 'brands.0.');
  const group = groupsOf(kind).find(
    (each) => place.startsWith(`${each.path}.`) && Object.hasOwn(each.parameters, place.slice(each.path.length + 1)),
  );
  return group?.parameters[place.slice(group.path.length + 1)];
}

/** The draft with another kind of network; of its settings, the number of people and `redraw` are kept where they fit. */
export function withNetworkKind(draft: Draft, kind: NetworkKind): Draft {
  const people = draftValue(draft, ['network', 'people']);
  const redraw = draftValue(draft, ['network', 'redraw']);
  const parameter: Parameter | undefined = (NETWORK_KINDS[kind].parameters as Readonly<Record<string, Parameter>>).people;
  const fits =
    parameter?.type === 'integer' && typeof people === 'number' && people >= parameter.allowed[0] && people <= parameter.allowed[1];
  const plain = withDraftValue(draft, ['network'], { kind });
  const sized = fits ? withDraftValue(plain, ['network', 'people'], people) : plain;
  return redraw === undefined ? sized : withDraftValue(sized, ['network', 'redraw'], redraw);
}

/** A vector moved as a whole so that its mean is the one given, as far as its bounds let it. */
export function withMean(values: readonly number[], mean: number, [low, high]: readonly [number, number]): readonly number[] {
  const shift = mean - meanOf(values);
  return values.map((value) => Number(Math.min(high, Math.max(low, value + shift)).toFixed(4)));
}

export function meanOf(values: readonly number[]): number {
  return Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4));
}
