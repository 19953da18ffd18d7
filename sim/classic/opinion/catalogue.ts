import type { ClassicModel } from '../model.ts';
import { axelrod } from './axelrod.ts';
import { deffuant } from './deffuant.ts';
import { deGroot } from './degroot.ts';
import { friedkinJohnsen } from './friedkin-johnsen.ts';
import { galam } from './galam.ts';
import { hegselmannKrause } from './hegselmann-krause.ts';
import { majority } from './majority.ts';
import { qVoter } from './q-voter.ts';
import { sznajd } from './sznajd.ts';
import { voter } from './voter.ts';

/** Models of opinion, simple rules before elaborate ones. */
export const OPINION_MODELS: readonly ClassicModel[] = [
  voter,
  qVoter,
  majority,
  sznajd,
  galam,
  deGroot,
  friedkinJohnsen,
  deffuant,
  hegselmannKrause,
  axelrod,
];
