import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../scenarios');

const INTRODUCTION = `# Scenarios

The scenarios that ship, each with its point, made from \`scenarios/*.json\` (\`npm run schemas\`). What a scenario does not set has its default
([parameters.md](parameters.md)); how the model works is in [odd.md](odd.md).

\`npx swaylab compare <name>\` runs one. All of them run on one's own network with \`--network FILE\`.`;

/** Keys of a scenario that say what it is called and how it is run, not what world it is. */
const FRAME = new Set(['$schema', 'swaylab', 'name', 'story', 'strategies', 'seed', 'replicates']);

/**
 * docs/scenarios.md: what each shipped scenario is about, and how it differs from the default.
 * @returns {string}
 */
export function scenarioPage() {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort((a, b) => Number(b === 'default') - Number(a === 'default') || (a < b ? -1 : 1));
  return `${[INTRODUCTION, ...names.map(section)].join('\n\n')}\n`;
}

/** @param {string} name */
function section(name) {
  /** @type {Record<string, unknown>} */
  const scenario = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const set = Object.entries(scenario).flatMap(([key, value]) => (FRAME.has(key) ? [] : settings(key, value)));
  const title = scenario.name === name ? '' : `: ${scenario.name}`;
  return [
    `## ${name}${title}`,
    String(scenario.story),
    `Set: ${set.length === 0 ? 'nothing, all defaults' : set.map((each) => `\`${each}\``).join(', ')}. Compared: ${compared(scenario.strategies)}.`,
  ].join('\n\n');
}

/** @param {unknown} strategies */
function compared(strategies) {
  if (!Array.isArray(strategies)) return 'all presets';
  return strategies.map((each) => (typeof each === 'string' ? each : `${each.name} (its own)`)).join(', ');
}

/**
 * The settings below a key, one a line: `market.need = 0.02`. Names of brands are labels and not listed.
 * @param {string} path
 * @param {unknown} value
 * @returns {string[]}
 */
function settings(path, value) {
  const isList = Array.isArray(value) && value.some((each) => typeof each === 'object');
  if (!isList && (typeof value !== 'object' || value === null || Array.isArray(value))) return [`${path} = ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, each]) =>
    /^brands\.\d+$/.test(path) && key === 'name' ? [] : settings(`${path}.${key}`, each),
  );
}
