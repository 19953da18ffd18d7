import { mechanism, real } from '../parameter/index.ts';

/** Everything a brand can spend money on. */
export const TACTICS = [
  'broadcast',
  'targeted',
  'influencer',
  'promotion',
  'ask',
  'listen',
  'monitor',
  'content',
  'conversation',
  'cocreation',
  'community',
  'service',
] as const;

export type Tactic = (typeof TACTICS)[number];

const COST = 'assumption; no published unit cost was found, to be swept over a factor of 100';
const unitCost = (value: number, unit: string, meaning: string) =>
  real(value, [value / 10, value * 10], unit, meaning, COST, [value / 1000, value * 1000]);
const relevance = (value: number, meaning: string) => real(value, [0, 1], '0..1', meaning, 'assumption');

export const broadcast = mechanism(
  'Impressions at random.',
  {
    cost: unitCost(0.01, 'currency', 'price of one impression'),
    relevance: relevance(0.1, 'relevance of a broadcast message outside the market'),
    intrusiveness: relevance(1, 'intrusiveness of a broadcast message'),
    precision: real(
      0,
      [0, 0.2],
      'share',
      'share of impressions that reach people who are in market or show intent',
      'by definition at random',
      [0, 1],
    ),
  },
  null,
);

export const targeted = mechanism(
  'Impressions by segment or shown intent.',
  {
    cost: unitCost(0.02, 'currency', 'price of one targeted impression'),
    relevance: relevance(0.4, 'relevance of a targeted message outside the market'),
    intrusiveness: relevance(1, 'intrusiveness of a targeted message'),
    precision: real(
      0.5,
      [0.1, 0.9],
      'share',
      'share of impressions that reach people who are in market or show intent',
      'assumption',
      [0, 1],
    ),
  },
  null,
);

export const influencer = mechanism(
  'Fees and samples to well-connected people, who reach others through their ties and persuade no more per contact.',
  {
    cost: unitCost(100, 'currency', 'fee and sample for one influencer'),
    top: real(
      0.05,
      [0.01, 0.2],
      'share',
      'share of best-connected people who are approached',
      'assumption; Hinz et al. 2011, 10.1509/jm.10.0088 (hubs reach more)',
      [0.0001, 1],
    ),
    relevance: relevance(0.4, "relevance of an influencer's post outside the market"),
    intrusiveness: relevance(0.5, "intrusiveness of an influencer's post"),
  },
  null,
);

export const promotion = mechanism(
  'A discount until the money is spent; it pulls purchases forward and lowers the reference price.',
  {
    depth: real(0.2, [0.05, 0.5], 'share of the price', 'depth of the discount', 'assumption', [0.01, 0.95]),
    pull: real(
      1,
      [0, 2],
      'factor',
      'how much a full discount that lasts for all would raise the hazard of need of people who recall the brand',
      'assumption',
      [0, 10],
    ),
    reference: real(
      0.1,
      [0.02, 0.3],
      'share a week',
      'how fast the reference price follows the prices that people meet',
      'assumption',
      [0, 1],
    ),
  },
  { pull: 0 },
);

export const research = mechanism(
  'Asking and reading: estimates of what tribes need, with error and bias.',
  {
    askCost: unitCost(5, 'currency', 'one answered questionnaire'),
    readCost: unitCost(0.5, 'currency', 'reading what one person wrote'),
    monitorCost: unitCost(500, 'currency a week', 'counting mentions'),
    askRho: real(
      0.53,
      [0.4, 0.65],
      'correlation',
      'how far answers reflect true needs; the rest is what is socially desirable',
      'Sheeran & Webb 2016, 10.1111/spc3.12265',
      [0, 1],
    ),
    readRho: real(0.8, [0.6, 0.9], 'correlation', 'how far revealed behaviour reflects true needs', 'assumption', [0, 1]),
    prior: real(20, [5, 100], 'people', 'answers that the initial, uninformed view is worth', 'assumption', [0.1, 10000]),
  },
  { askRho: 0, readRho: 0 },
);

export const content = mechanism(
  'Helpful pieces that people find, use and pass on.',
  {
    cost: unitCost(2000, 'currency', 'one helpful piece'),
    halfLife: real(26, [8, 104], 'weeks', 'half-life of a piece', 'assumption', [1, 1000]),
    usefulnessBase: real(0.3, [0, 0.6], '0..1', 'usefulness of content made without knowing needs', 'assumption', [0, 1]),
    usefulnessKnowledge: real(0.6, [0.2, 0.8], '0..1', 'usefulness that full knowledge of needs adds', 'assumption', [0, 1]),
    relevance: relevance(0.8, 'relevance of content outside the market'),
    valence: real(1, [0, 1], 'factor', 'how pleasant content is, relative to an advertisement', 'assumption', [-1, 2]),
  },
  { usefulnessBase: 0, usefulnessKnowledge: 0, valence: 0 },
);

export const conversation = mechanism(
  'Answers to people who talked, complained or asked.',
  {
    cost: unitCost(3, 'currency', 'one answer'),
    relevance: relevance(0.9, 'relevance of an answer'),
  },
  null,
);

export const cocreation = mechanism(
  'Changing delivery and lived values towards what the brand believes people need.',
  {
    cost: unitCost(1500000, 'currency', 'development of one full point of delivery'),
    limit: real(0.002, [0.0005, 0.005], 'points a week', 'greatest total change a week', 'assumption', [0, 1]),
    obsolescence: real(0.0005, [0, 0.002], 'points a week', 'total delivery that every product loses', 'assumption', [0, 0.1]),
    valuesPace: real(
      5,
      [0, 20],
      'value points per point',
      'how far lived values move when one point of delivery is developed',
      'assumption',
      [0, 1000],
    ),
  },
  { limit: 0, obsolescence: 0 },
);

export const community = mechanism(
  'Introductions between customers, and their upkeep.',
  {
    cost: unitCost(2, 'currency', 'one introduction'),
    relevance: relevance(0.5, 'relevance of a community contact'),
  },
  null,
);

export const service = mechanism('Fewer failures.', { cost: unitCost(0.5, 'currency a purchase', 'service for one purchase') }, null);

/** Every tactic's parameters, by the key under which a scenario sets them. */
export const BRAND_MECHANISMS = {
  broadcast,
  targeted,
  influencer,
  promotion,
  research,
  content,
  conversation,
  cocreation,
  community,
  service,
} as const;
