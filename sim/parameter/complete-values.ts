import { InputError } from './input-error.ts';
import type { Parameter, ParameterTable, Values } from './parameter.ts';

/** Values for some of a table's parameters, as they come from outside. */
export type GivenValues = Readonly<Record<string, unknown>>;

/**
 * The values of a table with defaults filled in, each checked against its parameter.
 *
 * @param path where the values stand, for messages: "network"
 * @param owner what has these parameters, for messages: "a ring network"
 * @throws InputError that names the parameter, what was found and what is allowed
 */
export function completeValues<T extends ParameterTable>(table: T, given: GivenValues, path: string, owner: string): Values<T> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(table, name));
  if (unknown !== undefined) {
    throw new InputError(`${owner} has no parameter "${unknown}".`, {
      path: `${path}.${unknown}`,
      found: unknown,
      allowed: Object.keys(table).join(', '),
    });
  }
  const values: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(table)) {
    const value = given[name] ?? (parameter.type === 'vector' ? [...parameter.default] : parameter.default);
    const allowed = allowance(parameter, value);
    if (allowed !== null) {
      const found = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : JSON.stringify(value);
      throw new InputError(`${path}.${name} is ${found}; ${allowed} ${parameter.type === 'vector' ? 'are' : 'is'} allowed.`, {
        path: `${path}.${name}`,
        found,
        allowed,
      });
    }
    values[name] = value;
  }
  return values as Values<T>;
}

/** What is allowed, in words, when the value is not; null when it is. */
function allowance(parameter: Parameter, value: unknown): string | null {
  if (parameter.type === 'choice') {
    return parameter.options.includes(value as string) ? null : `one of ${parameter.options.join(', ')}`;
  }
  const [low, high] = parameter.allowed;
  const fits = (each: unknown): boolean => typeof each === 'number' && each >= low && each <= high;
  if (parameter.type === 'vector') {
    const right = Array.isArray(value) && value.length === parameter.elements.length && value.every(fits);
    return right ? null : `${parameter.elements.length} numbers from ${low} to ${high}`;
  }
  const right = fits(value) && (parameter.type === 'number' || Number.isInteger(value));
  return right ? null : `${parameter.type === 'integer' ? 'a whole number' : 'a number'} from ${low} to ${high}`;
}
