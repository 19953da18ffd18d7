/** What is counted while a week runs, per brand; read and cleared by the recorder. */
export interface Tally {
  readonly firstPurchases: Float64Array;
  readonly purchases: Float64Array;
  readonly repeats: Float64Array;
  readonly lapses: Float64Array;
  readonly positiveSent: Float64Array;
  readonly positiveHeard: Float64Array;
  readonly negativeSent: Float64Array;
  readonly negativeHeard: Float64Array;
  readonly knowledgeSent: Float64Array;
  readonly knowledgeHeard: Float64Array;
  readonly talkLost: Float64Array;
  readonly crossTribeHeard: Float64Array;
  readonly cascadeRoots: Float64Array;
  readonly cascadeDepth: Float64Array;
  readonly contactsSent: Float64Array;
  readonly contactsAttended: Float64Array;
  readonly contactsIgnored: Float64Array;
  readonly touchFirm: Float64Array;
  readonly touchConsumer: Float64Array;
  readonly reviewsWritten: Float64Array;
  readonly reviewsRead: Float64Array;
  readonly satisfaction: Float64Array;
  readonly statedIntention: Float64Array;
  readonly revenue: Float64Array;
  readonly grossMargin: Float64Array;
  readonly pricePaid: Float64Array;
  readonly lastTouchRevenue: Float64Array;
  readonly surveyed: Float64Array;
  readonly surveyedSatisfaction: Float64Array;
  readonly complaintsHeard: Float64Array;
  readonly voicesHeard: Float64Array;
  readonly choosers: Float64Array;
  /** Moments of affect over pairs who met: inside a tribe, then between: n, sum x, sum y, sum xx, sum yy, sum xy. */
  readonly meetings: Float64Array;
}

const PER_BRAND = [
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
  'satisfaction',
  'statedIntention',
  'revenue',
  'grossMargin',
  'pricePaid',
  'lastTouchRevenue',
  'surveyed',
  'surveyedSatisfaction',
  'complaintsHeard',
  'voicesHeard',
  'choosers',
] as const satisfies readonly (keyof Tally)[];

export const MEETING_MOMENTS = 6;

export function newTally(brands: number): Tally {
  const tally: Record<string, Float64Array> = {};
  for (const name of PER_BRAND) tally[name] = new Float64Array(brands);
  tally.meetings = new Float64Array(brands * 2 * MEETING_MOMENTS);
  return tally as unknown as Tally;
}

export function clearTally(tally: Tally): void {
  for (const name of PER_BRAND) tally[name].fill(0);
  tally.meetings.fill(0);
}
