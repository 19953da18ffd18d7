import type { GivenFactor } from '../experiment/design/experiment-file.ts';
import type { JsonValue } from '../experiment/design/factor.ts';
import { InputError } from '../parameter/index.ts';

/**
 * A factor as an option: `market.people` (its plausible range), `market.need=0.02..0.2`, or a list of levels `brands.0.price=[30,60]`.
 *
 * @throws InputError for what is none of these
 */
export function factorOption(text: string): readonly [path: string, given: GivenFactor] {
  const at = text.indexOf('=');
  if (at < 0) return [text, {}];
  const [path, value] = [text.slice(0, at), text.slice(at + 1)];
  const range = /^([-+.\deE]+)\.\.([-+.\deE]+)$/.exec(value);
  if (range !== null) return [path, { range: [Number(range[1]), Number(range[2])] }];
  try {
    const levels = JSON.parse(value) as JsonValue;
    if (Array.isArray(levels)) return [path, [...(levels as JsonValue[])]];
  } catch {
    // Not JSON: refused below.
  }
  throw new InputError(`--factor: cannot read "${text}"`, {
    path: '--factor',
    found: text,
    allowed: 'path, path=from..to or path=[level,level]',
  });
}
