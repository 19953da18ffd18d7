import type { NetworkKind } from '../../../sim/network/index.ts';
import type { Parameter } from '../../../sim/parameter/index.ts';
import type { ParameterGroup } from '../../../sim/scenario/parameter-groups.ts';
import { wordsOf } from '../../element/words.ts';
import type { Draft, JsonValue } from '../../state/app-state.ts';
import { groupsOf, parameterAt, RUN_PARAMETERS } from '../../state/parameters.ts';

export const SECTIONS = [
  ['start', 'Scenarios', 'Start from one that ships'],
  ['about', 'About and run', 'Name, story, weeks, luck'],
  ['strategies', 'Strategies', 'What is compared'],
  ['brands', 'Brands', 'Products, prices, claims'],
  ['network', 'Network', 'Who knows whom'],
  ['market', 'Market', 'Size, money, category'],
  ['consumers', 'Consumers', 'How people work'],
  ['tactics', 'Tactics', 'What money buys'],
  ['changed', 'What differs', 'Everything not at its default'],
] as const;

export type SectionName = (typeof SECTIONS)[number][0];

/** Mechanisms of the consumer, in the order in which a week meets them. */
export const CONSUMER_TOPICS: readonly (readonly [title: string, mechanisms: readonly string[]])[] = [
  ['Who people are', ['traits', 'homophily', 'synergy', 'congruence']],
  ['What comes up, and what comes to mind', ['need', 'familiarity', 'attention', 'intent']],
  ['What messages do', ['exposure', 'irritation', 'advertising', 'belief', 'trust', 'bond']],
  ['Searching and reading', ['search', 'reviews']],
  ['Talking', ['talk', 'negativeTalk', 'sharing', 'advocacy', 'expression', 'persuasion']],
  ['Peers and tribes', ['conformity', 'regard', 'support', 'reinforcement', 'followers']],
  ['Choosing', ['dualProcess', 'reflexChoice', 'reflection', 'lossAversion', 'habit', 'onboarding', 'waking']],
  ['Using', ['experience', 'disconfirmation', 'failure', 'uses']],
  ['Being asked', ['asking', 'sayDo']],
];

/** A parameter that was found, or that differs. */
export interface FoundParameter {
  readonly path: string;
  readonly group: string;
  readonly parameter: Parameter;
}

/** Parameters whose name, meaning, group, unit or path holds every word of a search; those whose name does first. */
export function findParameters(search: string, kind: NetworkKind): readonly FoundParameter[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const all = [
    ...groupsOf(kind).flatMap((group) =>
      Object.entries(group.parameters).map(([key, parameter]) => ({ group, path: `${group.path}.${key}`, key, parameter })),
    ),
    ...Object.entries(RUN_PARAMETERS).map(([key, parameter]) => ({ group: null, path: key, key, parameter })),
  ];
  return all
    .map(({ group, path, key, parameter }) => {
      const name = `${wordsOf(key)} ${path}`.toLowerCase();
      const text =
        `${name} ${parameter.meaning} ${titleOfGroup(group)} ${group?.meaning ?? ''} ${'unit' in parameter ? parameter.unit : ''}`.toLowerCase();
      const hits = words.every((word) => text.includes(word)) ? words.filter((word) => name.includes(word)).length : -1;
      return { path, group: titleOfGroup(group), parameter, hits };
    })
    .filter(({ hits }) => hits >= 0)
    .sort((a, b) => b.hits - a.hits);
}

/** What a group is called on screen. */
function titleOfGroup(group: Pick<ParameterGroup, 'name'> | null): string {
  if (group === null) return 'Run';
  const [room, key] = group.name.split('.');
  return key === undefined ? wordsOf(room) : `${wordsOf(room)}: ${wordsOf(key).toLowerCase()}`;
}

/** Something of the draft that is not as by default. */
export interface Difference {
  readonly path: string;
  readonly value: JsonValue;
  readonly parameter: Parameter | null;
}

/** What a draft says that the defaults do not, in its order; names and the story are no settings. */
export function differencesOf(draft: Draft, kind: NetworkKind): readonly Difference[] {
  const found: Difference[] = [];
  const visit = (path: string, value: JsonValue): void => {
    if (/^(swaylab|name|story|\$schema|brands\.\d+\.name)$/.test(path)) return;
    const parameter = parameterAt(path, kind) ?? null;
    const whole =
      parameter !== null || typeof value !== 'object' || value === null || path === 'strategies' || /^brands\.\d+\.strategy$/.test(path);
    if (!whole) {
      for (const [key, inner] of Object.entries(value)) visit(`${path}.${key}`, inner as JsonValue);
    } else if (parameter === null ? !isDefault(path, value) : JSON.stringify(parameter.default) !== JSON.stringify(value)) {
      found.push({ path, value, parameter });
    }
  };
  for (const [key, value] of Object.entries(draft)) visit(key, value);
  return found;
}

const DEFAULTS: Readonly<Record<string, JsonValue>> = { seed: 'swaylab', 'network.kind': 'tribal', 'network.redraw': 'replicate' };

function isDefault(path: string, value: JsonValue): boolean {
  return value === null || DEFAULTS[path] === value || (path.startsWith('mechanisms.') && value === true);
}

/** How many differences stand in a section. */
export function differencesIn(section: SectionName, differences: readonly Difference[]): number {
  const inside = (path: string): boolean => {
    if (section === 'changed') return true;
    if (section === 'about') return ['horizon', 'replicates', 'seed'].includes(path);
    if (section === 'network') return /^(network|ties)\.|^mechanisms\.ties$/.test(path);
    const mechanism = /^mechanisms\.(.+)$/.exec(path)?.[1];
    if (mechanism === undefined) return path === section || path.startsWith(`${section}.`);
    return section === (CONSUMER_TOPICS.some(([, keys]) => keys.includes(mechanism)) ? 'consumers' : 'tactics') && mechanism !== 'ties';
  };
  return differences.filter(({ path }) => inside(path)).length;
}
