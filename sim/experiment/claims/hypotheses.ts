import type { JsonValue } from '../design/factor.ts';
import type { MetricName } from '../metrics.ts';
import type { Claim, Contrast, Side } from './claim.ts';

type Changes = Readonly<Record<string, JsonValue>>;

const side = (strategy: string, metric: MetricName, set?: Changes): Side => ({ strategy, metric, ...(set && { set }) });

/** The same metric under two strategies. */
const versus = (
  question: string,
  left: string,
  right: string,
  metric: MetricName,
  week: number,
  predicted: 1 | -1,
  set?: Changes,
): Contrast => ({
  question,
  left: side(left, metric),
  right: side(right, metric),
  week,
  predicted,
  ...(set && { set }),
});

/** The same strategy and metric in two worlds. */
const between = (
  question: string,
  strategy: string,
  metric: MetricName,
  week: number,
  left: Changes,
  right: Changes,
  predicted: 1 | -1,
): Contrast => ({
  question,
  left: side(strategy, metric, left),
  right: side(strategy, metric, right),
  week,
  predicted,
});

const off = (...mechanisms: string[]): Changes => Object.fromEntries(mechanisms.map((key) => [`mechanisms.${key}`, false]));

const MODERN: Changes = { 'consumers.advertising.effect': 0.1 };
const COMPLEX: Changes = {
  'market.need': 0.02,
  'market.job': [0.7, 0.2, 0.1],
  'consumers.belief.scale': 0.35,
  'consumers.reflection.risk': 0.8,
  'consumers.reviews.read': 6,
  'consumers.search.find': 0.6,
  'consumers.dualProcess.bias': -1,
};
const IMPULSE: Changes = {
  'market.need': 0.2,
  'consumers.dualProcess.bias': 1.5,
  'consumers.reflection.risk': 0.1,
  'consumers.reviews.read': 0,
};
const POOR: Changes = { 'brands.0.delivery': [0.3, 0.25, 0.25, 0.25], 'brands.0.claimedDelivery': [0.75, 0.6, 0.6, 0.6] };
const VARIED: Changes = { 'consumers.homophily.values': 1, 'consumers.homophily.drives': 8, 'brands.0.familiarity': 0.1 };

/** The hypotheses of practitioners about social media and marketing, each as differences that could come out otherwise. */
export const HYPOTHESES: readonly Claim[] = [
  {
    id: 'H1',
    claim: 'People hire products when a job comes up; purchases follow that demand, not the pressure to sell.',
    status: 'emergent',
    contrasts: [
      {
        question: 'Does half as much need again bring more revenue than half as much money again for advertising?',
        left: side('push', 'revenue', { 'market.need': 0.09 }),
        right: side('push', 'revenue', { 'market.budget': 0.03 }),
        week: 156,
        predicted: 1,
      },
      between(
        'Does more need bring more revenue where nobody advertises?',
        'nothing',
        'revenue',
        156,
        { 'market.need': 0.09, 'brands.0.familiarity': 0.25 },
        { 'brands.0.familiarity': 0.25 },
        1,
      ),
    ],
  },
  {
    id: 'H2',
    claim: 'What people do tells more than what they say.',
    status: 'assumed',
    silenced: { 'tactics.research.readRho': 0.6, 'tactics.research.askRho': 0.6 },
    contrasts: [
      versus('Does a firm that reads know needs better than one that asks for the same money?', 'reads', 'asks', 'knowledgeError', 156, -1),
      { ...versus('Does it earn more?', 'reads', 'asks', 'margin', 156, 1), free: true },
    ],
  },
  {
    id: 'H3',
    claim: 'Marketing pushes; learning pulls and builds relationships. Social media as a channel for push give poor results.',
    status: 'emergent',
    contrasts: [
      versus('Does learn-and-relate earn more than push in three years?', 'learn-and-relate', 'push', 'margin', 156, 1),
      versus('… where advertisements persuade as little as newer studies find?', 'learn-and-relate', 'push', 'margin', 156, 1, MODERN),
      versus('… for a complex, risky product?', 'learn-and-relate', 'push', 'margin', 156, 1, COMPLEX),
      versus('… for an impulse product?', 'learn-and-relate', 'push', 'margin', 156, 1, IMPULSE),
      versus('Does it build a stronger bond?', 'learn-and-relate', 'push', 'bond', 156, 1),
    ],
  },
  {
    id: 'H4',
    claim: 'Content is a currency of conversation that people pass on.',
    status: 'emergent',
    contrasts: [
      between(
        'Do more people adopt where content is shared than where it is not?',
        'learn-and-relate',
        'adoption',
        156,
        {},
        off('sharing'),
        1,
      ),
      versus('Is more useful knowledge heard from others than under push?', 'learn-and-relate', 'push', 'womKnowledge', 156, 1),
    ],
  },
  {
    id: 'H5',
    claim: 'Pushed offers catch a few at a moment of intent and annoy the many.',
    status: 'emergent',
    contrasts: [
      versus('Do people end up more irritated by push than by relating?', 'push', 'relate-only', 'irritation', 52, 1),
      between('Would push earn more if nobody were annoyed?', 'push', 'margin', 156, off('irritation'), {}, 1),
    ],
  },
  {
    id: 'H6',
    claim: 'A few tell the many about bad experiences.',
    status: 'emergent',
    contrasts: [
      {
        question: 'Is more bad than good heard of a poor product?',
        left: side('push', 'womNegative'),
        right: side('push', 'womPositive'),
        week: 156,
        predicted: 1,
        set: POOR,
      },
      {
        question: 'Is more bad than good heard of an ordinary product that is not oversold?',
        left: side('relate-only', 'womNegative'),
        right: side('relate-only', 'womPositive'),
        week: 156,
        predicted: 1,
      },
      between('Would a poor product earn more if nobody told?', 'push', 'margin', 156, { ...POOR, ...off('negativeTalk') }, POOR, 1),
    ],
  },
  {
    id: 'H7',
    claim: 'No purchase now may still be an intent that is acted on later.',
    status: 'emergent',
    contrasts: [
      between(
        'Do more people adopt in the half year after the last advertisement where intent keeps?',
        'then silence',
        'adoption',
        52,
        {},
        off('intent'),
        1,
      ),
    ],
  },
  {
    id: 'H8',
    claim: 'Who chases the return first misses the intent; the return follows from serving it.',
    status: 'emergent',
    contrasts: [
      versus('Does learn-and-relate earn more than promotions in three years?', 'learn-and-relate', 'promotion', 'margin', 156, 1),
      versus('… where advertisements persuade little?', 'learn-and-relate', 'promotion', 'margin', 156, 1, MODERN),
      versus('… for a complex, risky product?', 'learn-and-relate', 'promotion', 'margin', 156, 1, COMPLEX),
    ],
  },
  {
    id: 'H9',
    claim: 'Firms that ask their customers outperform those that believe they know them.',
    status: 'emergent',
    contrasts: [
      versus('Does the firm that asks earn more?', 'asks first', 'assumes', 'margin', 156, 1),
      versus('… where tribes need different things?', 'asks first', 'assumes', 'margin', 156, 1, VARIED),
      versus('Does its product fit better?', 'asks first', 'assumes', 'fit', 156, 1, VARIED),
    ],
  },
  {
    id: 'H10',
    claim: 'Friends, fans and followers are not value by themselves.',
    status: 'assumed',
    silenced: { 'consumers.followers.seePost': 0 },
    contrasts: [
      {
        question: 'Does it make less than 5 % of the margin of push whether people can follow?',
        left: side('push', 'margin'),
        right: side('push', 'margin', off('followers')),
        week: 156,
        predicted: 0,
        tolerance: 2.5,
        free: true,
      },
    ],
  },
  {
    id: 'H11',
    claim: 'Influence runs along a graph of interests, between people who are alike.',
    status: 'emergent',
    contrasts: [
      {
        question: 'Do people agree more with friends in their tribe than with those outside?',
        left: side('push', 'agreementWithin'),
        right: side('push', 'agreementBetween'),
        week: 156,
        predicted: 1,
      },
      between(
        'Do they agree more across ties where like-minded people are tied?',
        'push',
        'agreementWithin',
        156,
        { 'consumers.homophily.values': 1 },
        { 'consumers.homophily.values': 0 },
        1,
      ),
    ],
  },
  {
    id: 'H12',
    claim: "The journey is an ellipse: others' experience feeds decisions, and one's own feeds back.",
    status: 'emergent',
    contrasts: [
      between(
        "Do more people adopt where they hear of others' experience?",
        'push',
        'adoption',
        156,
        {},
        off('talk', 'negativeTalk', 'reviews', 'advocacy'),
        1,
      ),
      between(
        '… of a product that is not oversold?',
        'relate-only',
        'adoption',
        156,
        {},
        off('talk', 'negativeTalk', 'reviews', 'advocacy'),
        1,
      ),
    ],
  },
  {
    id: 'H13',
    claim: 'Listening beats monitoring.',
    status: 'assumed',
    silenced: { 'tactics.research.readRho': 0 },
    contrasts: [
      versus('Does the firm that reads know needs better than the one that counts mentions?', 'reads', 'counts', 'knowledgeError', 156, -1),
      { ...versus('Does it earn more?', 'reads', 'counts', 'margin', 156, 1), free: true },
    ],
  },
  {
    id: 'H14',
    claim: 'Familiarity moves choice from reflection to reflex; a bad preconception needs reflection again.',
    status: 'emergent',
    contrasts: [
      between('Is a known brand adopted by more people?', 'push', 'adoption', 52, { 'brands.0.familiarity': 0.5 }, {}, 1),
      between(
        'Does teaching win more people for a product that is thought poor where people reflect?',
        'relate-only',
        'adoption',
        156,
        { 'consumers.belief.priorMean': 0.35, 'consumers.dualProcess.bias': -2 },
        { 'consumers.belief.priorMean': 0.35 },
        1,
      ),
    ],
  },
  {
    id: 'H15',
    claim: 'Preferences shift when people learn the views of others.',
    status: 'emergent',
    contrasts: [
      between('Do friends agree more where people conform?', 'push', 'agreementWithin', 156, {}, off('conformity'), 1),
      between('Do people differ less?', 'push', 'sentimentSpread', 156, {}, off('conformity'), -1),
    ],
  },
  {
    id: 'H16',
    claim: 'The shift is larger within the tribe.',
    status: 'assumed',
    silenced: off('regard'),
    contrasts: [
      {
        question: 'Do people agree more with friends in their tribe than with those outside?',
        left: side('push', 'agreementWithin'),
        right: side('push', 'agreementBetween'),
        week: 156,
        predicted: 1,
      },
    ],
  },
  {
    id: 'H17',
    claim: 'Address all four drives, not one or two.',
    status: 'assumed',
    silenced: { 'consumers.synergy.rho': 1 },
    contrasts: [
      versus('Does it win more people in the first year to claim all four drives?', 'four drives', 'push', 'adoption', 52, 1),
      { ...versus('Does it earn more in three years?', 'four drives', 'push', 'margin', 156, 1), free: true },
    ],
  },
  {
    id: 'H18',
    claim: 'Speak to the values that people hold.',
    status: 'emergent',
    contrasts: [
      between(
        'Is a brand adopted by more people when it claims and lives the values they hold than when it does the reverse?',
        'push',
        'adoption',
        156,
        {},
        {
          'brands.0.values': [2, 2.8, 2.4, 1.6, 2.6, 2, 2.6, 3.4, 2, 2.2],
          'brands.0.claimedValues': [1.6, 2.6, 2.3, 2, 3.4, 1.8, 2.3, 3.3, 1.5, 1.8],
        },
        1,
      ),
    ],
  },
  {
    id: 'H19',
    claim:
      'Reframe, understand, listen, then engage; co-create; every contact should strengthen the bonds of people with the brand and with each other.',
    status: 'emergent',
    contrasts: [
      versus('Does it pay to understand before one engages?', 'learn-and-relate', 'engages at once', 'margin', 156, 1),
      versus('Does co-creation pay beside relating?', 'learn-and-relate', 'relate-only', 'margin', 156, 1),
      versus(
        'Does development after asking pay more than development in the blind?',
        'push+co-creation',
        'push+blind-development',
        'margin',
        156,
        1,
      ),
    ],
  },
  {
    id: 'H20',
    claim: 'Slow, not quick, wins: relationships pay in the long run.',
    status: 'emergent',
    contrasts: [
      versus('Is push ahead in margin after a quarter?', 'push', 'learn-and-relate', 'margin', 13, 1),
      versus('Is learn-and-relate ahead after three years?', 'learn-and-relate', 'push', 'margin', 156, 1),
      versus('Are its customers worth more each?', 'learn-and-relate', 'push', 'customerValue', 156, 1),
      versus('Is a mix ahead of push after three years?', 'hybrid', 'push', 'margin', 156, 1),
      versus('… where advertisements persuade little?', 'hybrid', 'push', 'margin', 156, 1, MODERN),
    ],
  },
];
