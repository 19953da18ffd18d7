import { NETWORK_KINDS, type NetworkKind } from '../network/kinds.ts';
import { InputError } from '../parameter/index.ts';
import { override, parseScenario, type Scenario } from '../scenario/index.ts';
import type { ScenarioText } from './shipped-scenarios.ts';

/** What the command line changes in a scenario. */
export interface ScenarioChoice {
  readonly seed?: string;
  readonly replicates?: number;
  readonly weeks?: number;
  readonly population?: number;
  /** `path=value`, in order. */
  readonly set?: readonly string[];
}

const DEFAULT_KIND: NetworkKind = 'tribal';

/** The scenario after all overrides, validated. Options of their own win over `--set`. */
export function settleScenario({ given, file }: ScenarioText, choice: ScenarioChoice = {}): Scenario {
  const { set = [], seed, replicates, weeks, population } = choice;
  let settled = set.reduce((scenario, assignment) => override(withKind(scenario), assignment), given);
  const replace = (key: string, value: unknown): void => {
    settled = { ...(settled as object), [key]: value };
  };
  if (seed !== undefined) replace('seed', seed);
  if (replicates !== undefined) replace('replicates', replicates);
  if (weeks !== undefined) replace('horizon', weeks);
  if (population !== undefined) replace('network', withPeople(settled, population));
  try {
    return parseScenario(settled, file);
  } catch (error) {
    throw blameOptions(error, choice);
  }
}

/** A scenario that leaves its network to the default still has a kind, which a change of one of its parameters must not hide. */
function withKind(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || 'network' in given) return given;
  return { ...given, network: { kind: DEFAULT_KIND } };
}

function withPeople(given: unknown, people: number): unknown {
  const network = (withKind(given) as { network?: { kind?: unknown } } | null)?.network;
  const kind = String(network?.kind);
  const generator = Object.hasOwn(NETWORK_KINDS, kind) ? NETWORK_KINDS[kind as NetworkKind] : undefined;
  if (generator !== undefined && !('people' in generator.parameters)) {
    const sizes = Object.keys(generator.parameters).map((name) => `network.${name}`);
    throw new InputError(`--population: a network of kind ${kind} has no number of people to set`, {
      path: '--population',
      found: String(people),
      allowed: `a kind with people; this one has ${sizes.join(', ')}`,
    });
  }
  return { ...network, people };
}

const OPTION_OF: Readonly<Record<string, [string, keyof ScenarioChoice]>> = {
  seed: ['--seed', 'seed'],
  replicates: ['--replicates', 'replicates'],
  horizon: ['--weeks', 'weeks'],
  'network.people': ['--population', 'population'],
};

/** Says so when the value that the schema refuses came from the command line, not from the file. */
function blameOptions(error: unknown, choice: ScenarioChoice): unknown {
  if (!(error instanceof InputError) || error.path === null) return error;
  const { path, found, allowed, message } = error;
  const [flag, key] = OPTION_OF[path] ?? [];
  const assignment = choice.set?.findLast((each) => {
    const target = each.slice(0, each.indexOf('='));
    return path === target || path.startsWith(`${target}.`) || target === `${path}.${found}`;
  });
  const from = key !== undefined && choice[key] !== undefined ? flag : assignment === undefined ? null : `--set ${assignment}`;
  return from === null ? error : new InputError(`${from}: ${message}`, { path, found, allowed });
}
