import { sensitivityReport } from '../chart/sensitivity.ts';
import { winMapReport } from '../chart/win-map.ts';
import { runIdOf } from '../compute/comparison-plan.ts';
import { planAt, type SweepPlan, type SweepRun } from '../compute/sweep-plan.ts';
import { InputError } from '../parameter/index.ts';
import type { Analysis, AskedRuns } from '../store/codec/index.ts';
import type { ResultsReader } from '../store/disk/index.ts';
import { fromFolder, positionsOf } from './analysis-session.ts';
import { mapResult } from './map-result.ts';
import { sensitivityResult } from './sensitivity-result.ts';

/** The report of an analysis whose runs are in a folder. @throws InputError when some are missing */
export async function analysisReport(plan: SweepPlan, analysis: Analysis, reader: ResultsReader): Promise<string> {
  const measure = fromFolder(plan, analysis, reader);
  const { commandLine } = reader.manifest;
  return analysis.kind === 'map'
    ? winMapReport(await mapResult(plan, analysis, measure), commandLine)
    : sensitivityReport(await sensitivityResult(plan, analysis, measure), commandLine);
}

/** The runs that an analysis asks for. Of a map that is not complete, those up to the first round that is not: the next depends on them. */
export async function* analysisRuns(plan: SweepPlan, analysis: Analysis, reader: ResultsReader): AsyncGenerator<SweepRun> {
  for (const { point, strategies, from, to } of await askedRuns(plan, analysis, reader)) {
    const at = planAt(plan, point);
    for (const strategy of strategies) {
      for (let replicate = from; replicate < to; replicate++) {
        yield { point, strategy, replicate, runId: runIdOf(at, strategy, replicate) };
      }
    }
  }
}

async function askedRuns(plan: SweepPlan, analysis: Analysis, reader: ResultsReader): Promise<AskedRuns[]> {
  const strategies = positionsOf(plan, analysis);
  if (analysis.kind === 'sensitivity') return plan.design.points.map((_, point) => ({ point, strategies, from: 0, to: plan.replicates }));
  const asked: AskedRuns[] = [];
  const kept = fromFolder(plan, analysis, reader);
  try {
    await mapResult(plan, analysis, (places) => {
      asked.push(...places.map((place) => ({ ...place, strategies })));
      return kept(places);
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return asked;
}
