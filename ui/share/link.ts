import { canonicalJson } from '../../sim/experiment/canonical.ts';
import { METRICS, type MetricName } from '../../sim/experiment/metrics.ts';
import { InputError } from '../../sim/parameter/index.ts';
import { parseJson, SCENARIO_LIMITS } from '../../sim/scenario/index.ts';
import { type AppState, type Draft, FIRST_VIEW, PAGES, type ViewState } from '../state/app-state.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { boundedDraft } from './bounded-draft.ts';
import { deflated, inflated } from './deflate.ts';

/** What a link holds. An imported network is not in it: only its hash, so that one who has the file can tell. */
export interface Shared {
  /** Engine of the sender. */
  readonly engine: string;
  readonly draft: Draft;
  /** What differs from the first view. */
  readonly view: Partial<ViewState>;
  /** Hash of the sender's own network; null where the scenario's own was used. */
  readonly network: string | null;
}

/** A link that was opened, made safe. */
export interface OpenedLink extends Shared {
  /** What was lowered so that this browser can bear it. */
  readonly lowered: readonly string[];
}

/** Characters of a link that is read at all: more than any scenario within its own limit needs. */
const MOST_CHARACTERS = 200_000;
const FORMAT = '1';

/** Everything that has to travel so that another screen shows the same: what links, pictures and files carry. */
export function contentOf({ draft, view, network }: Pick<AppState, 'draft' | 'view' | 'network'>, engine: string): string {
  const changed = Object.fromEntries(Object.entries(view).filter(([key, value]) => value !== FIRST_VIEW[key as keyof ViewState]));
  const { $schema: _, ...scenario } = draft;
  return canonicalJson({
    engine,
    scenario,
    ...(Object.keys(changed).length > 0 && { view: changed }),
    ...(network !== null && { network: network.hash }),
  });
}

/** `#s=1.…`: the content, deflated. A format never changes what it means: another content has another number. */
export async function linkOf(state: Pick<AppState, 'draft' | 'view' | 'network'>, engine: string): Promise<string> {
  return `#s=${FORMAT}.${await deflated(contentOf(state, engine))}`;
}

/** Whether the part of an address after `#` is such a link. */
export function isLink(hash: string): boolean {
  return hash.startsWith('#s=');
}

type Reader = (content: Readonly<Record<string, unknown>>) => Shared;

/** Readers by format: those of earlier formats stay, so that old links open. */
const READERS: Readonly<Record<string, Reader>> = { 1: readFirst };

/**
 * Reads a link from a stranger: bounded in length, in what it unpacks to and in what it asks of the browser, and validated.
 *
 * @throws InputError that says what is wrong with it
 */
export async function openLink(hash: string): Promise<OpenedLink> {
  if (hash.length > MOST_CHARACTERS) {
    throw new InputError('the link is too long', {
      path: 'link',
      found: `${hash.length} characters`,
      allowed: `at most ${MOST_CHARACTERS}`,
    });
  }
  const [, format, packed] = /^#s=(\d{1,6})\.(.*)$/s.exec(hash) ?? [];
  if (packed === undefined)
    throw new InputError('this is no link of Swaylab', { path: 'link', found: hash.slice(0, 40), allowed: '#s=1.…' });
  if (!Object.hasOwn(READERS, format)) {
    throw new InputError('this link was made by a newer version of Swaylab', {
      path: 'link',
      found: `format ${format}`,
      allowed: `format ${FORMAT}`,
    });
  }
  return safeContent(await inflated(packed, SCENARIO_LIMITS.bytes), READERS[format]);
}

/**
 * Reads what a link, picture or file carries, bounded in what it asks of the browser.
 *
 * @throws InputError when it is no such content
 */
export function safeContent(text: string, reader: Reader = readFirst, file: string | null = null): OpenedLink {
  const content = parseJson(text, file);
  if (!isRecord(content))
    throw new InputError('there is no scenario in it', { file, path: 'content', found: typeof content, allowed: 'an object' });
  const shared = reader(content);
  const { draft, lowered } = boundedDraft(shared.draft);
  return { ...shared, draft, lowered };
}

function readFirst({ engine, scenario, view, network }: Readonly<Record<string, unknown>>): Shared {
  if (!isRecord(scenario))
    throw new InputError('there is no scenario in it', { path: 'scenario', found: typeof scenario, allowed: 'an object' });
  scenarioOf(scenario as Draft);
  return {
    engine: typeof engine === 'string' ? engine.slice(0, 80) : 'unknown',
    draft: scenario as Draft,
    view: isRecord(view) ? safeView(view) : {},
    network: typeof network === 'string' ? network.slice(0, 64) : null,
  };
}

/** Of a stranger's view, what has the right kind; the rest stays as it is at first. */
function safeView(view: Readonly<Record<string, unknown>>): Partial<ViewState> {
  const whole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  const name = (value: unknown): value is string => typeof value === 'string' && value.length <= 80;
  const names = (value: unknown): value is string[] =>
    Array.isArray(value) && value.length <= SCENARIO_LIMITS.strategies && value.every(name);
  const { page, shown, pair, metric, week, strategy, replicate, person, tribe, lines } = view;
  return {
    ...(PAGES.some((each) => each === page) && { page: page as ViewState['page'] }),
    ...(names(shown) && { shown }),
    ...(names(pair) && pair.length === 2 && { pair: pair as unknown as ViewState['pair'] }),
    ...(METRICS.some((each) => each.name === metric) && { metric: metric as MetricName }),
    ...(whole(week) && week >= 1 && { week }),
    ...(name(strategy) && { strategy }),
    ...(whole(replicate) && replicate < SCENARIO_LIMITS.replicates && { replicate }),
    ...(whole(person) && { person }),
    ...(whole(tribe) && { tribe }),
    ...(typeof lines === 'boolean' && { lines }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
