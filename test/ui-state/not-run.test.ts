import { expect, it } from 'vitest';
import { parseScenario } from '../../sim/scenario/index.ts';
import { amongWhom, notRun } from '../../ui/view/compare/not-run.ts';
import { compared, labResultOf, SMALL } from './fixture/small-market.ts';

const { comparison } = labResultOf(compared(2));
const cast = (...names: string[]) => ({ names, looks: new Map<string, number>() });

it('a verdict says among whom it holds when strategies of the scenario were not run', () => {
  const wider = parseScenario({ ...SMALL, strategies: ['nothing', 'push', 'learn-and-relate', 'promotion'] });
  const both = cast('push', 'learn-and-relate');
  expect(notRun(wider, both)).toEqual(['promotion']);
  expect(amongWhom(comparison, wider, both)).toEqual(['push', 'learn-and-relate']);
  expect(amongWhom(comparison, wider, cast('push', 'nothing'))).toEqual(['push', 'nothing']);
});

it('and does not when all were run, though doing nothing is not drawn', () => {
  const all = parseScenario({ ...SMALL, strategies: ['nothing', 'push', 'learn-and-relate'] });
  expect(notRun(all, cast('push', 'learn-and-relate'))).toEqual([]);
  expect(amongWhom(comparison, all, cast('push', 'learn-and-relate'))).toBeNull();
});
