import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MECHANISMS } from '../../sim/market/settings.ts';
import { NETWORK_GENERATORS } from '../../sim/network/index.ts';
import type { MechanismTable } from '../../sim/parameter/index.ts';
import { scenarioJsonSchema } from '../../sim/scenario/index.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/parameters.md'), 'utf8');
const sections = new Map(page.split(/^## /m).map((section) => [section.slice(0, section.indexOf('\n')), section]));

interface Property {
  readonly description?: string;
  readonly source?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Property>>;
}

const schema = scenarioJsonSchema() as unknown as { properties: Record<string, Property & { items: Property; oneOf: Property[] }> };

/** Paths of everything below a property that has a source: the parameters of the schema. */
function parametersBelow(path: string, { properties = {} }: Property): (readonly [string, Property])[] {
  return Object.entries(properties).flatMap(([key, each]) =>
    each.source === undefined ? parametersBelow(`${path}.${key}`, each) : [[`${path}.${key}`, each] as const],
  );
}

/** The row of a parameter in a section: its cells. */
function row(section: string | undefined, path: string): string[] {
  const line = section?.split('\n').find((each) => each.startsWith(`| \`${path}\` |`));
  return line === undefined ? [] : line.split(/(?<!\\) \| /).map((cell) => cell.replaceAll('\\|', '|'));
}

describe('docs/parameters.md holds what the schema holds', () => {
  const { market, consumers, tactics, ties, brands } = schema.properties;
  const parameters = [
    ...Object.entries({ market, consumers, tactics, ties }).flatMap(([path, each]) => parametersBelow(path, each)),
    ...parametersBelow('brands.0', brands.items),
  ];

  test('every parameter, with its default, meaning and source', () => {
    expect(parameters.length).toBeGreaterThan(150);
    const missing = parameters.filter(([path, each]) => {
      const cells = row(page, path);
      const text = cells.join(' | ');
      return !(
        cells[1] === `\`${JSON.stringify(each.default)}\`` &&
        text.includes(each.description ?? '') &&
        text.includes(each.source ?? '')
      );
    });
    expect(missing.map(([path]) => path)).toEqual([]);
  });

  test('every mechanism, with its switch', () => {
    const missing = Object.entries(MECHANISMS as MechanismTable).filter(([key, { off }]) => {
      const section = [...sections].find(([name]) => name === key || name.endsWith(`.${key}`))?.[1] ?? '';
      return off === null ? !section.includes('no switch') : !section.includes(`\`mechanisms.${key}\``);
    });
    expect(missing.map(([key]) => key)).toEqual([]);
  });

  test('every kind of network, with its parameters', () => {
    const missing = Object.entries(NETWORK_GENERATORS).flatMap(([kind, generator]) =>
      Object.keys(generator.parameters).filter((name) => row(sections.get(`network.${kind}`), `network.${name}`).length === 0),
    );
    expect(missing).toEqual([]);
    expect(Object.keys(NETWORK_GENERATORS).filter((kind) => !sections.has(`network.${kind}`))).toEqual([]);
  });

  test('every key of a scenario', () => {
    const keys = Object.keys(schema.properties).filter((key) => key !== '$schema');
    expect(keys.filter((key) => row(sections.get('Scenario'), key).length === 0)).toEqual([]);
  });
});
