import { join } from 'node:path';
import type { Command } from 'commander';
import { reportHtml } from '../chart/index.ts';
import { type SweepSummary, type SweptMetric, sweepReport } from '../chart/sweep-report.ts';
import { type ComparisonPlan, comparisonOf } from '../compute/comparison-plan.ts';
import { planAt, runsAt, type SweepPlan } from '../compute/sweep-plan.ts';
import type { CompareResult, FinishedRun } from '../experiment/compare-result.ts';
import { type MetricName, metricNamed } from '../experiment/metrics.ts';
import { InputError } from '../parameter/index.ts';
import type { Manifest } from '../store/codec/index.ts';
import { ResultsReader, writeSafely } from '../store/disk/index.ts';
import { changedSettings } from './changed-settings.ts';
import { decidedSoFar } from './decision-folder.ts';
import { mustHaveFolder } from './html-file.ts';
import { print } from './output.ts';
import { knownRuns } from './session.ts';
import { analysisReport } from './stored-analysis.ts';
import { type StoredPlan, storedPlan } from './stored-plan.ts';
import { decisionSentence } from './until-decided.ts';

/** `swaylab report`: what a results folder holds, as one HTML file. */
export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('draws the report of a results folder, also of one that is not complete')
    .argument('<dir>', 'a folder of results')
    .option('--html <file>', 'where to write it (report.html in the folder)')
    .action(async (dir: string, options: { readonly html?: string }) => {
      const file = options.html ?? join(dir, 'report.html');
      if (options.html !== undefined) await mustHaveFolder('--html', file);
      const reader = await ResultsReader.open(dir);
      try {
        const plan = storedPlan(reader.manifest, join(dir, 'manifest.json'), null);
        await writeSafely(file, [await pageOf(plan, reader)]);
        await print(`${file}\n`);
      } finally {
        await reader.close();
      }
    });
}

async function pageOf(plan: StoredPlan, reader: ResultsReader): Promise<string> {
  if (plan.kind === 'comparison') return comparisonReport(plan.base, reader);
  const { analysis } = reader.manifest;
  return analysis === null ? sweepReport(await summaryOf(plan.sweep, reader)) : analysisReport(plan.sweep, analysis, reader);
}

async function comparisonReport(plan: ComparisonPlan, reader: ResultsReader): Promise<string> {
  const { scenario } = plan;
  const { decision } = reader.manifest;
  const runs = await knownRuns(plan, reader);
  const result = decision === null ? resultOf(plan, runs) : decidedSoFar(plan, decision, runs);
  if (result === null || result.replicates === 0) {
    const few = decision === null ? 'no complete replicate yet' : 'too few replicates for the first look of its decision';
    throw new InputError(`${reader.path} holds ${few}`, {
      file: reader.path,
      found: `${reader.finished.size} runs`,
      allowed:
        decision === null ? 'at least one replicate in which every strategy has run' : 'a folder that has reached a look; --resume goes on',
    });
  }
  return reportHtml(result, {
    title: scenario.name,
    story: scenario.story,
    changed: changedSettings(scenario, plan.network !== null),
    command: reader.manifest.commandLine,
    notes: [...decisionSentence(result), ...factsOf(reader)],
  });
}

function resultOf(plan: ComparisonPlan, runs: readonly FinishedRun[]): CompareResult {
  const comparison = comparisonOf(plan, { statistics: true });
  for (const run of runs) comparison.add(run);
  return comparison.result();
}

/** Facts about a batch that a reader should know. */
function factsOf({ manifest }: ResultsReader): string[] {
  const { runs, status, seed, sessions, scenarioHash, network, shard } = manifest;
  const machines = [...new Set(sessions.map(({ host, platform, node }) => `${host} (${platform}, Node ${node})`))];
  return [
    `${runs.done} of ${runs.planned} runs finished, ${runs.failed} failed; the batch is ${status}.`,
    `Seed ${JSON.stringify(seed)}; SHA-256 of the scenario ${scenarioHash}.`,
    ...(network === null ? [] : [`The network was imported, SHA-256 ${network}, and is the same in every run.`]),
    ...(shard === null ? [] : [`This is shard ${shard} of the batch.`]),
    `Run on ${machines.join('; ')}.`,
  ];
}

/** Metrics of the report, as far as the sweep has them; else its first. */
const TOLD: readonly MetricName[] = ['margin', 'adoption', 'sentiment', 'romi'];

/** Sums a sweep up point by point; of each run only what the report shows is kept. */
async function summaryOf(plan: SweepPlan, reader: ResultsReader): Promise<SweepSummary> {
  const { metrics, weeks } = plan.measuring;
  const told = TOLD.filter((name) => metrics.includes(name));
  const names = told.length > 0 ? told : metrics.slice(0, 1);
  const [week] = weeks.slice(-1);
  const places = names.map((name) => metrics.indexOf(name) * weeks.length + weeks.length - 1);
  const means = names.map(() => plan.base.names.map(() => new Float64Array(plan.points).fill(Number.NaN)));
  const failures: SweepSummary['failures'][number][] = [];
  for (let point = 0; point < plan.points; point++) {
    const sums = names.map(() => plan.base.names.map(() => ({ sum: 0, count: 0 })));
    for (const { strategy, runId } of runsAt(plan, planAt(plan, point), point)) {
      if (!reader.finished.has(runId) && !reader.failed.has(runId)) continue;
      const { error, measures } = await reader.read(runId);
      if (error !== null) failures.push({ runId, strategy: plan.base.names[strategy], point, error });
      places.forEach((place, metric) => {
        const value = measures?.[place] ?? Number.NaN;
        if (Number.isNaN(value)) return;
        sums[metric][strategy].sum += value;
        sums[metric][strategy].count++;
      });
    }
    sums.forEach((strategies, metric) => {
      strategies.forEach(({ sum, count }, strategy) => {
        if (count > 0) means[metric][strategy][point] = sum / count;
      });
    });
  }
  return {
    title: plan.file.name,
    story: plan.file.story,
    engine: reader.manifest.engine,
    strategies: plan.base.names,
    factors: numericFactors(plan),
    metrics: names.map((name, at): SweptMetric => ({ name, unit: metricNamed(name).unit, week, means: means[at] })),
    facts: [designFact(plan, reader.manifest), ...factsOf(reader)],
    failures,
    command: reader.manifest.commandLine,
  };
}

function designFact({ design, points, base: { names } }: SweepPlan, { replicates }: Manifest): string {
  const ruledOut = design.ruledOut > 0 ? `, ${design.ruledOut} ruled out by constraints` : '';
  return `A ${design.kind} design of ${points} points${ruledOut} in ${design.factors.length} factors, ${names.length} strategies, ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'} each.`;
}

function numericFactors({ design }: SweepPlan): SweepSummary['factors'] {
  return design.factors.flatMap(({ path }, position) => {
    const values = design.points.map((point) => point.values[position]);
    return values.every((value) => typeof value === 'number') ? [{ path, values: Float64Array.from(values as number[]) }] : [];
  });
}
