import { expect, test } from 'vitest';
import { settleScenario } from '../../sim/cli/settle-scenario.ts';

const blank = { given: { name: 'blank' }, file: 'blank.json' };

test('values are set in order, and options of their own win', () => {
  const scenario = settleScenario(blank, {
    set: ['market.need=0.1', 'market.need=0.2', 'seed=first', 'horizon=10'],
    seed: 'second',
    weeks: 20,
  });
  expect(scenario).toMatchObject({ market: { need: 0.2 }, seed: 'second', horizon: 20 });
});

test('the default network keeps its kind when one of its parameters is set', () => {
  expect(settleScenario(blank, { set: ['network.people=300'] }).network).toMatchObject({ kind: 'tribal', people: 300 });
  expect(settleScenario(blank, { population: 300 }).network).toMatchObject({ kind: 'tribal', people: 300 });
});

test('a population replaces that of the kind that the scenario has', () => {
  const ring = { given: { name: 'ring', network: { kind: 'ring', people: 50, redraw: 'once' } }, file: '' };
  expect(settleScenario(ring, { population: 60 }).network).toMatchObject({ kind: 'ring', people: 60, redraw: 'once' });
});

test('the file is not blamed for what the command line says, nor the other way round', () => {
  const wrong = { given: { name: 'wrong', market: { need: 7 } }, file: 'wrong.json' };
  expect(() => settleScenario(wrong)).toThrow(expect.objectContaining({ file: 'wrong.json', path: 'market.need' }));
  expect(() => settleScenario(wrong, { set: ['market.people=5'] })).toThrow(expect.objectContaining({ file: 'wrong.json' }));
  expect(() => settleScenario(blank, { set: ['market.need=7'] })).toThrow(expect.objectContaining({ file: null, path: 'market.need' }));
});
