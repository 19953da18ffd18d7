import type { Draft, JsonValue } from '../state/app-state.ts';
import { withDraftValue } from '../state/draft.ts';
import { scenarioOf } from '../state/scenario-of.ts';

/** What a scenario from a stranger may ask of a browser; one's own may ask for more. */
const MOST = { people: 20_000, caveSize: 200, ties: 1_000_000, completePeople: 1_400, personWeeks: 5_000_000, replicates: 1_000 } as const;

export interface Bounded {
  readonly draft: Draft;
  /** What was lowered, in words: "people 2000000 to 20000". */
  readonly lowered: readonly string[];
}

/** The scenario with what would keep a browser busy for hours lowered to what it can bear. @throws InputError when it is no valid scenario */
export function boundedDraft(draft: Draft): Bounded {
  const lowered: string[] = [];
  let bounded = draft;
  const lower = (path: string, name: string, now: unknown, most: number): number => {
    if (typeof now !== 'number' || now <= most) return typeof now === 'number' ? now : 0;
    lowered.push(`${name} ${now} to ${most}`);
    bounded = withDraftValue(bounded, path.split('.'), most as JsonValue);
    return most;
  };
  const { network, replicates, horizon } = scenarioOf(draft);
  const given = network as unknown as Readonly<Record<string, unknown>>;
  let people = lower('network.people', 'people', given.people, network.kind === 'complete' ? MOST.completePeople : MOST.people);
  if ('caves' in given) {
    const size = lower('network.caveSize', 'people in a cave', given.caveSize, MOST.caveSize);
    people = size * lower('network.caves', 'caves', given.caves, Math.max(1, Math.floor(MOST.people / size)));
  }
  if ('rungs' in given) people = 2 * lower('network.rungs', 'rungs', given.rungs, MOST.people / 2);
  for (const name of ['meanDegree', 'strongTies', 'tiesPerNewcomer', 'neighboursPerSide']) {
    lower(`network.${name}`, name, given[name], Math.max(1, Math.floor(MOST.ties / Math.max(1, people))));
  }
  lower('horizon', 'weeks', horizon, Math.max(1, Math.floor(MOST.personWeeks / Math.max(1, people))));
  lower('replicates', 'replicates', replicates, MOST.replicates);
  scenarioOf(bounded);
  return { draft: bounded, lowered };
}
