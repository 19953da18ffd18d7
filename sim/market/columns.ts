/**
 * What the market records each week for each brand. The order is part of the digest of a run: append, never reorder.
 * Counts are of simulated people or messages; money is for the whole market, in currency units.
 */
export interface Column {
  readonly name: string;
  readonly unit: string;
  readonly meaning: string;
}

const column = <N extends string>(name: N, unit: string, meaning: string) => ({ name, unit, meaning }) as const;

export const COLUMNS = [
  column('aware', 'people', 'people who would recall the brand when in market, summed recall probability'),
  column('familiar', 'people', 'people whose familiarity is at least one half'),
  column('firstPurchases', 'purchases', 'first purchases this week'),
  column('adopters', 'people', 'people who ever bought'),
  column('purchases', 'purchases', 'purchases this week'),
  column('repeats', 'purchases', 'purchases by people who already used the brand'),
  column('lapses', 'people', 'users who chose something else this week'),
  column('active', 'people', 'users: the brand was the last thing chosen'),
  column('positiveSent', 'messages', 'positive word of mouth sent'),
  column('positiveHeard', 'messages', 'positive word of mouth heard'),
  column('negativeSent', 'messages', 'negative word of mouth sent'),
  column('negativeHeard', 'messages', 'negative word of mouth heard'),
  column('knowledgeSent', 'messages', 'useful knowledge passed on'),
  column('knowledgeHeard', 'messages', 'useful knowledge heard'),
  column('talkLost', 'messages', 'word of mouth of any kind that found no listener'),
  column('crossTribeHeard', 'messages', 'word of mouth heard across a tribe border'),
  column('cascadeRoots', 'messages', 'knowledge shared by people who had it from the brand'),
  column('cascadeDepth', 'steps', 'deepest knowledge cascade this week'),
  column('contactsSent', 'contacts', 'contacts that tactics produced'),
  column('contactsAttended', 'contacts', 'contacts that people attended to'),
  column('contactsIgnored', 'contacts', 'contacts that people did not attend to'),
  column('touchFirm', 'touchpoints', 'touchpoints that the brand drove'),
  column('touchConsumer', 'touchpoints', 'touchpoints that consumers drove: talk heard, reviews read, content sought, own use'),
  column('reviewsWritten', 'reviews', 'reviews written, expected'),
  column('reviewsRead', 'reviews', 'reviews read'),
  column('affect', '-1..1', 'mean affect'),
  column('affectSpread', '0..1', 'standard deviation of affect'),
  column('belief', '0..1', 'mean believed progress'),
  column('beliefError', '0..1', 'mean absolute error of belief about progress'),
  column('trust', '0..1', 'mean trust'),
  column('bond', '0..1', 'mean bond'),
  column('irritation', '>= 0', 'mean irritation'),
  column('fit', '0..1', 'mean true progress that the brand would give'),
  column('satisfaction', '-1..1', "mean satisfaction with this week's uses; not a number without a use"),
  column('knowledgeError', '0..1', "error of the brand's estimate of needs, relative to knowing nothing"),
  column('followers', 'people', 'followers'),
  column('statedIntention', 'purchases', 'purchases that people in market announced, by what they said'),
  column('choosers', 'people', 'people in market'),
  column('agreementWithin', '-1..1', 'correlation of affect across ties inside a tribe'),
  column('agreementBetween', '-1..1', 'correlation of affect across ties between tribes'),
  column('stageUnaware', 'people', 'journey stage: unaware'),
  column('stageDormant', 'people', 'journey stage: aware, no need now'),
  column('stageTriggered', 'people', 'journey stage: a need has come up, the brand is not considered'),
  column('stageEvaluating', 'people', 'journey stage: a need has come up, the brand is considered'),
  column('stageCustomer', 'people', 'journey stage: customer'),
  column('stageAdvocate', 'people', 'journey stage: satisfied customer with a bond'),
  column('stageDetractor', 'people', 'journey stage: dissatisfied with the last use'),
  column('stageLapsed', 'people', 'journey stage: bought once, uses something else'),
  column('price', 'currency', 'price paid this week'),
  column('spend', 'currency', 'money spent'),
  column('revenue', 'currency', 'revenue'),
  column('grossMargin', 'currency', 'margin on purchases at list price, before spending; discounts are spending'),
  column('balance', 'currency', 'unspent money, with interest'),
  column('budget', 'currency', 'money granted this week'),
  column('lastTouchRevenue', 'currency', "revenue that a last-touch report would credit to the brand's own contacts"),
  column('surveyedSatisfaction', '-1..1', 'mean satisfaction among those the brand hears from; not a number when it does not ask'),
] as const satisfies readonly Column[];

export type ColumnName = (typeof COLUMNS)[number]['name'];
