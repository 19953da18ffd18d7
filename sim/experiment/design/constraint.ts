import { InputError } from '../../parameter/index.ts';

/** Gives the number that stands at a path of the scenario. */
export type Lookup = (path: string) => number;

/** A condition that every point of a design must meet. */
export interface Constraint {
  readonly text: string;
  /** Paths that it names. */
  readonly paths: readonly string[];
  readonly holds: (lookup: Lookup) => boolean;
}

type Term = (lookup: Lookup) => number;

const TOKEN = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([A-Za-z_]\w*(?:\.\w+)*)|(<=|>=|!=|[-+*/()<>=]))/iy;
const COMPARISONS = ['<', '<=', '>', '>=', '=', '!='];
/** Sums that should be equal differ by rounding. */
const ROUNDING = 1e-9;
const DEEPEST = 100;

/**
 * Reads a condition between two expressions of numbers and parameter paths: `brands.0.margin < brands.0.price`,
 * `market.job.0 + market.job.1 <= 1`. Operators: + - * / and parentheses; < <= > >= = !=, the last two within a relative 1e-9.
 *
 * @throws InputError where it cannot be read
 */
export function parseConstraint(text: string, path: string): Constraint {
  const tokens = tokensOf(text, path);
  const paths = new Set<string>();
  let at = 0;
  let depth = 0;

  const fail = (wanted: string): never => {
    throw new InputError(`${path}: ${wanted} is needed at "${tokens[at] ?? 'the end'}" of "${text}"`, {
      path,
      found: text,
      allowed: wanted,
    });
  };
  const chain = (operators: readonly string[], next: () => Term, apply: (operator: string, a: number, b: number) => number): Term => {
    let left = next();
    while (operators.includes(tokens[at])) {
      const operator = tokens[at++];
      const [a, b] = [left, next()];
      left = (lookup) => apply(operator, a(lookup), b(lookup));
    }
    return left;
  };
  const sum = (): Term => chain(['+', '-'], product, (operator, a, b) => (operator === '+' ? a + b : a - b));
  const product = (): Term => chain(['*', '/'], unit, (operator, a, b) => (operator === '*' ? a * b : a / b));
  const unit = (): Term => {
    const token = tokens[at];
    if (++depth > DEEPEST) fail('a simpler expression');
    try {
      if (token === '-') {
        at++;
        const inner = unit();
        return (lookup) => -inner(lookup);
      }
      if (token === '(') {
        at++;
        const inner = sum();
        if (tokens[at] !== ')') fail('")"');
        at++;
        return inner;
      }
      if (token === undefined || !/^[\w.]/.test(token)) return fail('a number or the path of a parameter');
      at++;
      if (/^[\d.]/.test(token)) {
        const value = Number(token);
        return () => value;
      }
      paths.add(token);
      return (lookup) => lookup(token);
    } finally {
      depth--;
    }
  };

  const left = sum();
  if (!COMPARISONS.includes(tokens[at])) fail(`one of ${COMPARISONS.join(' ')}`);
  const comparison = tokens[at++];
  const right = sum();
  if (at < tokens.length) fail('the end');
  return { text, paths: [...paths], holds: (lookup) => compare(comparison, left(lookup), right(lookup)) };
}

function tokensOf(text: string, path: string): string[] {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) {
      throw new InputError(`${path}: cannot read "${text.slice(from).trim()}" in "${text}"`, {
        path,
        found: text,
        allowed: `numbers, paths, + - * / ( ) and one of ${COMPARISONS.join(' ')}`,
      });
    }
    tokens.push(found[1] ?? found[2] ?? found[3]);
  }
  return tokens;
}

function compare(comparison: string, a: number, b: number): boolean {
  const equal = Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a), Math.abs(b));
  switch (comparison) {
    case '<':
      return a < b;
    case '<=':
      return a <= b || equal;
    case '>':
      return a > b;
    case '>=':
      return a >= b || equal;
    case '=':
      return equal;
    default:
      return !equal;
  }
}
