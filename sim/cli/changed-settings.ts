import type { ChangedSetting } from '../chart/index.ts';
import { parseScenario, type Scenario } from '../scenario/index.ts';
import { listedParameters, PARAMETER_GROUPS } from '../scenario/parameter-groups.ts';

/** Not settings of the model, or told elsewhere. */
const LABEL = /^brands\.\d+\.name$/;
const APART = new Set(['swaylab', 'name', 'story', 'strategies', 'seed', 'replicates']);

/** Every value of a scenario that is not at its default. Of an imported network the scenario's own does not count. */
export function changedSettings(scenario: Scenario, networkReplaced = false): ChangedSetting[] {
  const { kind } = scenario.network;
  const blank = parseScenario({ name: 'default', network: { kind }, brands: scenario.brands.map(() => ({})) });
  const known = new Map(
    listedParameters(PARAMETER_GROUPS)
      .filter(({ path, group }) => !path.startsWith('network.') || group === `network.${kind}`)
      .map((parameter) => [parameter.path, parameter]),
  );
  const changed: ChangedSetting[] = [];
  const visit = (path: string, value: unknown, usual: unknown): void => {
    if (JSON.stringify(value) === JSON.stringify(usual) || LABEL.test(path)) return;
    if (isBranch(value) && isBranch(usual)) {
      for (const key of Object.keys(value)) visit(`${path}.${key}`, value[key], usual[key]);
      return;
    }
    const parameter = known.get(path.replace(/^brands\.\d+/, 'brands.0'));
    changed.push({
      path,
      value: nameOf(value),
      default: nameOf(usual),
      ...(parameter !== undefined && { meaning: parameter.meaning, ...(parameter.type !== 'choice' && { unit: parameter.unit }) }),
    });
  };
  if (!networkReplaced && kind !== 'tribal') changed.push({ path: 'network.kind', value: kind, default: 'tribal' });
  for (const key of Object.keys(scenario) as (keyof Scenario)[]) {
    if (!APART.has(key) && !(key === 'network' && networkReplaced)) visit(key, scenario[key], blank[key]);
  }
  return changed;
}

/** Vectors and strategies are shown whole. */
function isBranch(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? value.every((item) => typeof item === 'object') : !('plan' in value);
}

function nameOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'plan' in value && 'name' in value ? value.name : value;
}
