import { access } from 'node:fs/promises';
import type { Command } from 'commander';
import { InputError } from '../parameter/index.ts';
import { SCENARIO_FORMAT, type Scenario, scenarioJsonSchema } from '../scenario/index.ts';
import { listedParameters, PARAMETER_GROUPS } from '../scenario/parameter-groups.ts';
import { writeSafely } from '../store/disk/index.ts';
import { changedSettings } from './changed-settings.ts';
import { addScenarioOptions } from './options.ts';
import { print, printJson, tell } from './output.ts';
import { groupsNamed, parameterPage, wrapped } from './parameter-catalogue.ts';
import { type ScenarioChoice, settleScenario } from './settle-scenario.ts';
import { DEFAULT_SCENARIO, readScenario, shippedNames } from './shipped-scenarios.ts';
import { terminalOf } from './terminal.ts';

/** Where an editor finds the schema of a project that has installed the package. */
const SCHEMA = './node_modules/swaylab/docs/scenario.schema.json';
const SCENARIO = 'a file, the name of a shipped scenario, or none for the default';

/** `swaylab scenario`: scenarios by themselves. */
export function addScenarioCommands(program: Command): void {
  const scenario = program.command('scenario').description('lists, shows, starts and checks scenarios');
  addList(scenario);
  addShow(scenario);
  addNew(scenario);
  addValidate(scenario);
  scenario
    .command('schema')
    .description('prints the JSON Schema of scenario files, for editors')
    .action(() => printJson(scenarioJsonSchema()));
}

function addList(scenario: Command): void {
  scenario
    .command('list')
    .description('lists the scenarios that ship, each with its point')
    .option('--json', 'prints one JSON document')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const names = await shippedNames();
      const scenarios = await Promise.all(names.map(async (name) => ({ name, scenario: settleScenario(await readScenario(name)) })));
      if (json) return await printJson(scenarios.map(({ name, scenario: { name: title, story } }) => ({ name, title, story })));
      const { width } = terminalOf(process.stdout);
      const entries = scenarios.map(({ name, scenario: { story } }) =>
        [name, ...wrapped(story.split(/\n\s*\n/)[0], width - 4).map((line) => `    ${line}`)].join('\n'),
      );
      await print(`${entries.join('\n')}\n`);
    });
}

type ShowOptions = ScenarioChoice & { readonly json?: boolean; readonly parameters?: string | true };

function addShow(scenario: Command): void {
  const show = scenario
    .command('show')
    .description('shows a scenario: its story, strategies, and what is not at its default')
    .argument('[scenario]', SCENARIO);
  addScenarioOptions(show)
    .option(
      '--parameters [group]',
      'lists every parameter instead, with default, unit, range, meaning and source; of one group where it is named',
    )
    .option('--json', 'prints one JSON document: the scenario with every value filled in')
    .action(async (source: string | undefined, options: ShowOptions) => {
      const { width } = terminalOf(process.stdout);
      if (options.parameters !== undefined) {
        const groups = options.parameters === true ? PARAMETER_GROUPS : groupsNamed(options.parameters);
        return options.json ? await printJson(listedParameters(groups)) : await print(`${parameterPage(groups, width)}\n`);
      }
      const settled = settleScenario(await readScenario(source), options);
      await (options.json ? printJson(settled) : print(scenarioPage(settled, width)));
    });
}

function scenarioPage(scenario: Scenario, width: number): string {
  const { name, story, strategies, horizon, replicates, seed } = scenario;
  const changed = changedSettings(scenario).map(({ path, value, default: usual, unit }) => {
    const measure = unit === undefined ? '' : ` ${unit}`;
    return `  ${path} = ${JSON.stringify(value)}${measure} (default ${JSON.stringify(usual)})`;
  });
  return `${[
    name,
    ...story.split(/\n\s*\n/).flatMap((paragraph) => (paragraph === '' ? [] : ['', ...wrapped(paragraph, width)])),
    '',
    ...wrapped(`strategies: ${strategies.map((strategy) => strategy.name).join(', ')}`, width),
    `horizon ${horizon} weeks, ${replicates} replicates, seed ${JSON.stringify(seed)}`,
    '',
    changed.length === 0 ? 'Every parameter is at its default.' : 'Not at its default:',
    ...changed,
    '',
    '"--parameters" lists every parameter, "--json" prints the scenario in full.',
  ].join('\n')}\n`;
}

function addNew(scenario: Command): void {
  scenario
    .command('new')
    .description('writes a scenario to start from')
    .argument('<file>', 'file to write')
    .option('--from <scenario>', 'what to start from', DEFAULT_SCENARIO)
    .option('--force', 'replaces a file that is there')
    .option('--json', 'prints errors as JSON')
    .action(async (file: string, { from, force }: { readonly from: string; readonly force?: boolean }) => {
      const taken = await access(file).then(
        () => true,
        () => false,
      );
      if (taken && !force) throw new InputError(`${file} is there already`, { file, found: 'a file', allowed: 'a new name, or --force' });
      const text = await readScenario(from);
      settleScenario(text);
      const { $schema: _schema, swaylab: _format, ...given } = text.given as Record<string, unknown>;
      await writeSafely(file, [`${JSON.stringify({ $schema: SCHEMA, swaylab: SCENARIO_FORMAT, ...given }, null, 2)}\n`]);
      tell(`wrote ${file}\n`);
    });
}

function addValidate(scenario: Command): void {
  scenario
    .command('validate')
    .description('checks scenarios; the first that is not valid is an error')
    .argument('<scenario...>', 'files or names')
    .option('--json', 'prints one JSON document')
    .action(async (sources: readonly string[], { json }: { readonly json?: boolean }) => {
      const valid: { readonly scenario: string; readonly name: string }[] = [];
      for (const source of sources) valid.push({ scenario: source, name: settleScenario(await readScenario(source)).name });
      await (json ? printJson({ valid }) : print(valid.map(({ scenario: source }) => `${source}: valid\n`).join('')));
    });
}
