import { advertising } from './advertising.ts';
import { asking, sayDo } from './asking.ts';
import { attention } from './attention.ts';
import { belief } from './belief.ts';
import { bond } from './bond.ts';
import { dualProcess, lossAversion, reflection, reflexChoice } from './choice.ts';
import { conformity } from './conformity.ts';
import { disconfirmation, experience, failure } from './experience.ts';
import { exposure } from './exposure.ts';
import { familiarity } from './familiarity.ts';
import { followers } from './followers.ts';
import { habit, onboarding, waking } from './habit.ts';
import { intent } from './intent.ts';
import { irritation } from './irritation.ts';
import { need } from './need.ts';
import { expression, persuasion } from './persuasion.ts';
import { congruence, synergy } from './progress.ts';
import { regard } from './regard.ts';
import { reviews, search } from './search.ts';
import { reinforcement, support } from './support.ts';
import { advocacy, negativeTalk, sharing, talk } from './talk.ts';
import { homophily, traits } from './traits.ts';
import { trust } from './trust.ts';
import { uses } from './uses.ts';

/** Every mechanism of the consumer, by the key under which a scenario sets and switches it. */
export const CONSUMER_MECHANISMS = {
  traits,
  homophily,
  synergy,
  congruence,
  familiarity,
  attention,
  exposure,
  irritation,
  advertising,
  belief,
  trust,
  bond,
  intent,
  need,
  reviews,
  search,
  talk,
  negativeTalk,
  sharing,
  advocacy,
  persuasion,
  expression,
  conformity,
  regard,
  support,
  reinforcement,
  dualProcess,
  reflexChoice,
  reflection,
  lossAversion,
  habit,
  onboarding,
  waking,
  experience,
  disconfirmation,
  failure,
  asking,
  sayDo,
  uses,
  followers,
} as const;
