import { expect, it } from 'vitest';
import { weeklyTable } from '../../sim/cli/weekly-table.ts';
import { comparisonOf, planComparison } from '../../sim/compute/comparison-plan.ts';
import { prepareExperiment } from '../../sim/experiment/replicate.ts';
import { parseScenario } from '../../sim/scenario/index.ts';

const plan = planComparison({
  scenario: parseScenario({ name: 'x', horizon: 6, replicates: 1, network: { kind: 'karate-club' }, strategies: ['push'] }),
});
const comparison = comparisonOf(plan);
const experiment = prepareExperiment(plan.input);
plan.names.forEach((_, strategy) => {
  comparison.add({ ...experiment.run(strategy, 0), runId: String(strategy) });
});

it.each([40, 80, 110, 300])('has no line that is longer than a terminal of %i columns', (width) => {
  const lines = weeklyTable(comparison.result(), 'push', { width, ascii: true, interactive: false, rows: 24, colour: false }).split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
  // Six weeks under heads, whatever had to be left out.
  expect(lines.slice(-6).map((line) => Number.parseInt(line, 10))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(lines.at(-7)).toMatch(/^week +adoption %/);
});
