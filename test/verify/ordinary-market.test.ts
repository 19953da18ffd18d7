import { beforeAll, expect, test } from 'vitest';
import { failTogether, forSeeds } from './checks.ts';
import { type Notes, watchEstablishedBrand } from './established-brand.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { advance, ESTABLISHED, openLaboratory, scenarioOf, strategyNamed, watchedWeek } from './market-laboratory.ts';

printFindings();

let notes: Notes[] = [];

beforeAll(() => {
  notes = forSeeds(SEEDS, watchEstablishedBrand);
});

test('a watched week is the week, bit for bit', () => {
  const open = () =>
    openLaboratory({
      scenario: scenarioOf({ ...ESTABLISHED, horizon: 12 }, 300),
      replicate: 0,
      strategy: strategyNamed('learn-and-relate'),
    });
  const plain = open();
  advance(plain, 12);
  const watched = open();
  for (let week = 0; week < 12; week++) watchedWeek(watched, {});
  expect(watched.recorder.recording.values).toEqual(plain.recorder.recording.values);
});

test('V3: shared values and attitude go together as much as in self-congruity research', () => {
  find(
    'V3 congruence',
    notes.map((note) => note.congruence),
  );
});

test('E1: the paths of satisfaction', () => {
  failTogether(
    () =>
      find(
        'E1 disconfirmation',
        notes.map((note) => note.disconfirmationSatisfaction),
      ),
    () =>
      find(
        'E1 performance',
        notes.map((note) => note.performanceSatisfaction),
      ),
    () =>
      find(
        'E1 repurchase',
        notes.map((note) => note.satisfactionRepurchase),
      ),
    () =>
      find(
        'E1 complaint',
        notes.map((note) => note.satisfactionBadWord),
      ),
  );
});

test('K3: people do about half of what they say', () => {
  find(
    'K3 say-do',
    notes.map((note) => note.saidDone),
  );
});

test('S2: reflex takes over with tenure, and picks the better option less often', () => {
  failTogether(
    () =>
      find(
        'S2 tenure',
        notes.map((note) => note.reflexByTenure),
      ),
    () =>
      find(
        'S2 quality',
        notes.map((note) => note.reflexQuality),
      ),
  );
});

test('N2: the mean number of ties stays where it was for three years', () => {
  find(
    'N2 degree',
    notes.map((note) => note.tieDrift),
  );
});
