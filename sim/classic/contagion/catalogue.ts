import { badNews } from './bad-news.ts';
import { bass } from './bass.ts';
import { competingBrands } from './competing-brands.ts';
import { complexContagion } from './complex-contagion.ts';
import { independentCascade } from './independent-cascade.ts';
import { linearThreshold } from './linear-threshold.ts';
import { musicLab } from './music-lab.ts';
import { reinforcement } from './reinforcement.ts';
import { si } from './si.ts';
import { sir } from './sir.ts';
import { sis } from './sis.ts';
import { strongWeakTies } from './strong-weak-ties.ts';
import { wattsThreshold } from './watts-threshold.ts';

/** Textbook models of what spreads, in the order in which they are shown. */
export const CONTAGION_MODELS = [
  bass,
  si,
  sis,
  sir,
  independentCascade,
  linearThreshold,
  wattsThreshold,
  complexContagion,
  reinforcement,
  strongWeakTies,
  badNews,
  competingBrands,
  musicLab,
] as const;
