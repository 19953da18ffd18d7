import type { BandPoint, TimeChart } from '../../../sim/chart/describe.ts';
import { fixed, formatValue } from '../../../sim/chart/format.ts';
import type { MetricName } from '../../../sim/experiment/metrics.ts';
import type { ColumnName } from '../../../sim/experiment/recorded.ts';
import type { LabResult } from '../../lab/protocol.ts';

/** What the firm sees beside what is true of one thing, under one strategy. */
export interface Gap {
  readonly title: string;
  readonly seen: string;
  readonly true: string;
  readonly chart: TimeChart;
  /** Said below the chart where its lines are no medians; else empty. */
  readonly caption: string;
  /** What the difference comes to at a week. */
  readonly say: (week: number) => string;
}

/** What is seen and what is true look alike on every chart of the page. */
const SEEN = 1;
const TRUE = 0;

/** Everything of which the firm has a picture of its own. */
export function gapsOf(result: LabResult, strategy: string): Gap[] {
  const weekly = result.comparison.strategies.find(({ name }) => name === strategy)?.weekly;
  const columns = result.columns[strategy];
  if (weekly === undefined) return [];
  const runs = result.early ? 1 : result.comparison.replicates;
  const weeks = weekly.adoption.length;
  const metric = (name: MetricName): readonly BandPoint[] => weekly[name];
  const means = (values: Float32Array | undefined): BandPoint[] => meanPoints(values, weeks, result.brands.length);
  const at = (points: readonly BandPoint[], week: number): number | null => points[week - 1]?.q50 ?? null;
  const chart = (
    title: string,
    unit: string,
    measure: string,
    seen: readonly BandPoint[],
    truth: readonly BandPoint[],
    bands: boolean,
  ): TimeChart => ({
    kind: 'time',
    title,
    measure,
    unit,
    weeks,
    runs: bands ? runs : 1,
    bands: bands && runs > 1,
    lines: [
      { name: 'seen', look: SEEN, points: seen },
      { name: 'true', look: TRUE, points: truth },
    ],
  });
  const [followers, active, sentiment] = [metric('followers'), metric('active'), metric('sentiment')];
  const [believed, romi] = [metric('believedRoi'), metric('romi')];
  const meanCaption = runs > 1 ? `Lines: means of ${runs} runs.` : 'Lines: the only run.';
  const gaps: Gap[] = [
    {
      title: 'Followers, and users',
      seen: 'people who follow the brand',
      true: 'people who use it',
      chart: chart('Seen and true', 'share', 'share of people', followers, active, true),
      caption: '',
      say: (week) => followersSentence(at(followers, week), at(active, week), at(sentiment, week)),
    },
    {
      title: 'Return by last touch, and return',
      seen: 'what a last-touch report credits to the brand’s own contacts',
      true: 'margin beyond that of doing nothing, with the same luck',
      chart: chart('Reported and true', 'ratio', 'net gain per unit of money spent', believed, romi, true),
      caption: '',
      say: (week) => roiSentence(at(believed, week), at(romi, week)),
    },
  ];
  if (columns === undefined) return gaps;
  const [asked, content] = [means(columns.surveyedSatisfaction), means(columns.satisfaction)];
  const perPerson = (values: Float32Array | undefined) => means(cumulated(values, result.brands.length, populationOf(result, strategy)));
  const [stated, bought] = [perPerson(columns.statedIntention), perPerson(columns.purchases)];
  return [
    ...gaps,
    {
      title: 'Surveyed satisfaction, and satisfaction',
      seen: 'mean of those the brand asks',
      true: 'mean of all uses of the week',
      chart: chart('Said and felt', '-1..1', 'satisfaction', asked, content, false),
      caption: meanCaption,
      say: (week) => surveySentence(latest(asked, week), latest(content, week)),
    },
    {
      title: 'Stated intention, and purchases',
      seen: 'purchases that people in market announced',
      true: 'purchases they made',
      chart: chart('Announced and done', 'purchases per person', 'total so far', stated, bought, false),
      caption: meanCaption,
      say: (week) => intentionSentence(at(stated, week), at(bought, week)),
    },
  ];
}

/** Runs differ in what they define; a mean has no band. */
function meanPoints(values: Float32Array | undefined, weeks: number, brands: number): BandPoint[] {
  return Array.from({ length: weeks }, (_, index) => {
    const value = values?.[index * brands] ?? Number.NaN;
    const q50 = Number.isNaN(value) ? null : value;
    return { week: index + 1, q05: null, q25: null, q50, q75: null, q95: null };
  });
}

function cumulated(values: Float32Array | undefined, brands: number, population: number): Float32Array | undefined {
  if (values === undefined) return undefined;
  const sums = values.slice();
  for (let cell = brands; cell < sums.length; cell++) sums[cell] += sums[cell - brands];
  return sums.map((sum) => sum / population);
}

/** Everybody is in one stage: the stages add up to the people simulated. */
function populationOf({ columns }: LabResult, strategy: string): number {
  const stages: readonly ColumnName[] = [
    'stageUnaware',
    'stageDormant',
    'stageTriggered',
    'stageEvaluating',
    'stageCustomer',
    'stageAdvocate',
    'stageDetractor',
    'stageLapsed',
  ];
  return stages.reduce((sum, stage) => sum + (columns[strategy]?.[stage]?.[0] ?? 0), 0);
}

function latest(points: readonly BandPoint[], week: number): number | null {
  return points.slice(0, week).findLast(({ q50 }) => q50 !== null)?.q50 ?? null;
}

const times = (factor: number): string => (factor >= 10 ? fixed(factor, 0) : fixed(factor, 1));

function followersSentence(followers: number | null, active: number | null, sentiment: number | null): string {
  if (followers === null || active === null || sentiment === null) return 'Still to come.';
  const counted = `${formatValue(followers, 'share')} of people follow the brand; ${formatValue(active, 'share')} use it and mean sentiment is ${fixed(sentiment, 2)}`;
  if (followers === 0) return `${counted}. Followers say nothing yet.`;
  if (active === 0) return `${counted}: so far followers stand for no use at all.`;
  if (followers > active) return `${counted}: the number of followers promises ${times(followers / active)} times as much as there is.`;
  return `${counted}: for each follower there are ${times(active / followers)} users whom the count does not show.`;
}

function roiSentence(believed: number | null, romi: number | null): string {
  if (believed === null && romi === null) return 'No money was spent: there is no return to report.';
  if (believed === null || romi === null) return 'Still to come: the true return needs the run in which the brand does nothing.';
  const gap = believed - romi;
  const both = `Last touch reports ${formatValue(believed, 'ratio')} per unit spent, the truth is ${formatValue(romi, 'ratio')}`;
  if (Math.abs(gap) < 0.05 * Math.max(1, Math.abs(romi))) return `${both}: the report is about right.`;
  if (gap > 0)
    return `${both}: the report credits contacts with ${formatValue(gap, 'ratio')} that would have come anyway or that others brought about.`;
  return `${both}: the report misses ${formatValue(-gap, 'ratio')} that the money set off and that peers or own use finished.`;
}

function surveySentence(asked: number | null, content: number | null): string {
  if (content === null) return 'Nobody has used the brand yet.';
  if (asked === null) return 'The brand does not ask anybody: it sees nothing of how content its customers are.';
  const gap = asked - content;
  const both = `Those it asks say ${fixed(asked, 2)}, all uses of the week come to ${fixed(content, 2)}`;
  if (Math.abs(gap) < 0.02) return `${both}: the survey is about right.`;
  return `${both}: the survey is ${fixed(Math.abs(gap), 2)} too ${gap > 0 ? 'rosy' : 'gloomy'}.`;
}

function intentionSentence(stated: number | null, bought: number | null): string {
  if (stated === null || bought === null) return 'Still to come.';
  if (stated === 0) return 'Nobody has announced a purchase.';
  return `For 100 purchases announced so far, ${fixed((100 * bought) / stated, 0)} were made.`;
}
