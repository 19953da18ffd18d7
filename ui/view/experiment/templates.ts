import type { Draft, JsonValue } from '../../state/app-state.ts';

/** A question to start from. */
export interface Template {
  readonly title: string;
  readonly meaning: string;
  /** An experiment about the scenario at hand. */
  readonly make: (draft: Draft, strategies: readonly string[]) => Record<string, JsonValue>;
}

/** People in each market: enough for tribes, few enough that a page gets through. */
const PEOPLE = 400;

/** What people wonder about first: product, price, money, messages, and how people influence each other. */
const LIKELY = [
  'market.budget',
  'brands.0.price',
  'consumers.advertising.effect',
  'consumers.conformity.weight',
  'consumers.talk.social',
  'brands.0.familiarity',
];

export const TEMPLATES: readonly Template[] = [
  {
    title: 'Where does which strategy win?',
    meaning: 'Two parameters at 48 places, and the border between the winners.',
    make: (draft, strategies) => ({
      ...shared(draft, strategies, 'where which wins'),
      factors: { 'market.budget': {}, 'consumers.talk.social': {}, ...small(draft) },
      design: { kind: 'sobol', points: 48 },
      replicates: 6,
    }),
  },
  {
    title: 'What matters?',
    meaning: 'Six parameters moved one at a time from random starts (Morris), and how much of the difference is luck.',
    make: (draft, strategies) => ({
      ...shared(draft, strategies, 'what matters'),
      factors: { ...Object.fromEntries(LIKELY.map((path) => [path, {}])), ...small(draft) },
      design: { kind: 'morris', trajectories: 10 },
      replicates: 4,
    }),
  },
  {
    title: 'A sweep of my own',
    meaning: 'Every combination of the levels that are listed.',
    make: (draft, strategies) => ({
      ...shared(draft, strategies, 'sweep'),
      factors: { 'market.budget': [0.01, 0.02, 0.04], 'brands.0.price': [40, 60, 80], ...small(draft) },
      design: { kind: 'factorial' },
      replicates: 5,
    }),
  },
];

/** Two strategies to set against each other: the first that is shown, and the other camp where it is there. */
export function opponents([first, ...others]: readonly string[]): readonly [string, string] {
  const second = others.find((name) => name === 'learn-and-relate') ?? others[0];
  return [first, second ?? (first === 'push' ? 'learn-and-relate' : 'push')];
}

function shared(draft: Draft, strategies: readonly string[], name: string): Record<string, JsonValue> {
  const own = (draft.strategies as readonly JsonValue[] | undefined) ?? [];
  const definition = (wanted: string): JsonValue =>
    own.find((each) => typeof each === 'object' && each !== null && 'name' in each && each.name === wanted) ?? wanted;
  const { strategies: _all, ...scenario } = draft;
  return {
    name: `${typeof draft.name === 'string' ? draft.name : 'scenario'}: ${name}`.slice(0, 80),
    scenario,
    strategies: strategies.map(definition),
  };
}

/** A network of a given size keeps it. */
function small(draft: Draft): Record<string, JsonValue> {
  const kind = (draft.network as { kind?: string } | undefined)?.kind ?? 'tribal';
  return kind === 'tribal' ? { 'network.people': PEOPLE } : {};
}
