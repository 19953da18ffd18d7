import ln from '@stdlib/math-base-special-ln';
import { expect, test } from 'vitest';
import { ADVERTISING_EFFECT } from '../../sim/consumer/advertising.ts';
import { recallProbability } from '../../sim/consumer/familiarity.ts';
import { BOND, EXPOSURE, FAMILIARITY, IRRITATION, ROW } from '../../sim/consumer/state.ts';
import { type Contact, contactKeys, deliver } from '../../sim/market/contact.ts';
import { forget } from '../../sim/market/forget.ts';
import { Memory } from '../../sim/market/memory.ts';
import { series } from '../../sim/market/recording.ts';
import { failTogether, forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { advance, ESTABLISHED, openLaboratory, scenarioOf, strategyNamed } from './market-laboratory.ts';
import { correlation, sumOf } from './statistics.ts';

printFindings();

const BURN_IN = 104;
const QUARTER = 13;
const FOUR_YEARS = 208;
/** The modern band is narrow: more people make less noise. */
const PEOPLE = { classic: 500, modern: 2000 } as const;
/** Money is granted at the higher level throughout, and what is not spent stays in the account. */
const HIGH = 1.5;
const LOW = 0.5;

interface Elasticity {
  readonly quarter: number;
  readonly long: number;
}

/**
 * Arc elasticity, in a category with two equal rivals that advertise too, of an established brand's sales to its own broadcast spend: two years at the default budget, then for good half more or
 * half less, with the same luck. What is held: product, price, ties by their own rule, and everything else. The quarter is the first 13
 * weeks after the change, the long run is its fourth year.
 */
function elasticity(effect: number, people: number, replicate: number, memory: Memory): Elasticity {
  const sales = [LOW, HIGH].map((level) => {
    const [brand] = ESTABLISHED.brands;
    const rival = { ...brand, strategy: 'push' };
    const brands = [{ ...brand, budget: HIGH }, rival, rival];
    const scenario = scenarioOf({ ...ESTABLISHED, brands, horizon: BURN_IN + FOUR_YEARS, consumers: { advertising: { effect } } }, people);
    const shares = (week: number) => ({ broadcast: (week < BURN_IN ? 1 : level) / HIGH });
    const laboratory = openLaboratory({ scenario, replicate, strategy: strategyNamed('push'), shares, memory });
    advance(laboratory, BURN_IN + FOUR_YEARS);
    return series(laboratory.recorder.recording, 'purchases');
  });
  const arc = (from: number, to: number) => ln(sumOf(sales[1], from, to) / sumOf(sales[0], from, to)) / ln(HIGH / LOW);
  return { quarter: arc(BURN_IN, BURN_IN + QUARTER), long: arc(BURN_IN + FOUR_YEARS - 52, BURN_IN + FOUR_YEARS) };
}

function checkElasticities(setting: 'classic' | 'modern'): void {
  const memory = new Memory();
  const runs = forSeeds(SEEDS, (seed) => elasticity(ADVERTISING_EFFECT[setting], PEOPLE[setting], seed, memory));
  failTogether(
    () =>
      find(
        `P1 ${setting} quarter`,
        runs.map((run) => run.quarter),
      ),
    () =>
      find(
        `P1 ${setting} long`,
        runs.map((run) => run.long),
      ),
  );
}

test('P1: sales respond to advertising as they were found to, classic', () => checkElasticities('classic'));

// A known miss, if a narrow one: being known still sells a little where messages persuade nobody. The interval touches the band and is too wide.
test.fails('P1: sales respond to advertising as they were found to, modern', () => checkElasticities('modern'));

test('P2: stocks fade at the pace that is set', () => {
  // The half-life is that of what is forgotten; what lasts would hide it.
  const scenario = scenarioOf({ consumers: { familiarity: { lasting: 0 } } }, 50);
  const { world } = openLaboratory({ scenario, replicate: 0 });
  const { rows } = world.people;
  const halfLife = (field: number) => {
    for (let i = 0; i < world.people.n; i++) rows[i * ROW + field] = 0.5;
    let weeks = 0;
    while (rows[field] > 0.05) {
      forget(world);
      weeks++;
    }
    return (weeks * ln(2)) / ln(0.5 / rows[field]);
  };
  const { familiarity, exposure, bond } = scenario.consumers;
  failTogether(
    () => find('P2 familiarity', [halfLife(FAMILIARITY) / familiarity.halfLife]),
    () => find('P2 exposure', [halfLife(EXPOSURE) / (ln(0.5) / ln(exposure.keep))]),
    () => find('P2 bond', [halfLife(BOND) / bond.halfLife]),
  );
});

/** A person is made to watch the same advertisement again and again within one sitting. */
test('P3: liking rises and falls with exposures, recall only rises', () => {
  const scenario = scenarioOf({}, 50);
  const { world } = openLaboratory({ scenario, replicate: 0 });
  const { rows, affect } = world.people;
  const advertisement: Contact = { ...world.contacts.post };
  const keys = contactKeys(world, 0);
  const liking: number[] = [];
  const recall: number[] = [];
  for (let exposure = 0; exposure < 30; exposure++) {
    deliver(world, 0, 0, advertisement, keys, exposure);
    liking.push(affect[0]);
    recall.push(recallProbability(rows[FAMILIARITY], scenario.consumers.familiarity.recallHalf));
  }
  const peak = liking.indexOf(Math.max(...liking));
  expect(liking[29]).toBeLessThan(liking[peak]);
  for (let at = 1; at < 30; at++) expect(recall[at]).toBeGreaterThan(recall[at - 1]);
  find('P3 peak', [peak + 1]);
  find('P3 recall', [recall[29] - recall[peak]]);
});

/**
 * Half of an established brand's audience, at random, sit through ten intrusive and irrelevant advertisements, the others through ten that
 * do not intrude. As in the experiments that were pooled, reactance is the irritation and persuasion the attitude after the messages.
 */
function reactance(replicate: number): number {
  const scenario = scenarioOf({ ...ESTABLISHED, horizon: QUARTER });
  const laboratory = openLaboratory({ scenario, replicate, strategy: strategyNamed('push') });
  advance(laboratory, QUARTER);
  const { world } = laboratory;
  const { rows, affect, n } = world.people;
  const intrusive: Contact = { ...world.contacts.broadcast, certain: true, intrusiveness: 1 };
  const considerate: Contact = { ...world.contacts.broadcast, certain: true, intrusiveness: 0 };
  const keys = contactKeys(world, 0);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < 10; k++) deliver(world, i, 0, i % 2 === 0 ? intrusive : considerate, keys, 0x10000000 + k);
  }
  const irritation = Float64Array.from({ length: n }, (_, i) => rows[i * ROW + IRRITATION]);
  return correlation(irritation, affect);
}

test('P4: the irritated are persuaded less', () => {
  find('P4 reactance', forSeeds(SEEDS, reactance));
});
