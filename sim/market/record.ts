import { balanceOf } from '../brand/index.ts';
import { recallProbability } from '../consumer/familiarity.ts';
import { STAGES, stageOf } from '../consumer/journey.ts';
import { BELIEF, BOND, FAMILIARITY, FOLLOWER, IRRITATION, ROW, STAGE, TRIED, TRUST } from '../consumer/state.ts';
import { agreement, measureAgreement, newAgreement } from './agreement.ts';
import { COLUMNS, type ColumnName } from './columns.ts';
import { positionOf, type Recording } from './recording.ts';
import { clearTally, type Tally } from './tally.ts';
import type { World } from './world.ts';
import { trueProgress } from './worth.ts';

/** Columns that are read straight from the tally. */
const COUNTED = [
  'firstPurchases',
  'purchases',
  'repeats',
  'lapses',
  'positiveSent',
  'positiveHeard',
  'negativeSent',
  'negativeHeard',
  'knowledgeSent',
  'knowledgeHeard',
  'talkLost',
  'crossTribeHeard',
  'cascadeRoots',
  'cascadeDepth',
  'contactsSent',
  'contactsAttended',
  'contactsIgnored',
  'touchFirm',
  'touchConsumer',
  'reviewsWritten',
  'reviewsRead',
  'statedIntention',
  'choosers',
  'revenue',
  'grossMargin',
  'lastTouchRevenue',
] as const satisfies readonly (ColumnName & keyof Tally)[];

const STAGE_COLUMNS = STAGES.map((stage) => `stage${stage[0].toUpperCase()}${stage.slice(1)}` as ColumnName);

export interface Recorder {
  readonly recording: Recording;
  readonly sums: Float64Array;
  readonly stages: Float64Array;
  /** Moments of affect over ties, see agreement.ts. */
  readonly agreement: Float64Array;
}

export function openRecorder(world: World, observe: { tribes: boolean; journey: boolean }): Recorder {
  const { people, settings, interest } = world;
  const weeks = settings.horizon;
  const cells = weeks * people.tribeCount * people.brands;
  return {
    recording: {
      weeks,
      brands: people.brands,
      population: people.n,
      people: settings.market.people,
      interest,
      values: new Float64Array(COLUMNS.length * weeks * people.brands),
      ...(observe.journey && { flows: new Float32Array(weeks * people.brands * STAGES.length * STAGES.length) }),
      ...(observe.tribes && {
        tribes: {
          count: people.tribeCount,
          sizes: Uint32Array.from(world.tribeSizes),
          adopters: new Float32Array(cells),
          affect: new Float32Array(cells),
        },
      }),
    },
    sums: new Float64Array(14),
    stages: new Float64Array(STAGES.length),
    agreement: newAgreement(people.brands),
  };
}

/** 4.10 and section 7: the state of every mind is summed up, the week's counts are booked, and what the firm has seen is kept for it. */
export function record(world: World, recorder: Recorder): void {
  const { people, tally, brands } = world;
  world.userCounts.fill(0);
  measureAgreement(world, recorder.agreement);
  for (let b = 0; b < brands.length; b++) {
    sumUp(world, b, recorder);
    const write = writer(recorder.recording, world.week, b);
    const brand = brands[b];
    for (const name of COUNTED) write(name, tally[name][b]);
    const [aware, familiar, tried, active, affect, square, belief, error, trust, bond, irritation, fit, followers] = recorder.sums;
    const n = people.n;
    write('aware', aware);
    write('familiar', familiar);
    write('adopters', tried);
    write('active', active);
    write('affect', affect / n);
    write('affectSpread', Math.sqrt(Math.max(0, square / n - (affect / n) * (affect / n))));
    write('belief', belief / n);
    write('beliefError', error / n);
    write('trust', trust / n);
    write('bond', bond / n);
    write('irritation', irritation / n);
    write('fit', fit / n);
    write('followers', followers);
    write('satisfaction', ratio(tally.satisfaction[b], tally.purchases[b]));
    write('knowledgeError', world.knowledgeErrors[b]);
    write('agreementWithin', agreement(recorder.agreement, b, false));
    write('agreementBetween', agreement(recorder.agreement, b, true));
    for (let s = 0; s < STAGES.length; s++) write(STAGE_COLUMNS[s], recorder.stages[s]);
    write('price', tally.purchases[b] > 0 ? tally.pricePaid[b] / tally.purchases[b] : brand.price);
    write('spend', brand.account.spent);
    write('balance', balanceOf(brand.account));
    write('budget', brand.account.granted);
    write('surveyedSatisfaction', ratio(tally.surveyedSatisfaction[b], tally.surveyed[b]));
    remember(world, b, followers);
  }
  clearTally(tally);
}

function writer(recording: Recording, week: number, brand: number) {
  return (name: ColumnName, value: number) => {
    recording.values[(positionOf(name) * recording.weeks + week) * recording.brands + brand] = value;
  };
}

function ratio(sum: number, count: number): number {
  return count > 0 ? sum / count : Number.NaN;
}

/** One pass over everybody for one brand. */
function sumUp(world: World, b: number, recorder: Recorder): void {
  const { people, settings, users, userCounts } = world;
  const { rows, flags, brands, present, n } = people;
  const { sums, stages } = recorder;
  const { flows = null, tribes = null } = recorder.recording;
  const half = settings.consumers.familiarity.recallHalf;
  sums.fill(0);
  stages.fill(0);
  let aware = 0;
  let affect = 0;
  let square = 0;
  let belief = 0;
  let error = 0;
  let trust = 0;
  let bond = 0;
  let irritation = 0;
  let fit = 0;
  for (let i = 0; i < n; i++) {
    const pair = i * brands + b;
    const row = pair * ROW;
    const flag = flags[pair];
    const known = rows[row + FAMILIARITY];
    const x = people.affect[pair];
    const m = rows[row + BELIEF];
    const uses = present[i] === b;
    const q = trueProgress(world, i, b);
    if (known > 0) aware += recallProbability(known, half);
    if (known >= 0.5) sums[1]++;
    if ((flag & TRIED) !== 0) sums[2]++;
    if ((flag & FOLLOWER) !== 0) sums[12]++;
    if (uses) {
      sums[3]++;
      users[b * n + userCounts[b]++] = i;
    }
    affect += x;
    square += x * x;
    belief += m;
    error += Math.abs(m - q);
    fit += q;
    trust += rows[row + TRUST];
    bond += rows[row + BOND];
    irritation += rows[row + IRRITATION];
    const stage = stageOf(rows, row, flag, uses, people.inMarket[i] === 1);
    stages[stage]++;
    if (flows !== null) {
      flows[((world.week * brands + b) * STAGES.length + rows[row + STAGE]) * STAGES.length + stage]++;
      rows[row + STAGE] = stage;
    }
    if (tribes !== null) {
      const at = (world.week * people.tribeCount + people.tribe[i]) * brands + b;
      if ((flag & TRIED) !== 0) tribes.adopters[at]++;
      tribes.affect[at] += x;
    }
  }
  sums[0] = aware;
  sums[4] = affect;
  sums[5] = square;
  sums[6] = belief;
  sums[7] = error;
  sums[8] = trust;
  sums[9] = bond;
  sums[10] = irritation;
  sums[11] = fit;
}

/** What the firm will see next week, and what next week's services and surveys refer to. */
function remember(world: World, b: number, followers: number): void {
  const { tally, seen, brands, settings } = world;
  world.lastPurchases[b] = tally.purchases[b];
  world.lastShare[b] = tally.choosers[b] > 0 ? tally.purchases[b] / tally.choosers[b] : 0;
  seen.revenue[b] = tally.revenue[b];
  seen.followers[b] = followers;
  seen.mentions[b] = tally.positiveSent[b] + tally.negativeSent[b] + tally.knowledgeSent[b];
  seen.voices[b] = tally.voicesHeard[b];
  seen.complaints[b] = tally.complaintsHeard[b];
  seen.surveyed[b] = tally.surveyed[b];
  seen.surveyedSatisfaction[b] = tally.surveyedSatisfaction[b];
  if (tally.lookers[b] === 0) return;
  const brand = brands[b];
  const asked = brand.listPrice - tally.discountMet[b] / tally.lookers[b];
  brand.referencePrice += settings.tactics.promotion.reference * (asked - brand.referencePrice);
}
