/**
 * Canonical JSON: object keys sorted by code unit, no white space, numbers as ECMAScript prints them, -0 as 0, members that are undefined left out
 * (the scheme of RFC 8785). Equal values give equal text, whatever the order in which they were written.
 *
 * @throws TypeError with the path of anything that JSON cannot hold: NaN, infinities, functions, undefined in an array, class instances, cycles
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', []);
}

function write(value: unknown, path: string, above: readonly unknown[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}; canonical JSON holds finite numbers only`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`${path} is a ${typeof value}; canonical JSON cannot hold it`);
  if (above.includes(value)) throw new TypeError(`${path} contains itself; canonical JSON cannot hold a cycle`);
  const within = [...above, value];
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown, index) => write(item, `${path}[${index}]`, within)).join(',')}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype)
    throw new TypeError(`${path} is not a plain object; canonical JSON cannot hold it`);
  const record = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(record[key], `${path}.${key}`, within)}`);
  return `{${members.join(',')}}`;
}
