import type { ColumnName } from '../market/columns.ts';
import type { Recording } from '../market/recording.ts';
import { RunView } from './run-view.ts';

/**
 * What a run is judged by. Every metric is a series over weeks: its value in a week is the state at the end of that week, or the
 * total up to and including it. Money is discounted to the first week. Where a metric is undefined it is NaN.
 */
export interface Metric {
  readonly name: string;
  readonly unit: string;
  /** Which direction is better for the firm or its customers; null where neither can be called so. */
  readonly better: 'higher' | 'lower' | null;
  readonly meaning: string;
  /** 'nothing' for what is measured against doing nothing, which must then be run, too. */
  readonly against: 'nothing' | null;
  /**
   * @param run the run to judge
   * @param reference the run of the same replicate in which the brand does nothing
   * @returns one value a week
   */
  readonly series: (run: RunView, reference: RunView) => Float64Array;
}

type Series = Metric['series'];

const metric = <N extends string>(name: N, unit: string, better: Metric['better'], meaning: string, series: Series) =>
  ({ name, unit, better, meaning, against: null, series }) as const;

/** A metric of what the brand's spending brought: the difference from the run in which it does nothing. */
const effect = <N extends string>(name: N, unit: string, better: Metric['better'], meaning: string, series: Series) =>
  ({ ...metric(name, unit, better, meaning, series), against: 'nothing' }) as const;

const combine = (a: Float64Array, b: Float64Array, f: (a: number, b: number) => number) => a.map((value, week) => f(value, b[week]));

/** 0/0 and x/0 are undefined, not infinite. */
const quotient = (a: number, b: number) => (b === 0 ? Number.NaN : a / b);

const mean =
  (column: ColumnName): Series =>
  (run) =>
    run.column(column).slice();

const share =
  (column: ColumnName): Series =>
  (run) =>
    run.column(column).map((count) => count / run.recording.population);

const heardPerPerson =
  (column: ColumnName): Series =>
  (run) =>
    run.total(column).map((count) => count / run.recording.population);

const moneyPerHead =
  (column: ColumnName): Series =>
  (run) =>
    run.presentValue(column).map((money) => money / run.recording.people);

const ratioOfTotals =
  (above: ColumnName, below: ColumnName): Series =>
  (run) =>
    combine(run.total(above), run.total(below), quotient);

/** Net gain on money spent; undefined until money has been spent. */
const returnOn = (gain: Float64Array, spend: Float64Array) => combine(gain, spend, (g, s) => quotient(g - s, s));

/** Margin on what a last-touch report credits: credited revenue at the margin rate of the week in which it came. */
function creditedMargin(run: RunView): Float64Array {
  const revenue = run.column('revenue');
  const margin = run.column('grossMargin');
  return run.presentValueOf(
    run.column('lastTouchRevenue').map((credited, week) => (credited === 0 ? 0 : (credited * margin[week]) / revenue[week])),
  );
}

/** Real people who bought because of the brand's spending. */
const incrementalAdopters: Series = (run, reference) => {
  const scale = run.recording.people / run.recording.population;
  return combine(run.column('adopters'), reference.column('adopters'), (own, without) => (own - without) * scale);
};

export const METRICS = [
  metric('adoption', 'share', 'higher', 'share of people who ever bought', share('adopters')),
  metric('active', 'share', 'higher', 'share of people who use the brand: it was the last thing they chose', share('active')),
  metric('womPositive', 'messages per person', 'higher', 'positive word of mouth heard so far', heardPerPerson('positiveHeard')),
  metric('womNegative', 'messages per person', 'lower', 'negative word of mouth heard so far', heardPerPerson('negativeHeard')),
  metric('womKnowledge', 'messages per person', 'higher', 'useful knowledge heard from others so far', heardPerPerson('knowledgeHeard')),
  metric('sentiment', '-1..1', 'higher', 'mean affect towards the brand', mean('affect')),
  metric('fit', '0..1', 'higher', 'mean true progress that the brand would give', mean('fit')),
  metric('spend', 'currency per head', null, 'money spent so far, discounted', moneyPerHead('spend')),
  metric('revenue', 'currency per head', 'higher', 'revenue so far, discounted', moneyPerHead('revenue')),
  metric('margin', 'currency per head', 'higher', 'gross margin minus money spent so far, discounted', (run) =>
    combine(run.presentValue('grossMargin'), run.presentValue('spend'), (gross, spend) => (gross - spend) / run.recording.people),
  ),
  effect(
    'romi',
    'ratio',
    'higher',
    'return on marketing: gross margin beyond that of doing nothing, minus money spent, per unit of money spent',
    (run, reference) =>
      returnOn(
        combine(run.presentValue('grossMargin'), reference.presentValue('grossMargin'), (own, without) => own - without),
        run.presentValue('spend'),
      ),
  ),
  metric('followers', 'share', null, 'share of people who follow the brand', share('followers')),

  metric('believedRoi', 'ratio', null, 'what a last-touch report would say the return on marketing is', (run) =>
    returnOn(creditedMargin(run), run.presentValue('spend')),
  ),
  effect(
    'cac',
    'currency per adopter',
    'lower',
    'money spent per adopter gained beyond those of doing nothing; undefined while none is gained',
    (run, reference) =>
      combine(run.presentValue('spend'), incrementalAdopters(run, reference), (spend, gained) =>
        gained > 0 ? spend / gained : Number.NaN,
      ),
  ),
  metric('customerValue', 'currency per adopter', 'higher', 'gross margin so far per person who ever bought, discounted', (run) =>
    combine(run.presentValue('grossMargin'), run.column('adopters'), (gross, adopters) =>
      quotient(gross * run.recording.population, adopters * run.recording.people),
    ),
  ),
  metric('awareShare', 'share', 'higher', 'share of people who would recall the brand when in market', share('aware')),
  metric('lapsedShare', 'share', 'lower', 'share of people who bought once and now use something else', share('stageLapsed')),
  metric(
    'repeatRate',
    'share',
    'higher',
    'share of the purchases so far that were made by people who already used the brand',
    ratioOfTotals('repeats', 'purchases'),
  ),
  metric('trust', '0..1', 'higher', 'mean trust in what the brand says', mean('trust')),
  metric('bond', '0..1', 'higher', 'mean bond with the brand and its community', mean('bond')),
  metric('irritation', '>= 0', 'lower', 'mean irritation with the brand', mean('irritation')),
  metric(
    'satisfaction',
    '-1..1',
    'higher',
    'mean satisfaction with the uses of the week; undefined in a week without a use',
    mean('satisfaction'),
  ),
  metric(
    'beliefError',
    '0..1',
    'lower',
    'mean absolute error of what people believe about the progress the brand gives',
    mean('beliefError'),
  ),
  metric('knowledgeError', '0..1', 'lower', "error of the brand's estimate of needs, relative to knowing nothing", mean('knowledgeError')),
  metric('sentimentSpread', '0..1', null, 'standard deviation of affect between people', mean('affectSpread')),
  metric('agreementWithin', '-1..1', null, 'correlation of affect across ties inside a tribe', mean('agreementWithin')),
  metric('agreementBetween', '-1..1', null, 'correlation of affect across ties between tribes', mean('agreementBetween')),
  metric('womRatio', 'ratio', 'higher', 'positive messages heard so far per negative one', ratioOfTotals('positiveHeard', 'negativeHeard')),
  metric('crossTribeShare', 'share', null, 'share of the word of mouth heard so far that crossed a tribe border', (run) => {
    const heard = combine(run.total('positiveHeard'), run.total('negativeHeard'), (a, b) => a + b);
    return combine(
      run.total('crossTribeHeard'),
      combine(heard, run.total('knowledgeHeard'), (a, b) => a + b),
      quotient,
    );
  }),
  metric('consumerDrivenShare', 'share', null, 'share of the touchpoints so far that consumers drove, not the brand', (run) =>
    combine(run.total('touchConsumer'), run.total('touchFirm'), (own, firm) => quotient(own, own + firm)),
  ),
  metric(
    'intentionKept',
    'ratio',
    null,
    'first and repeat purchases so far per stated intention to buy',
    ratioOfTotals('purchases', 'statedIntention'),
  ),
] as const satisfies readonly Metric[];

export type MetricName = (typeof METRICS)[number]['name'];

const BY_NAME = new Map<string, Metric>(METRICS.map((entry) => [entry.name, entry]));

export function metricNamed(name: MetricName): Metric {
  return BY_NAME.get(name) as Metric;
}

/** Value of one metric in one week (0 is the first). For many weeks take the metric's series. */
export function metricAt(name: MetricName, recording: Recording, reference: Recording, week: number, brand = 0): number {
  return metricNamed(name).series(new RunView(recording, brand), new RunView(reference, brand))[week];
}
