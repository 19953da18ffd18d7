import { baseScenario, type Design, expandDesign } from '../experiment/design/design.ts';
import { type DesignSettings, parseExperiment } from '../experiment/design/experiment-file.ts';
import { METRICS, type MetricName, metricNamed } from '../experiment/metrics.ts';
import { InputError } from '../parameter/index.ts';
import { didYouMean, type Scenario } from '../scenario/index.ts';
import { type OpenedExperiment, openExperiment } from './experiment-source.ts';
import { factorOption } from './factor-option.ts';
import { type ScenarioChoice, settleScenario } from './settle-scenario.ts';
import { readScenario } from './shipped-scenarios.ts';

/** What a command line says about an experiment on a scenario. */
export interface FactorChoice extends ScenarioChoice {
  readonly factor?: readonly string[];
}

/** An experiment from options: the scenario after its overrides, the factors named, a design. */
async function experimentOf(source: string | undefined, choice: FactorChoice, design: DesignSettings): Promise<OpenedExperiment> {
  const scenario = settleScenario(await readScenario(source), choice);
  const factors = Object.fromEntries((choice.factor ?? []).map(factorOption));
  const experiment = parseExperiment({
    name: scenario.name,
    scenario,
    factors,
    design,
    replicates: scenario.replicates,
    seed: scenario.seed,
  });
  const base = baseScenario(experiment, scenario);
  return { experiment, base, design: designOf(experiment, base) };
}

function designOf(experiment: Parameters<typeof expandDesign>[0], base: Scenario): Design {
  try {
    return expandDesign(experiment, base);
  } catch (error) {
    if (!(error instanceof InputError) || error.path === null) throw error;
    const path = error.path.replace(/^factors(\.|$)/, '--factor ').trim();
    throw new InputError(error.message.replace(/^factors\.?/, '--factor '), { path, found: error.found, allowed: error.allowed });
  }
}

/**
 * An experiment file where the source is one, else the experiment that the options make of a scenario.
 *
 * @param replicates of each point of a scenario, unless the options say
 */
export async function openFactorExperiment(
  source: string | undefined,
  choice: FactorChoice,
  design: DesignSettings,
  replicates: number,
): Promise<OpenedExperiment> {
  if (choice.factor !== undefined) return experimentOf(source, { replicates, ...choice }, design);
  const given = await readScenario(source);
  const isExperiment = typeof given.given === 'object' && given.given !== null && 'design' in given.given;
  if (isExperiment) return openExperiment(given.file, choice);
  throw new InputError('nothing varies: the scenario needs factors', {
    path: '--factor',
    found: given.file,
    allowed: 'an experiment file, or --factor PATH with a scenario',
  });
}

/** The metric of this name. @throws InputError with the nearest name */
export function metricOption(flag: string, name: string): MetricName {
  const names = METRICS.map((metric) => metric.name);
  const found = names.find((each) => each === name);
  if (found !== undefined) return metricNamed(found).name as MetricName;
  const near = didYouMean(name, names);
  throw new InputError(`${flag}: there is no metric "${name}"${near === null ? '' : `, did you mean "${near}"?`}`, {
    path: flag,
    found: name,
    allowed: names.join(', '),
  });
}

/** A week within the horizon of every point; the last unless given. */
export function weekOption(week: number | undefined, { horizon }: Scenario): number {
  if (week === undefined || week <= horizon) return week ?? horizon;
  throw new InputError(`--week: found ${week}, allowed is at most the horizon, ${horizon}`, {
    path: '--week',
    found: String(week),
    allowed: `1 to ${horizon}`,
  });
}
