import { type Loop, layoutLoop } from '../../../sim/chart/loop.ts';
import { columnsOf, type Table, table } from '../../../sim/store/codec/index.ts';
import type { Figure } from '../../share/figure.ts';

const SIZE = { width: 960, height: 760 };

/** The loop of stages to take away: its picture, and a row for each way to go, with those who stay. */
export function journeyFigure(loop: Loop, strategy: string, [from, to]: readonly [number, number], population: number): Figure {
  return { title: loop.title, drawing: () => layoutLoop(loop, SIZE), table: () => tableOf(loop, strategy, [from, to], population) };
}

function tableOf({ stages, moves }: Loop, strategy: string, [first, last]: readonly [number, number], population: number): Table {
  const ways = stages.flatMap((from, leaving) =>
    stages.map((to, entering) => ({ from, to, people: moves[leaving * stages.length + entering] })),
  );
  const { texts, whole, numbers } = columnsOf(ways);
  return table(ways.length, [
    texts('strategy', () => strategy),
    whole('first_week', () => first),
    whole('last_week', () => last),
    texts('from', ({ from }) => from),
    texts('to', ({ to }) => to),
    numbers('people_a_week', ({ people }) => people),
    whole('population', () => population),
  ]);
}
