import { BRAND_MECHANISMS, type BRAND_PARAMETERS, type Strategy } from '../brand/index.ts';
import { CONSUMER_MECHANISMS } from '../consumer/catalogue.ts';
import { JOB_NAMES } from '../consumer/state.ts';
import { count, type MechanismValues, mechanism, real, type Values, vector, withSwitches } from '../parameter/index.ts';

const A = 'assumption';

/** The market as a whole: its size, its money, its category. */
export const MARKET_PARAMETERS = {
  people: count(
    1e6,
    [1e4, 1e7],
    'people',
    'real people the market stands for; decides what fixed costs weigh',
    'a mandatory axis of every map',
    [1, 1e10],
  ),
  budget: real(0.02, [0.002, 0.2], 'currency a person and week', 'money each brand may spend', A, [0, 1e6]),
  interest: real(0.12, [0.08, 0.2], 'share a year', 'discount rate', 'Gupta & Lehmann 2003', [0, 10]),
  need: real(0.06, [0.01, 0.2], 'probability a week', 'base hazard that the job comes up', 'category', [0, 1]),
  job: vector(
    [0.5, 0.25, 0.25],
    JOB_NAMES,
    [0.05, 0.9],
    'weight',
    'why people hire the product: functional, emotional, social',
    'jobs to be done: framework',
    [0.001, 1000],
  ),
  outsideMean: real(0.42, [0.3, 0.55], 'progress', 'mean quality of doing nothing, or of the incumbent', A, [0, 1]),
  outsideSd: real(0.06, [0.02, 0.12], 'progress', 'spread of that quality', A, [0, 1]),
  outsideFamiliarity: real(
    0.5,
    [0.3, 0.7],
    'familiarity',
    'familiarity of the outside option for the gate',
    'by definition of the gate: even',
    [0, 1],
  ),
  desirableDrives: vector(
    [0.1, 0.35, 0.35, 0.2],
    ['acquire', 'bond', 'comprehend', 'defend'],
    [0.05, 0.6],
    'weight',
    'what it is socially desirable to say one is driven by',
    'assumption',
    [0, 1],
  ),
} as const;

/** Ties that form, strengthen and fade. */
export const ties = mechanism(
  'Talk strengthens ties, silence weakens them; ties are lost and replaced, mostly by closing triangles.',
  {
    bridgeSurvival: real(
      0.957,
      [0.93, 0.98],
      'share a week',
      'weekly survival of a tie without common acquaintances',
      'Burt 2002, 10.1016/S0378-8733(02)00017-5 (9 in 10 gone after a year)',
      [0, 1],
    ),
    embeddedSurvival: real(
      0.99,
      [0.98, 0.999],
      'share a week',
      'weekly survival of a tie with common acquaintances',
      'Burt 2002, 10.1016/S0378-8733(02)00017-5; value assumed',
      [0, 1],
    ),
    closure: real(
      30,
      [5, 50],
      'odds',
      'odds that a new tie closes a triangle',
      'Kossinets & Watts 2006, 10.1126/science.1116869',
      [0, 1e6],
    ),
    strengthen: real(0.1, [0.02, 0.3], 'share of the gap', 'strength gained by a conversation', A, [0, 1]),
    keep: real(0.995, [0.98, 1], 'share a week', 'strength kept in silence', A, [0.9, 1]),
    outsiders: real(
      0.5,
      [0.1, 1],
      'factor',
      'acceptance of a new tie across tribes, relative to within',
      'McPherson et al. 2001 (sign); size assumed',
      [0, 1],
    ),
  },
  { bridgeSurvival: 1, embeddedSurvival: 1, strengthen: 0, keep: 1 },
);

const MARKET_MECHANISMS = { ties } as const;

/** Every mechanism of the model by key: consumers, brands, market. */
export const MECHANISMS = { ...CONSUMER_MECHANISMS, ...BRAND_MECHANISMS, ...MARKET_MECHANISMS } as const;
export type MechanismKey = keyof typeof MECHANISMS;

export interface BrandSettings extends Values<typeof BRAND_PARAMETERS> {
  name: string;
  /** What this brand does; null for the first brand, whose strategies are compared. */
  strategy: Strategy | null;
}

/** All that a run needs to know, as plain validated values. */
export interface MarketSettings {
  market: Values<typeof MARKET_PARAMETERS>;
  consumers: MechanismValues<typeof CONSUMER_MECHANISMS>;
  tactics: MechanismValues<typeof BRAND_MECHANISMS>;
  ties: Values<typeof ties.parameters>;
  brands: BrandSettings[];
  mechanisms: Record<MechanismKey, boolean>;
  /** Weeks. */
  horizon: number;
}

const known = new WeakMap<MarketSettings, MarketSettings>();

/**
 * The settings with every switched-off mechanism silenced: what the week works with. Settings are not changed once they are made, so one
 * answer serves all their runs.
 */
export function effective(settings: MarketSettings): MarketSettings {
  const before = known.get(settings);
  if (before !== undefined) return before;
  const silenced: MarketSettings = {
    market: settings.market,
    consumers: withSwitches(CONSUMER_MECHANISMS, settings.consumers, settings.mechanisms),
    tactics: withSwitches(BRAND_MECHANISMS, settings.tactics, settings.mechanisms),
    ties: withSwitches(MARKET_MECHANISMS, { ties: settings.ties }, settings.mechanisms).ties,
    brands: settings.brands,
    mechanisms: settings.mechanisms,
    horizon: settings.horizon,
  };
  known.set(settings, silenced);
  return silenced;
}
