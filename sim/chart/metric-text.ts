import { METRICS } from '../experiment/metrics.ts';

/** Titles for reading, and heads short enough for a column of a terminal. */
const TITLES: Readonly<Record<string, readonly [title: string, head: string]>> = {
  adoption: ['Adoption', 'adoption'],
  active: ['Active users', 'active'],
  womPositive: ['Positive word of mouth', 'WoM+'],
  womNegative: ['Negative word of mouth', 'WoM-'],
  womKnowledge: ['Knowledge passed on', 'knowledge'],
  sentiment: ['Sentiment', 'sentiment'],
  fit: ['Fit', 'fit'],
  spend: ['Spending', 'spend'],
  revenue: ['Revenue', 'revenue'],
  margin: ['Margin', 'margin'],
  romi: ['Return on marketing', 'ROMI'],
  followers: ['Followers', 'followers'],
  believedRoi: ['Return by last touch', 'last touch'],
  cac: ['Acquisition cost', 'CAC'],
  customerValue: ['Customer value', 'value'],
  awareShare: ['Awareness', 'aware'],
  lapsedShare: ['Lapsed customers', 'lapsed'],
  repeatRate: ['Repeat purchases', 'repeat'],
  trust: ['Trust', 'trust'],
  bond: ['Bond', 'bond'],
  irritation: ['Irritation', 'irritation'],
  satisfaction: ['Satisfaction', 'satisfied'],
  beliefError: ['Error of belief', 'belief err.'],
  knowledgeError: ['Error of knowledge', 'knowl. err.'],
  sentimentSpread: ['Spread of sentiment', 'spread'],
  agreementWithin: ['Agreement within tribes', 'within'],
  agreementBetween: ['Agreement between tribes', 'between'],
  womRatio: ['Positive to negative word of mouth', 'WoM +:-'],
  crossTribeShare: ['Word of mouth across tribes', 'across'],
  consumerDrivenShare: ['Touchpoints driven by consumers', 'own touch'],
  intentionKept: ['Purchases per stated intention', 'kept'],
};

export function metricTitle(metric: string): string {
  return TITLES[metric]?.[0] ?? metric;
}

export function metricHead(metric: string): string {
  return TITLES[metric]?.[1] ?? metric;
}

/** What a metric measures, in the words of its definition. */
export function metricMeaning(metric: string): string {
  return METRICS.find(({ name }) => name === metric)?.meaning ?? metric;
}
