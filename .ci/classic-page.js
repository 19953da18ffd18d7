import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { code, PARAMETER_HEAD, parameterRow, table } from './markdown.js';

/** @typedef {import('../sim/classic/index.ts').ClassicModel} ClassicModel */

const INTRODUCTION = `# Textbook models

Every textbook model of contagion and opinion, made from the catalogue that the code works with (\`npm run schemas\`).
\`swaylab classic <model>\` runs one ([cli.md](cli.md)); \`swaylab classic <model> --help\` says what stands here.

They play on the same networks as the market, with the same keyed luck: equal seeds give equal bits on every machine. Strengths and directions
of ties always count; whoever stands in a row of the network influences those listed in it. What a model does not set comes from the default
network of the market, *tribal*. A model says itself whether all people are updated at once (synchronous) or one after the other
(asynchronous). Each is tested against something independent: the exact Markov chain or an enumeration on small networks, closed forms,
linear equations, or a slow twin (\`test/classic\`).

## Seeding rules

Models with seeds take \`seeding\`, one of these. Between equals the lot decides.`;

/** What each rule does, for readers. */
const RULES = {
  random: 'everyone alike',
  degree: 'strength of all ties to people whom one influences',
  betweenness: 'shortest paths through a person, strong ties being short; estimated from 500 people in larger networks',
  closeness: 'sum of 1/distance to everyone, strong ties being short; estimated from 500 people in larger networks',
  eigenvector: 'influence on influential people',
  pagerank: 'a walk from each person to those who influence them, damping .85',
  'k-shell': 'the deepest shells by weighted degree; knows no directions',
  'vote-rank': 'votes by strength; the voters of the elected are weakened',
  'one-per-tribe': 'the strongest of each tribe, large tribes first (communities, where the network has one tribe)',
  bridges: 'strength of ties to other tribes',
  'friends-of-random': 'of a random person one who influences them',
  neighbourhood: 'a random person and those around',
  celf: 'greedy maximisation of the spread under the weighted independent cascade, on 100 sampled worlds',
};

/**
 * docs/classic.md: every textbook model with its rule, source, columns and parameters.
 * @returns {Promise<string>}
 */
export async function classicPage() {
  /** @type {typeof import('../sim/classic/index.ts')} */
  const { CLASSIC_MODELS, SEEDING_RULES } = await import(
    pathToFileURL(join(resolve(import.meta.dirname, '../dist'), 'classic/index.js')).href
  );
  const rules = table(
    ['rule', 'takes'],
    SEEDING_RULES.map((rule) => [code(rule), RULES[rule]]),
  );
  return `${[INTRODUCTION, rules, ...CLASSIC_MODELS.map(section)].join('\n\n')}\n`;
}

/** @param {ClassicModel} model */
function section({ name, title, meaning, source, time, updating, state, columns, steps, parameters, network }) {
  const shown =
    network === undefined
      ? 'the default network'
      : Object.entries(network)
          .map(([key, value]) => (key === 'kind' ? value : `${key} ${value}`))
          .join(', ');
  const rows = Object.entries(parameters).map(([key, parameter]) => parameterRow(key, parameter));
  return [
    `## ${name}`,
    `**${title}.** ${meaning}`,
    `Source: ${source}. State of a person: ${state}. Runs ${steps} steps on ${shown} unless told otherwise.`,
    `*${updating[0].toUpperCase()}${updating.slice(1)}.* ${time}`,
    table(
      ['records', 'unit', 'meaning'],
      columns.map((column) => [code(column.name), column.unit, column.meaning]),
    ),
    rows.length === 0 ? 'No parameters.' : table(PARAMETER_HEAD, rows),
  ].join('\n\n');
}
