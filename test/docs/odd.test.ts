import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BRAND_PARAMETERS } from '../../sim/brand/brand.ts';
import { TACTICS } from '../../sim/brand/index.ts';
import { MARKET_PARAMETERS, MECHANISMS } from '../../sim/market/settings.ts';
import type { MechanismTable, ParameterTable } from '../../sim/parameter/index.ts';

const root = resolve(import.meta.dirname, '../..');
const odd = readFileSync(join(root, 'docs/odd.md'), 'utf8');
const TABLES: Readonly<Record<string, ParameterTable>> = {
  market: MARKET_PARAMETERS,
  brands: BRAND_PARAMETERS,
  ...Object.fromEntries(Object.entries(MECHANISMS as MechanismTable).map(([key, { parameters }]) => [key, parameters])),
};
const switched = Object.entries(MECHANISMS as MechanismTable).filter(([, { off }]) => off !== null);

/** Every `group.parameter` named as code, inline or in a block, whose group exists. */
function parametersNamed(text: string): string[] {
  return [...text.matchAll(/(?<![\w./-])([a-zA-Z]+)\.([a-zA-Z]+)(?![\w./(])/g)]
    .filter(([, group]) => Object.hasOwn(TABLES, group))
    .map(([found]) => found);
}

describe('the ODD and the code agree', () => {
  test('every switch is described, and no other', () => {
    const described = [...odd.matchAll(/^\| `mechanisms\.(\w+)` \|/gm)].map(([, key]) => key);
    expect(described.toSorted()).toEqual(switched.map(([key]) => key).toSorted());
  });

  test('mechanisms without a switch are named as such', () => {
    const line = odd.split('\n').find((each) => each.startsWith('Without a switch:')) ?? '';
    const named = [...line.matchAll(/`(\w+)`/g)].map(([, key]) => key);
    const without = Object.entries(MECHANISMS as MechanismTable).filter(([, { off }]) => off === null);
    expect(named.toSorted()).toEqual(without.map(([key]) => key).toSorted());
  });

  test('every parameter of a mechanism appears, and every one that appears exists', () => {
    const named = new Set(parametersNamed(odd.replaceAll(/mechanisms\.\w+/g, '')));
    const all = Object.entries(MECHANISMS as MechanismTable).flatMap(([key, { parameters }]) =>
      Object.keys(parameters).map((name) => `${key}.${name}`),
    );
    expect(all.filter((each) => !named.has(each))).toEqual([]);
    const unknown = [...named].filter((each) => {
      const [group, name] = each.split('.');
      return !Object.hasOwn(TABLES[group], name);
    });
    expect(unknown).toEqual([]);
  });

  test('every default that is given is that of the schema', () => {
    const given = [...odd.matchAll(/`(\w+)\.(\w+)` = (-?[\d.]*\d)/g)];
    expect(given.length).toBeGreaterThan(80);
    const wrong = given.filter(([, group, name, value]) => TABLES[group]?.[name]?.default !== Number(value)).map(([found]) => found);
    expect(wrong).toEqual([]);
  });

  test('every tactic is described', () => {
    expect(TACTICS.filter((tactic) => !odd.includes(`\n| \`${tactic}\` |`))).toEqual([]);
  });
});

test.each(['docs/odd.md', 'docs/parameters.md', 'docs/scenarios.md'])('every file that %s names exists', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const named = [...text.matchAll(/`((?:sim|test|scenarios|docs|bench)\/[\w./-]+)`/g)].map(([, path]) => path);
  const linked = [...text.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, path]) => join('docs', path));
  expect([...named, ...linked].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
