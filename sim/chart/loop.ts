import type { Drawing, Ink, Mark } from './marks.ts';
import { seriesInk } from './palette.ts';
import { textWidth } from './text-size.ts';

/** Stages in the order of the circle, and how many people move from each to each (row: from; the diagonal is not drawn). */
export interface Loop {
  readonly title: string;
  readonly description: string;
  readonly stages: readonly string[];
  /** `[from * stages + to]` */
  readonly moves: ArrayLike<number>;
  /** Said under the name of each stage. */
  readonly notes: readonly string[];
  /** The stage whose moves stand out, null for all alike. */
  readonly chosen: number | null;
}

const TEXT = 12;
/** Names beside each other at the top and the foot of the circle must not meet: only one in the very middle is centred. */
const NEARLY_UPRIGHT = 0.08;
/** Share of the circle that stays empty between stages. */
const GAPS = 0.14;
/** Smallest share of the circle that a stage takes, so that its name has room. */
const LEAST = 0.035;

/**
 * Stages on a circle, each as long as what comes and goes; bands bend from where people leave to where they arrive and narrow to a point
 * there, in the colour of the stage that they leave.
 */
export function layoutLoop(loop: Loop, size: { readonly width: number; readonly height: number }): Drawing {
  const { width, height } = size;
  const { stages, moves, chosen } = loop;
  const count = stages.length;
  const labels = Math.max(...stages.map((stage, at) => Math.max(textWidth(stage, TEXT), textWidth(loop.notes[at], TEXT - 1))));
  const radius = Math.max(60, Math.min(width / 2 - labels - 18, height / 2 - 40));
  const centre = [width / 2, height / 2] as const;
  const at = (angle: number, reach: number): readonly [number, number] => [
    centre[0] + reach * Math.cos(angle - Math.PI / 2),
    centre[1] + reach * Math.sin(angle - Math.PI / 2),
  ];
  const arcs = arcsOf(moves, count);
  const inner = radius - 12;
  const ribbons: { readonly mark: Mark; readonly moved: number }[] = [];
  for (let from = 0; from < count; from++) {
    for (let to = 0; to < count; to++) {
      const moved = from === to ? 0 : moves[from * count + to];
      if (!(moved > 0)) continue;
      const leave = arcs[from].ends[to].out;
      const arrive = arcs[to].ends[from].in;
      const near = chosen === null || chosen === from || chosen === to;
      ribbons.push({
        moved,
        mark: { kind: 'path', d: ribbon(leave, arrive, inner, centre, at), fill: inkOf(from), opacity: near ? 0.5 : 0.06 },
      });
    }
  }
  return {
    width,
    height,
    title: loop.title,
    description: loop.description,
    marks: [
      ...ribbons.sort((a, b) => b.moved - a.moved).map(({ mark }) => mark),
      ...arcs.map(({ start, end }, stage): Mark => ({ kind: 'path', d: ring(start, end, inner + 2, radius, at), fill: inkOf(stage) })),
      ...arcs.flatMap(({ start, end }, stage): Mark[] => {
        const middle = (start + end) / 2;
        const [x, y] = at(middle, radius + 10);
        const side = Math.sin(middle);
        const anchor = Math.abs(side) < NEARLY_UPRIGHT ? 'middle' : side > 0 ? 'start' : 'end';
        const above = Math.cos(middle) > 0.8 ? -14 : Math.cos(middle) < -0.8 ? 12 : 0;
        return [
          { kind: 'text', at: [x, y + above], text: stages[stage], size: TEXT, ink: 'ink', anchor, bold: true },
          { kind: 'text', at: [x, y + above + 14], text: loop.notes[stage], size: TEXT - 1, ink: 'muted', anchor },
        ];
      }),
    ],
  };
}

function inkOf(stage: number): Ink {
  return stage === 0 ? 'muted' : seriesInk(stage - 1);
}

interface Arc {
  readonly start: number;
  readonly end: number;
  /** Where moves to and from each other stage leave and arrive, as angles. */
  readonly ends: readonly { readonly out: readonly [number, number]; readonly in: readonly [number, number] }[];
}

function arcsOf(moves: ArrayLike<number>, count: number): Arc[] {
  const through = Array.from({ length: count }, (_, stage) => {
    let sum = 0;
    for (let other = 0; other < count; other++) if (other !== stage) sum += moves[stage * count + other] + moves[other * count + stage];
    return sum;
  });
  const total = through.reduce((sum, each) => sum + each, 0);
  const room = 1 - GAPS - LEAST * count;
  const turn = 2 * Math.PI;
  let angle = 0;
  return through.map((mine, stage) => {
    const start = angle;
    const span = turn * (LEAST + (total > 0 ? (room * mine) / total : room / count));
    const end = start + span;
    angle = end + (turn * GAPS) / count;
    const perMove = mine > 0 ? span / mine : 0;
    // Partners in the order of the circle as seen from here, so that bands cross as little as they can.
    const ends: { out: [number, number]; in: [number, number] }[] = Array.from({ length: count }, () => ({
      out: [start, start],
      in: [start, start],
    }));
    let place = start;
    for (let step = count - 1; step > 0; step--) {
      const other = (stage + step) % count;
      const out = moves[stage * count + other] * perMove;
      const into = moves[other * count + stage] * perMove;
      ends[other].out = [place, place + out];
      ends[other].in = [place + out, place + out + into];
      place += out + into;
    }
    return { start, end, ends };
  });
}

type At = (angle: number, reach: number) => readonly [number, number];

const xy = ([x, y]: readonly [number, number]): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

function ribbon(
  leave: readonly [number, number],
  arrive: readonly [number, number],
  reach: number,
  centre: readonly [number, number],
  at: At,
): string {
  const tip = at((arrive[0] + arrive[1]) / 2, reach - 1);
  const back = reach - Math.min(14, 5 + (arrive[1] - arrive[0]) * reach * 0.5);
  const large = leave[1] - leave[0] > Math.PI ? 1 : 0;
  return (
    `M${xy(at(leave[0], reach))}A${reach} ${reach} 0 ${large} 1 ${xy(at(leave[1], reach))}` +
    `Q${xy(centre)} ${xy(at(arrive[0], back))}L${xy(tip)}L${xy(at(arrive[1], back))}Q${xy(centre)} ${xy(at(leave[0], reach))}Z`
  );
}

function ring(start: number, end: number, inner: number, outer: number, at: At): string {
  const large = end - start > Math.PI ? 1 : 0;
  return (
    `M${xy(at(start, outer))}A${outer} ${outer} 0 ${large} 1 ${xy(at(end, outer))}` +
    `L${xy(at(end, inner))}A${inner} ${inner} 0 ${large} 0 ${xy(at(start, inner))}Z`
  );
}
