import { expect, test } from 'vitest';
import { bassShare } from '../../sim/classic/bass-curve.ts';
import { curvesOf, firstPart, recordOfCounts, sizesOf } from '../../sim/experiment/fit/adoption-record.ts';
import { logLikelihood, paceEvidence, riskCells, simulateAdoption } from '../../sim/experiment/fit/hazard.ts';
import { buildNetwork } from '../../sim/network/index.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { communities, observed } from './worlds.ts';

const record = observed(communities(3, 20, 3, 'small'), { p: 0.05, q: 0.2, w: 0.3 }, Float64Array.of(0.5, 1, 2), 8, 'small');

/** Everyone at risk in every period, one by one, from the definition. */
function personPeriods() {
  const { times, community, periods, network } = record;
  const rows: { community: number; adopted: number; exposure: number; event: number }[] = [];
  for (let period = 1; period <= periods; period++) {
    const before = (person: number) => times[person] > 0 && times[person] < period;
    for (let person = 0; person < times.length; person++) {
      if (before(person)) continue;
      const peers = Array.from(community, (at, other) => ({ at, other })).filter(({ at }) => at === community[person]);
      let [heard, all] = [0, 0];
      for (let from = 0; from < network.n; from++) {
        for (let arc = network.offsets[from]; arc < network.offsets[from + 1]; arc++) {
          if (network.targets[arc] !== person) continue;
          all += network.strengths[arc];
          if (before(from)) heard += network.strengths[arc];
        }
      }
      rows.push({
        community: community[person],
        adopted: peers.filter(({ other }) => before(other)).length / peers.length,
        exposure: all === 0 ? 0 : heard / all,
        event: Number(times[person] === period),
      });
    }
  }
  return rows;
}

test('the cells hold what every person at risk met, and nothing else', () => {
  const cells = riskCells(record);
  const rows = personPeriods();
  const key = (community: number, adopted: number, exposure: number) => `${community} ${adopted.toFixed(9)} ${exposure.toFixed(9)}`;
  const tally = (entries: (readonly [string, number, number])[]) => {
    const sums = new Map<string, [number, number]>();
    for (const [at, risk, events] of entries) {
      const sum = sums.get(at) ?? [0, 0];
      sums.set(at, [sum[0] + risk, sum[1] + events]);
    }
    return sums;
  };
  const mine = Array.from(
    cells.atRisk,
    (risk, at) => [key(cells.community[at], cells.adopted[at], cells.exposure[at]), risk, cells.events[at]] as const,
  );
  expect(tally(mine)).toEqual(
    tally(rows.map(({ community, adopted, exposure, event }) => [key(community, adopted, exposure), 1, event] as const)),
  );
  expect(cells.atRisk.length).toBeLessThan(rows.length);
});

test('the likelihood is that of paces integrated out by numbers', () => {
  const hazard = { p: 0.04, q: 0.25, w: 0.2 };
  const cells = riskCells(record);
  const rows = personPeriods();
  const shape = 1 / 0.6 ** 2;
  let exact = 0;
  for (let at = 0; at < 3; at++) {
    const own = rows.filter(({ community }) => community === at);
    const rate = own.map(({ adopted, exposure }) => hazard.p + hazard.q * adopted + hazard.w * exposure);
    let [integral, gamma] = [0, 0];
    for (let u = 0.0005; u < 8; u += 0.001) {
      const density = u ** (shape - 1) * Math.exp(-shape * u);
      let ln = 0;
      own.forEach(({ event }, row) => {
        ln += event ? Math.log(u * rate[row]) - (u * rate[row]) / 2 : -u * rate[row];
      });
      integral += density * Math.exp(ln + 60);
      gamma += density;
    }
    exact += Math.log(integral / gamma) - 60;
  }
  expect(logLikelihood(cells, hazard, 0.6, 3)).toBeCloseTo(exact, 4);
  // No spread at all is the limit of a small one.
  expect(logLikelihood(cells, hazard, 0, 3)).toBeCloseTo(logLikelihood(cells, hazard, 0.001, 3), 2);
  const { events, risk } = paceEvidence(cells, hazard, 3);
  for (let at = 0; at < 3; at++) {
    expect(events[at]).toBe(rows.filter(({ community, event }) => community === at && event === 1).length);
    expect(risk[at]).toBeGreaterThan(0);
  }
});

test('many well-mixed people follow the curve of Bass', () => {
  const people = 40_000;
  const start = { ...recordOfCounts([], people), periods: 0 };
  // Rates per period are small, so that steps come near continuous time.
  const times = simulateAdoption(start, { p: 0.003, q: 0.04, w: 0 }, null, 160, keysFromSeed('bass'));
  const [curve] = curvesOf(start, times, 160);
  for (const t of [20, 50, 80, 110, 160]) expect(Math.abs(curve[t] - bassShare(0.003, 0.04, t))).toBeLessThan(0.02);
});

test('pace multiplies hazards, ties carry them one way, and a record is gone on with', () => {
  const n = 20_000;
  const pairs = buildNetwork({
    n,
    directed: true,
    sources: Uint32Array.from({ length: n / 2 }, (_, pair) => 2 * pair),
    targets: Uint32Array.from({ length: n / 2 }, (_, pair) => 2 * pair + 1),
  });
  // The first of each pair has adopted; only the second hears it. Half of the pairs live at twice the pace.
  const known = {
    periods: 1,
    times: Int32Array.from({ length: n }, (_, person) => (person % 2 === 0 ? 1 : 0)),
    community: Uint32Array.from({ length: n }, (_, person) => Number(person >= n / 2)),
    names: ['slow', 'fast'],
    network: pairs,
  };
  const times = simulateAdoption(known, { p: 0, q: 0, w: 0.3 }, Float64Array.of(1, 2), 3, keysFromSeed('pairs'));
  const [slow, fast] = curvesOf(known, times, 3);
  expect(slow[1]).toBe(0.5);
  expect(Math.abs(2 * (slow[3] - 0.5) - (1 - Math.exp(-0.6)))).toBeLessThan(0.02);
  expect(Math.abs(2 * (fast[2] - 0.5) - (1 - Math.exp(-0.6)))).toBeLessThan(0.02);
  const alone = simulateAdoption(
    { ...known, times: known.times.map((time) => 1 - time) },
    { p: 0, q: 0, w: 5 },
    null,
    6,
    keysFromSeed('pairs'),
  );
  expect(alone.filter((time) => time > 1)).toHaveLength(0);
});

test('a record of counts, its first part, and its curve', () => {
  const counts = recordOfCounts([2, 0, 3], 10);
  expect([...curvesOf(counts)[0]]).toEqual([0, 0.2, 0.2, 0.5]);
  expect([...curvesOf(firstPart(counts, 2))[0]]).toEqual([0, 0.2, 0.2]);
  expect(firstPart(counts, 2).times.filter((time) => time > 0)).toHaveLength(2);
  expect([...sizesOf(counts)]).toEqual([10]);
});
