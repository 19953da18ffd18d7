import { describe, expect, it } from 'vitest';
import { differenceChartOf } from '../../sim/chart/catalogue.ts';
import type { Table } from '../../sim/store/codec/index.ts';
import { figureOf } from '../../ui/share/figure.ts';
import { journeyFigure } from '../../ui/view/journey/journey-figure.ts';
import { movesIn } from '../../ui/view/journey/moves.ts';
import { compared, labResultOf } from './fixture/small-market.ts';

const { comparison, journeys } = labResultOf(compared(3));
const column = (table: Table, wanted: string): unknown[] => [...(table.columns.find(({ name }) => name === wanted)?.values ?? [])];

describe('what is taken away of', () => {
  it('a chart of differences is a row a strategy, as the comparison has it', () => {
    const figure = figureOf(differenceChartOf(comparison, 'adoption', 16, 'push'));
    const table = figure.table();
    const pair = comparison.comparisons.find(
      ({ a, b, metric, week }) => a === 'push' && b !== 'nothing' && metric === 'adoption' && week === 16,
    );
    const row = column(table, 'strategy').indexOf(pair?.b ?? '');
    expect(column(table, 'against')[row]).toBe('push');
    expect(column(table, 'mean')[row]).toBeCloseTo(-(pair?.difference.mean as number), 12);
    expect(column(table, 'week')[row]).toBe(16);
    expect(figure.drawing().marks.length).toBeGreaterThan(3);
  });

  it('the journey are all ways between stages, which hold everybody once a week', () => {
    const [journey] = journeys;
    const moves = movesIn(journey, 5, 9);
    const loop = {
      title: 'The journey',
      description: '',
      stages: moves.stages,
      moves: moves.moves,
      notes: moves.stages.map(String),
      chosen: null,
    };
    const table = journeyFigure(loop, journey.strategy, [5, 9], moves.population).table();
    const people = column(table, 'people_a_week') as number[];
    expect(table.rows).toBe(moves.stages.length ** 2);
    expect(people.reduce((sum, each) => sum + each, 0)).toBeCloseTo(150, 3);
    const stay = column(table, 'from').findIndex((from, row) => from === 'dormant' && column(table, 'to')[row] === 'dormant');
    const at = moves.stages.indexOf('dormant');
    expect(people[stay]).toBe(moves.moves[at * moves.stages.length + at]);
  });
});
