import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { mean, sampleVariance } from 'simple-statistics';
import { afterAll, expect } from 'vitest';
import { tHalfWidth } from '../../sim/experiment/intervals.ts';
import { type Tolerance, type ToleranceName, toleranceOf } from './tolerances.ts';

/** Replicates of every stochastic check. */
export const SEEDS = 30;

export interface Finding {
  readonly name: ToleranceName;
  readonly mean: number;
  /** Half-width of the 95 % interval of the mean; 0 for a fact without chance. */
  readonly half: number;
  readonly seeds: number;
  readonly verdict: 'hit' | 'miss' | 'too wide' | 'undefined';
}

const PRECISION = 0.5;
const findings: Finding[] = [];

/**
 * Verdict of the house: the 95 % interval of the mean overlaps the band, and its half-width is below half the band (a quarter where the
 * tolerance asks for it).
 */
function judge(name: ToleranceName, values: readonly number[]): Finding {
  const tolerance: Tolerance = toleranceOf(name);
  const [low, high] = tolerance.band;
  const centre = mean(values as number[]);
  const half = values.length > 1 ? tHalfWidth(sampleVariance(values as number[]), values.length) : 0;
  const wide = half > (tolerance.precision ?? PRECISION) * (high - low);
  const overlaps = centre + half >= low && centre - half <= high;
  const verdict = Number.isNaN(centre + half) ? 'undefined' : !overlaps ? 'miss' : wide ? 'too wide' : 'hit';
  return { name, mean: centre, half, seeds: values.length, verdict };
}

/** Judges, remembers for the table, and fails the test where the kind of the tolerance asks for it. One value is a fact without chance. */
export function find(name: ToleranceName, values: readonly number[]): Finding {
  const tolerance: Tolerance = toleranceOf(name);
  const finding = judge(name, values);
  findings.push(finding);
  const told = `${name}: ${tolerance.statistic} is ${measured(finding)}, band ${bandOf(tolerance)}`;
  if (tolerance.kind === 'gate') expect(finding.verdict, told).toBe('hit');
  if (tolerance.kind === 'order') {
    const [low, high] = tolerance.order as readonly [number, number];
    // The whole interval lies on the right side.
    expect(finding.mean - finding.half, told).toBeGreaterThan(low);
    expect(finding.mean + finding.half, told).toBeLessThan(high);
  }
  return finding;
}

/** A finding with all that its tolerance says, as it is kept in docs/verification.json. Numbers without bound are null. */
interface Record {
  readonly name: string;
  readonly fact: string;
  readonly statistic: string;
  readonly band: readonly [low: number | null, high: number | null];
  readonly kind: string;
  readonly tag: string;
  readonly source: string;
  readonly mean: number | null;
  readonly half: number | null;
  readonly seeds: number;
  readonly verdict: string;
  /** Test file that measures it. */
  readonly test: string;
}

/** Prints this file's findings when its tests are over; appends them, a JSON document a line, to the file SWAYLAB_FINDINGS names. */
export function printFindings(): void {
  afterAll(() => {
    console.log(['', ...table(findings), ''].join('\n'));
    const { testPath } = expect.getState();
    const page = process.env.SWAYLAB_FINDINGS;
    if (page) appendFileSync(page, findings.map((finding) => `${JSON.stringify(recordOf(finding, testPath ?? ''))}\n`).join(''));
  });
}

function recordOf({ name, mean: centre, half, seeds, verdict }: Finding, test: string): Record {
  const { order: _order, precision: _precision, band, ...tolerance }: Tolerance = toleranceOf(name);
  const [low, high] = band;
  const file = relative(process.cwd(), test).replaceAll('\\', '/');
  return { name, ...tolerance, band: [finite(low), finite(high)], mean: finite(centre), half: finite(half), seeds, verdict, test: file };
}

function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}

const HEAD = ['id', 'kind', 'measured (95 %)', 'band', 'verdict', 'statistic'];

function rowOf(finding: Finding): string[] {
  const tolerance: Tolerance = toleranceOf(finding.name);
  return [finding.name, `${tolerance.kind} ${tolerance.tag}`, measured(finding), bandOf(tolerance), finding.verdict, tolerance.statistic];
}

function table(rows: readonly Finding[]): string[] {
  const cells = [HEAD, ...rows.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  '));
}

function measured({ mean: centre, half, seeds }: Finding): string {
  return seeds > 1 ? `${short(centre)} ± ${short(half)} (${seeds})` : short(centre);
}

function bandOf({ band }: Tolerance): string {
  return `${short(band[0])} .. ${short(band[1])}`;
}

function short(x: number): string {
  if (x !== 0 && Math.abs(x) < 0.0005) return x.toExponential(1);
  return Math.abs(x) < 10 ? x.toFixed(3) : x.toFixed(1);
}
