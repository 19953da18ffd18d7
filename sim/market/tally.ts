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
  /** Who considered the brand, and the sum of the discounts that they met. */
  readonly lookers: Float64Array;
  readonly discountMet: Float64Array;
}

/** Zeros for every count. Written out, so that the engine keeps it a plain record: it is counted into everywhere. */
export function newTally(brands: number): Tally {
  const zeros = () => new Float64Array(brands);
  return {
    firstPurchases: zeros(),
    purchases: zeros(),
    repeats: zeros(),
    lapses: zeros(),
    positiveSent: zeros(),
    positiveHeard: zeros(),
    negativeSent: zeros(),
    negativeHeard: zeros(),
    knowledgeSent: zeros(),
    knowledgeHeard: zeros(),
    talkLost: zeros(),
    crossTribeHeard: zeros(),
    cascadeRoots: zeros(),
    cascadeDepth: zeros(),
    contactsSent: zeros(),
    contactsAttended: zeros(),
    contactsIgnored: zeros(),
    touchFirm: zeros(),
    touchConsumer: zeros(),
    reviewsWritten: zeros(),
    reviewsRead: zeros(),
    satisfaction: zeros(),
    statedIntention: zeros(),
    revenue: zeros(),
    grossMargin: zeros(),
    pricePaid: zeros(),
    lastTouchRevenue: zeros(),
    surveyed: zeros(),
    surveyedSatisfaction: zeros(),
    complaintsHeard: zeros(),
    voicesHeard: zeros(),
    choosers: zeros(),
    lookers: zeros(),
    discountMet: zeros(),
  };
}

export function clearTally(tally: Tally): void {
  for (const counts of Object.values(tally) as Float64Array[]) counts.fill(0);
}
