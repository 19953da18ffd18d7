import type { ShareChart } from '../../../sim/chart/describe.ts';
import { REASON_GROUPS } from '../../../sim/experiment/reasons.ts';
import { SOURCES } from '../../../sim/experiment/recorded.ts';
import type { Replay } from '../../../sim/experiment/replay/replay.ts';
import { brandName } from './person-story.ts';

const ROW = 5;

/**
 * Where what a person knew, felt and expected of the brand came from when it was bought: for the first time in the run, and later.
 *
 * @returns null when it was never bought
 */
export function personReasons(replay: Replay, node: number): ShareChart | null {
  const { rows, sources, sourceNames } = replay.decisions;
  const bought: Uint8Array[] = [];
  for (let at = 0; at < rows.length; at += ROW) {
    if (rows[at + 1] !== node || rows[at + 2] !== replay.brand + 1) continue;
    const decision = at / ROW;
    bought.push(sources.subarray(decision * sourceNames.length, (decision + 1) * sourceNames.length));
  }
  const [first, ...later] = bought;
  if (first === undefined) return null;
  const mean = sourceNames.map((_, source) => later.reduce((sum, shares) => sum + shares[source], 0));
  return sourceChart(`What had won this person over for ${brandName(replay)}`, [
    { name: 'First purchase', shares: first },
    ...(later.length === 0 ? [] : [{ name: later.length === 1 ? 'The later one' : `${later.length} later ones`, shares: mean }]),
  ]);
}

/** Groups of reasons, as far as they are sources; a group looks the same in every chart of reasons. */
const GROUPS = REASON_GROUPS.map(({ name, reasons }, look) => ({
  name,
  look,
  sources: reasons.filter(({ part }) => part < SOURCES.length),
})).filter(({ sources }) => sources.length > 0);

/** `shares` in the order of `SOURCES`, of any sum. */
function sourceChart(title: string, rows: readonly { readonly name: string; readonly shares: ArrayLike<number> }[]): ShareChart {
  return {
    kind: 'shares',
    title,
    measure: 'share of what was known, felt and expected',
    groups: GROUPS,
    rows: rows.map(({ name, shares }) => {
      const whole = Array.from(shares).reduce((sum, share) => sum + share, 0);
      const parts = GROUPS.flatMap(({ sources }, group) =>
        sources.map((source) => ({ group, name: source.name, share: shares[source.part] / whole })),
      );
      return { name, parts: whole > 0 ? parts : [] };
    }),
  };
}
