import { DRIVE_NAMES, STRATEGY_PRESETS, type Strategy, TACTICS } from '../../../sim/scenario/vocabulary.ts';
import type { Draft, JsonValue } from '../../state/app-state.ts';
import { withDraftValue } from '../../state/draft.ts';

/** A strategy as a file would write it: a preset by its name, anything else in full, without what is as by default. */
export function strategyJson(strategy: Strategy): JsonValue {
  const preset = STRATEGY_PRESETS.find((each) => each.name === strategy.name);
  const full = definition(strategy);
  return preset !== undefined && JSON.stringify(full) === JSON.stringify(definition(preset)) ? preset.name : full;
}

function definition({ name, plan, claims, budget, feedback }: Strategy): JsonValue {
  const frames = plan.map(({ week, shares, linear }) => ({
    week,
    shares: Object.fromEntries(TACTICS.flatMap((tactic) => ((shares[tactic] ?? 0) > 0 ? [[tactic, shares[tactic] as number]] : []))),
    ...(linear === true && { linear }),
  }));
  const addressed = DRIVE_NAMES.filter((drive) => claims.includes(drive));
  const levels = budget?.map(({ week, level, linear }) => ({ week, level, ...(linear === true && { linear }) }));
  // One level from the first week on is what there is without any.
  const even = levels === undefined || (levels.length === 1 && levels[0].week === 0 && levels[0].level > 0);
  return {
    name,
    plan: frames,
    ...(addressed.join() !== 'acquire' && { claims: addressed }),
    ...(!even && { budget: levels }),
    ...(feedback === true && { feedback }),
  };
}

/** The draft that compares these strategies. */
export function withStrategies(draft: Draft, strategies: readonly Strategy[]): Draft {
  const list = strategies.map(strategyJson);
  const all = STRATEGY_PRESETS.map((preset) => preset.name);
  return withDraftValue(draft, ['strategies'], JSON.stringify(list) === JSON.stringify(all) ? undefined : list);
}

/** The name, or the first with a number that is free: "push", "push 2", "push 3". */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  const stem = name.replace(/ \d{1,6}$/, '').slice(0, 70);
  for (let number = 2; ; number++) if (!taken.includes(`${stem} ${number}`)) return `${stem} ${number}`;
}
