import type { Ink } from '../../../sim/chart/marks.ts';
import { seriesInk } from '../../../sim/chart/palette.ts';
import { PARAMETER_GROUPS } from '../../../sim/scenario/parameter-groups.ts';
import type { Tactic } from '../../../sim/scenario/vocabulary.ts';

/** What a tactic is for: interrupting people, learning about them, or relating to them. */
const FAMILIES: readonly (readonly [title: string, series: number, tactics: readonly Tactic[]])[] = [
  ['Push', 1, ['broadcast', 'targeted', 'influencer', 'promotion']],
  ['Learn', 0, ['ask', 'listen', 'monitor']],
  ['Relate', 2, ['content', 'conversation', 'community', 'service', 'cocreation']],
];

export interface TacticLook {
  readonly tactic: Tactic;
  readonly family: string;
  readonly ink: Ink;
  /** Tactics of a family differ in how strong their colour is. */
  readonly opacity: number;
  readonly meaning: string;
}

const RESEARCH: Partial<Record<Tactic, string>> = {
  ask: 'Questionnaires: what people say they need.',
  listen: 'Reading what people write: what they do, of those who talk.',
  monitor: 'Counting mentions.',
};

/** Tactics in the order in which they are stacked, family by family. */
export const TACTIC_LOOKS: readonly TacticLook[] = FAMILIES.flatMap(([family, series, tactics]) =>
  tactics.map((tactic, at) => ({
    tactic,
    family,
    ink: seriesInk(series),
    opacity: 0.62 - (0.44 * at) / Math.max(1, tactics.length - 1),
    meaning: RESEARCH[tactic] ?? PARAMETER_GROUPS.find((group) => group.name === `tactics.${tactic}`)?.meaning ?? '',
  })),
);
