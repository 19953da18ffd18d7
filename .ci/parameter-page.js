import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { code, PARAMETER_HEAD, parameterRow, table } from './markdown.js';

const dist = resolve(import.meta.dirname, '../dist');

/** @param {string} module */
const built = (module) => import(pathToFileURL(join(dist, module)).href);

/** @typedef {import('../sim/scenario/parameter-groups.ts').ParameterGroup} ParameterGroup */

/**
 * docs/parameters.md: every parameter of a scenario, from the tables that the model itself works with.
 * @returns {Promise<string>}
 */
export async function parameterPage() {
  /** @type {{ PARAMETER_GROUPS: readonly ParameterGroup[] }} */
  const { PARAMETER_GROUPS } = await built('scenario/parameter-groups.js');
  /** @type {typeof import('../sim/market/settings.ts')} */
  const { MECHANISMS } = await built('market/settings.js');
  /** @type {typeof import('../sim/scenario/index.ts')} */
  const { scenarioJsonSchema } = await built('scenario/index.js');
  const pages = PARAMETER_GROUPS.map((group) => section(group, MECHANISMS));
  return `${[INTRODUCTION, scenarioSection(scenarioJsonSchema()), ...pages].join('\n\n')}\n`;
}

const INTRODUCTION = `# Parameters

Every number that a scenario can set, made from the tables in the code (\`npm run schemas\`). *Plausible* is the range that maps and designs explore,
*allowed* is what a scenario may hold. A source is a publication, or "assumption": nobody has measured it.
How each parameter works is in [odd.md](odd.md). \`--set path=value\` sets one on the command line.

Every mechanism with a switch can be silenced by \`mechanisms.<key> = false\`: its parameters then take the values under *off*.`;

/** @param {Record<string, unknown>} schema */
function scenarioSection(schema) {
  const properties = /** @type {Record<string, Record<string, unknown>>} */ (schema.properties);
  const rows = Object.entries(properties)
    .filter(([name]) => name !== '$schema')
    .map(([name, given]) => {
      const plain = given.default !== undefined && typeof given.default !== 'object';
      return [code(name), plain ? code(JSON.stringify(given.default)) : '', bounds(given), String(given.description ?? '')];
    });
  return ['## Scenario', 'What a scenario file holds.', table(['key', 'default', 'allowed', 'meaning'], rows)].join('\n\n');
}

/** @param {Record<string, unknown>} given */
function bounds({ minimum, maximum, minLength, maxLength }) {
  if (minimum !== undefined) return `${minimum} to ${maximum}`;
  return maxLength === undefined ? '' : `${minLength ?? 0} to ${maxLength} characters`;
}

/**
 * @param {ParameterGroup} group
 * @param {typeof import('../sim/market/settings.ts').MECHANISMS} mechanisms
 */
function section(group, mechanisms) {
  const [room, key] = group.name.split('.');
  const isMechanism = room === 'consumers' || room === 'tactics' || room === 'ties';
  const mechanism = isMechanism ? mechanisms[/** @type {keyof typeof mechanisms} */ (key ?? room)] : undefined;
  const rows = Object.entries(group.parameters).map(([name, each]) => parameterRow(`${group.path}.${name}`, each));
  return [
    `## ${group.name}`,
    group.meaning,
    ...(mechanism === undefined ? [] : [switchOf(key ?? room, mechanism.off)]),
    rows.length === 0 ? 'No parameters.' : table(PARAMETER_HEAD, rows),
  ].join('\n\n');
}

/**
 * @param {string} key
 * @param {Readonly<Record<string, unknown>> | null} off
 */
function switchOf(key, off) {
  if (off === null) return 'Always on: it has no switch.';
  const values = Object.entries(off).map(([name, value]) => code(`${name} = ${JSON.stringify(value)}`));
  return `Switch \`mechanisms.${key}\`; off: ${values.join(', ')}.`;
}
