import type { z } from 'zod';
import { NOTHING } from '../brand/index.ts';
import { InputError } from '../parameter/index.ts';
import { jsonFault } from './json-fault.ts';
import { SCENARIO_FORMAT, SCENARIO_LIMITS, type Scenario, scenarioSchemas } from './schema.ts';
import { didYouMean } from './suggest.ts';

/** Characters shown of a place that is not JSON. */
const SHOWN = 20;

/** Reads JSON text, in which every object names a key once; an error names line and column. */
export function parseJson(text: string, file: string | null): unknown {
  if (text.length > SCENARIO_LIMITS.bytes) {
    throw new InputError(`the file is too large`, {
      file,
      found: `${text.length} characters`,
      allowed: `at most ${SCENARIO_LIMITS.bytes}`,
    });
  }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const fault = jsonFault(json);
  if (fault !== null) {
    const { offset, needed } = fault;
    const lines = json.slice(0, offset).split('\n');
    const place = `line ${lines.length}, column ${(lines.at(-1) as string).length + 1}`;
    const rest = json.slice(offset, offset + SHOWN).split('\n', 1)[0];
    const found = rest !== '' ? rest : offset < json.length ? 'the end of the line' : 'the end of the text';
    throw new InputError(`not valid JSON at ${place}: found ${found}, needed is ${needed}`, { file, path: place, found, allowed: needed });
  }
  return JSON.parse(json);
}

/** Validates a scenario and fills in every default. Throws an InputError that names the place, what was found and what is allowed. */
export function parseScenario(given: unknown, file: string | null = null): Scenario {
  const version = (given as { swaylab?: unknown } | null)?.swaylab;
  if (typeof version === 'number' && version > SCENARIO_FORMAT) {
    throw new InputError(`this scenario is of a newer format`, {
      file,
      path: 'swaylab',
      found: String(version),
      allowed: `at most ${SCENARIO_FORMAT}`,
    });
  }
  const { scenario: schema } = scenarioSchemas();
  const result = schema.safeParse(given, { reportInput: true });
  if (!result.success) throw explainIssues(result.error.issues, file, schema);
  const { $schema: _, ...scenario } = result.data;
  const full = scenario as unknown as Scenario;
  // A rival without a strategy does nothing; the first brand's strategies are those compared.
  full.brands.forEach((brand, at) => {
    if (at > 0 && brand.strategy === null) brand.strategy = NOTHING;
    if (at > 0 && brand.name === 'brand') brand.name = `brand ${at + 1}`;
  });
  return full;
}

type Issue = z.core.$ZodIssue;

/** One clear error from what a schema found; further findings are counted. */
export function explainIssues(issues: readonly Issue[], file: string | null, schema: z.core.$ZodType): InputError {
  const issue = deepest(issues[0]);
  const path = issue.path.map(String).join('.') || '(top level)';
  const { found, allowed, text } = describe(issue, schema);
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new InputError(`${path}: ${text}${more}`, { file, path, found, allowed });
}

/** Of a union's branches, the finding of the branch that came furthest. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const candidates = issue.errors.flat().map((each) => ({ ...each, path: [...issue.path, ...each.path] }) as Issue);
  const best = candidates.reduce((a, b) => (b.path.length > a.path.length ? b : a), candidates[0]);
  const wantsObject = typeof issue.input === 'object' && issue.input !== null;
  const chosen = wantsObject ? candidates.find((each) => each.code !== 'invalid_value' && each.code !== 'invalid_type') : best;
  return deepest(chosen ?? best);
}

function describe(issue: Issue, schema: z.core.$ZodType): { found: string | null; allowed: string | null; text: string } {
  const found = show(issue.input);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = keysAt(issue.path, schema, issue.input);
      const key = issue.keys[0];
      const near = didYouMean(key, allowed);
      const hint = near === null ? '' : `, did you mean "${near}"?`;
      return { found: key, allowed: allowed.join(', ') || null, text: `unknown key "${key}"${hint}` };
    }
    case 'invalid_value':
      return oneOf(issue.input, issue.values.map(String));
    case 'invalid_union':
      return 'options' in issue && issue.options !== undefined
        ? oneOf(valueUnder(issue.input, issue.discriminator), issue.options.map(String))
        : { found, allowed: null, text: `${issue.message} (found ${found})` };
    case 'too_small':
      return { found, allowed: `at least ${issue.minimum}`, text: `found ${found}, allowed is at least ${issue.minimum}` };
    case 'too_big':
      return { found, allowed: `at most ${issue.maximum}`, text: `found ${found}, allowed is at most ${issue.maximum}` };
    case 'invalid_type':
      return {
        found,
        allowed: typeNamed(issue.expected),
        text: `${issue.input === undefined ? 'missing' : `found ${found}`}, ${typeNamed(issue.expected)} is needed`,
      };
    default:
      return { found, allowed: null, text: `${issue.message} (found ${found})` };
  }
}

function oneOf(input: unknown, words: readonly string[]): { found: string; allowed: string; text: string } {
  const found = show(input);
  const allowed = words.join(', ');
  const near = typeof input === 'string' ? didYouMean(input, words) : null;
  return { found, allowed, text: `found ${found}, allowed: ${allowed}${near === null ? '' : `; did you mean "${near}"?`}` };
}

function valueUnder(input: unknown, key: string | undefined): unknown {
  return key === undefined ? undefined : (input as Record<string, unknown> | null | undefined)?.[key];
}

/** A type as a sentence names it. */
function typeNamed(type: string): string {
  if (type === 'int') return 'a whole number';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function show(input: unknown): string {
  if (input === undefined) return 'nothing';
  if (typeof input === 'number' || typeof input === 'bigint') return String(input);
  const text = jsonOf(input) ?? typeof input;
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** JSON of a value; hostile input may be nested more deeply than the engine writes. */
function jsonOf(input: unknown): string | undefined {
  try {
    return JSON.stringify(input);
  } catch {
    return Array.isArray(input) ? 'an array nested too deeply to show' : 'an object nested too deeply to show';
  }
}

/** Keys that the schema allows at a path for what was found there, for suggestions. */
function keysAt(path: readonly PropertyKey[], schema: z.core.$ZodType, input: unknown): string[] {
  let nodes: z.core.$ZodType[] = [schema];
  for (const step of path) {
    nodes = nodes.flatMap((node) => unwrap(node)).flatMap((node) => childrenOf(node, step));
  }
  const shapes = nodes
    .flatMap((node) => unwrap(node))
    .flatMap((node) => {
      const { shape } = node._zod.def as Def;
      return shape === undefined ? [] : [shape];
    });
  return shapes.filter((shape) => isOfKind(shape, input)).flatMap((shape) => Object.keys(shape));
}

/** Whether every fixed word of a shape, such as the kind of a network, is the one found. */
function isOfKind(shape: Record<string, z.core.$ZodType>, input: unknown): boolean {
  return Object.entries(shape).every(([key, node]) => {
    const fixed = (node._zod.def as Def).values;
    const given = (input as Record<string, unknown> | undefined)?.[key];
    return fixed === undefined || given === undefined || fixed.includes(given);
  });
}

interface Def {
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  options?: readonly z.core.$ZodType[];
  element?: z.core.$ZodType;
  shape?: Record<string, z.core.$ZodType>;
  /** The words that a literal allows. */
  values?: readonly unknown[];
}

function unwrap(node: z.core.$ZodType): z.core.$ZodType[] {
  const def = node._zod.def as Def;
  if (def.innerType) return unwrap(def.innerType);
  if (def.options) return def.options.flatMap((option) => unwrap(option));
  if (def.in) return unwrap(def.in);
  return [node];
}

function childrenOf(node: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  const def = node._zod.def as Def;
  if (def.element) return [def.element];
  const child = def.shape?.[String(step)];
  return child ? [child] : [];
}
