import { expect, test } from 'vitest';
import { changedSettings } from '../../sim/cli/changed-settings.ts';
import { groupsNamed, parameterPage } from '../../sim/cli/parameter-catalogue.ts';
import { settleScenario } from '../../sim/cli/settle-scenario.ts';
import { listedParameters, PARAMETER_GROUPS } from '../../sim/scenario/parameter-groups.ts';

const blank = { given: { name: 'blank' }, file: '' };

test('every number of a scenario is listed under the path that --set takes, with its default', () => {
  const scenario = settleScenario(blank);
  const groups = PARAMETER_GROUPS.filter(({ path, name }) => path !== 'network' || name === 'network.tribal');
  const listed = new Map(listedParameters(groups).map(({ path, ...parameter }) => [path, parameter]));
  const visit = (path: string, value: unknown): void => {
    if (listed.has(path)) expect(value).toEqual(listed.get(path)?.default);
    else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) visit(`${path}.${key}`, inner);
    else expect(path).toMatch(/^brands\.0\.(name|strategy)$|^network\.(kind|redraw)$/);
  };
  for (const room of ['market', 'network', 'consumers', 'tactics', 'ties', 'brands'] as const) visit(room, scenario[room]);
});

test('each is shown with unit, ranges, meaning and source', () => {
  const page = parameterPage(groupsNamed('market'), 100);
  for (const words of ['market.need = 0.06', 'probability a week; plausible 0.01 to 0.2, allowed 0 to 1', 'base hazard', 'source: ']) {
    expect(page).toContain(words);
  }
});

test('a group by its name, or all under a name; the nearest for a wrong one', () => {
  expect(groupsNamed('tactics').length).toBeGreaterThan(5);
  expect(groupsNamed('network.ring')).toHaveLength(1);
  expect(() => groupsNamed('talk')).toThrow('did you mean "consumers.talk"?');
  expect(() => groupsNamed('markte')).toThrow('did you mean "market"?');
});

test('only what is not at its default counts as changed', () => {
  expect(changedSettings(settleScenario(blank, { seed: 'other', replicates: 2 }))).toEqual([]);
  const changed = changedSettings(
    settleScenario(blank, { set: ['market.need=0.1', 'network={"kind":"ring"}', 'mechanisms.conformity=false'] }),
  );
  expect(changed).toEqual([
    { path: 'network.kind', value: 'ring', default: 'tribal' },
    expect.objectContaining({ path: 'market.need', value: 0.1, default: 0.06, unit: 'probability a week' }),
    { path: 'mechanisms.conformity', value: false, default: true },
  ]);
});
