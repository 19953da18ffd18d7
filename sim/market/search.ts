import type { Brand } from '../brand/index.ts';
import { learn } from '../consumer/belief.ts';
import { makeFamiliar, recallProbability } from '../consumer/familiarity.ts';
import { FAMILIARITY, ROW } from '../consumer/state.ts';
import { drawInteger, drawNormal, drawUniform, type Keys, PURPOSE } from '../random/index.ts';
import { type ContactKeys, deliver } from './contact.ts';
import { lessonFor } from './content.ts';
import { reflexChance } from './gate.ts';
import { credit, creditBelief, FROM_REVIEW, LEDGER_FAMILIARITY } from './ledger.ts';
import { type World, weekKeys } from './world.ts';

/** Draws set aside for one review. */
const DRAWS = 6;

/** Numbers of contacts that people sought themselves; far above those that brands send, so that luck never overlaps. */
const SOUGHT = 0x40000000;

/** 4.4 Those in market who will reflect read reviews and look for help; the curious come upon content at other times. */
export function searchAndRead(world: World): void {
  reflect(world);
  if (world.settings.consumers.search.curious > 0 && world.brands.some((brand) => brand.contentStock > 0)) comeUponContent(world);
}

function reflect(world: World): void {
  const { people, settings } = world;
  const { search } = settings.consumers;
  const recall = weekKeys(world, PURPOSE.recall);
  const gate = weekKeys(world, PURPOSE.gate);
  const find = weekKeys(world, PURPOSE.find);
  const review = weekKeys(world, PURPOSE.review);
  for (let m = 0; m < world.marketCount; m++) {
    const i = world.market[m];
    people.reflex[i] = drawUniform(gate.k0, gate.k1, i, 0) < reflexChance(world, i, recall) ? 1 : 0;
    if (people.reflex[i] === 1) continue;
    readReviews(world, i, recall.k0, recall.k1, review);
    if (search.find > 0 && drawUniform(find.k0, find.k1, i, 0) < search.find) {
      const b = brandByContent(world, drawUniform(find.k0, find.k1, i, 1));
      if (b >= 0) seek(world, i, b, world.contactKeys[b]);
    }
  }
}

function comeUponContent(world: World): void {
  const { people, settings } = world;
  const { search, familiarity } = settings.consumers;
  const recall = weekKeys(world, PURPOSE.recall);
  const find = weekKeys(world, PURPOSE.find);
  const half = familiarity.recallHalf;
  for (let i = 0; i < people.n; i++) {
    if (people.inMarket[i] === 1 || drawUniform(find.k0, find.k1, i, 2) >= search.curious) continue;
    const b = brandByContent(world, drawUniform(find.k0, find.k1, i, 3));
    if (b < 0) continue;
    const known = people.rows[(i * people.brands + b) * ROW + FAMILIARITY];
    if (drawUniform(recall.k0, recall.k1, i, b) < recallProbability(known, half)) seek(world, i, b, world.contactKeys[b]);
  }
}

function seek(world: World, person: number, b: number, keys: ContactKeys): void {
  deliver(world, person, b, lessonFor(world, b, person), keys, SOUGHT + b);
}

/** The brand whose content is found: in proportion to its stock, with one piece's worth of finding nothing. */
function brandByContent(world: World, u: number): number {
  let total = 1;
  for (const brand of world.brands) total += brand.contentStock;
  let left = u * total;
  for (let b = 0; b < world.brands.length; b++) {
    left -= world.brands[b].contentStock;
    if (left < 0) return b;
  }
  return -1;
}

/** A review of the stream by how many write what it says: drawn at random and taken by its share, the last draw in any case. */
function pickReview(brand: Brand, available: number, person: number, at: number, { k0, k1 }: Keys): number {
  let most = 0;
  for (let k = 0; k < available; k++) if (brand.reviewShares[k] > most) most = brand.reviewShares[k];
  let picked = 0;
  for (let attempt = 0; attempt < DRAWS - 1; attempt++) {
    picked = drawInteger(k0, k1, person, at + 2 * attempt, available);
    if (drawUniform(k0, k1, person, at + 2 * attempt + 1) * most < brand.reviewShares[picked]) break;
  }
  return picked;
}

/** A few reviews of each brand that comes to mind; strangers' readings with noise. */
function readReviews(world: World, person: number, r0: number, r1: number, keys: Keys): void {
  const { people, settings, tally, ledger } = world;
  const { reviews, familiarity, belief } = settings.consumers;
  const { rows, brands } = people;
  const limit = Math.floor(reviews.read);
  if (limit === 0) return;
  for (let b = 0; b < brands; b++) {
    const brand = world.brands[b];
    const available = Math.min(brand.reviewCount, brand.reviews.length);
    if (available === 0) continue;
    const pair = person * brands + b;
    const row = pair * ROW;
    const known = rows[row + FAMILIARITY];
    if (people.present[person] !== b && !(drawUniform(r0, r1, person, b) < recallProbability(known, familiarity.recallHalf))) continue;
    for (let k = 0; k < limit; k++) {
      const at = b * 256 + k * 2 * DRAWS;
      const reading = brand.reviews[pickReview(brand, available, person, at, keys)];
      const noise = belief.scale * Math.sqrt(belief.review) * drawNormal(keys.k0, keys.k1, person, at + 2 * DRAWS - 1);
      const knownBefore = rows[row + FAMILIARITY];
      const gain = learn(rows, row, reading + noise, belief.weight / belief.review, belief.maximum);
      makeFamiliar(rows, row, familiarity.heard);
      tally.reviewsRead[b]++;
      tally.touchConsumer[b]++;
      if (ledger !== null) {
        credit(ledger, pair, LEDGER_FAMILIARITY, FROM_REVIEW, rows[row + FAMILIARITY] - knownBefore);
        creditBelief(ledger, pair, FROM_REVIEW, gain, reading + noise);
      }
    }
  }
}
