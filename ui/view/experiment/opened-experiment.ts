import { planSweep, type SweepPlan } from '../../../sim/compute/sweep-plan.ts';
import { baseScenario, expandDesign } from '../../../sim/experiment/design/design.ts';
import { parseExperiment } from '../../../sim/experiment/design/experiment-file.ts';
import { InputError } from '../../../sim/parameter/index.ts';
import { parseJson } from '../../../sim/scenario/index.ts';
import { SCENARIO_PRESETS } from '../../state/presets.ts';

const FILE = 'experiment';
/** More runs than this belong on a machine of their own: their measures would fill the page's memory. */
const MOST_RUNS = 200_000;

/** Reads the text of an experiment file as the command line does, and settles every run. @throws InputError */
export function openedExperiment(text: string): SweepPlan {
  const experiment = parseExperiment(parseJson(text, FILE), FILE);
  const { design: asked, scenario } = experiment;
  if (asked.kind === 'explicit' && asked.file !== undefined) {
    throw new InputError('a page cannot read the table of points that lies beside the file', {
      file: FILE,
      path: 'design.file',
      found: asked.file,
      allowed: 'design.points, in the experiment itself',
    });
  }
  const given = typeof scenario === 'string' ? shipped(scenario) : scenario;
  const base = baseScenario(experiment, given, FILE);
  const design = expandDesign(experiment, base, FILE);
  const plan = planSweep({ experiment, design, scenario: base });
  const runs = plan.points * plan.replicates * plan.base.arms.length;
  if (runs > MOST_RUNS) {
    const found = `${plan.points} points x ${plan.replicates} replicates x ${plan.base.arms.length} strategies`;
    throw new InputError(`${runs} runs are too many for a page; run them with: swaylab sweep`, {
      file: FILE,
      path: 'design',
      found,
      allowed: `at most ${MOST_RUNS} runs`,
    });
  }
  return plan;
}

function shipped(name: string): unknown {
  const found = SCENARIO_PRESETS.find(({ id }) => id === name);
  if (found !== undefined) return found.draft;
  throw new InputError(`there is no scenario "${name}" in this page`, {
    file: FILE,
    path: 'scenario',
    found: name,
    allowed: `a scenario itself, or one of ${SCENARIO_PRESETS.map(({ id }) => id).join(', ')}`,
  });
}
