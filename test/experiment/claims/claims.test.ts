import { expect, test } from 'vitest';
import { createInlinePool } from '../../../sim/compute/index.ts';
import { marketLaboratory } from '../../../sim/compute/market-laboratory.ts';
import { runClaims } from '../../../sim/compute/run-claims.ts';
import type { Claim } from '../../../sim/experiment/claims/claim.ts';
import { HYPOTHESES } from '../../../sim/experiment/claims/hypotheses.ts';
import { type ContrastValues, judgeClaims } from '../../../sim/experiment/claims/judge.ts';
import { SUITE_STRATEGIES } from '../../../sim/experiment/claims/suite-strategies.ts';
import { drawNormal, keysFromSeed } from '../../../sim/random/index.ts';
import { assign, parseScenario } from '../../../sim/scenario/index.ts';

const keys = keysFromSeed('judge');
const REPLICATES = 30;
const noise = (arm: number) => Array.from({ length: REPLICATES }, (_, r) => drawNormal(keys.k0, keys.k1, r, arm));
const values = (effect: number, arm: number, silenced: number | null = null): ContrastValues => ({
  left: noise(2 * arm).map((x) => x + effect),
  right: noise(2 * arm + 1),
  silenced: silenced === null ? null : { left: noise(90 + arm).map((x) => x + silenced), right: noise(190 + arm) },
});
const side = { strategy: 'push', metric: 'margin' } as const;
const claimOf = (status: Claim['status'], ...contrasts: readonly Partial<Claim['contrasts'][number]>[]): Claim => ({
  id: 'H0',
  claim: 'test',
  status,
  contrasts: contrasts.map((given) => ({ question: '?', left: side, right: side, week: 1, predicted: 1, ...given })),
});
const verdict = (claim: Claim, ...each: readonly ContrastValues[]) => judgeClaims([claim], [each], keys)[0].verdict;

test('a verdict follows from where the intervals lie', () => {
  const two = claimOf('emergent', {}, {});
  expect(verdict(two, values(3, 0), values(3, 1))).toBe('supported');
  expect(verdict(two, values(-3, 0), values(-3, 1))).toBe('contradicted');
  expect(verdict(two, values(-3, 0), values(0, 1))).toBe('contradicted');
  expect(verdict(two, values(3, 0), values(-3, 1))).toBe('depends');
  expect(verdict(two, values(3, 0), values(0, 1))).toBe('undecided');
  expect(verdict(two, values(3, 0), { ...values(3, 1), left: noise(3).map(() => Number.NaN) })).toBe('undecided');
  expect(verdict(claimOf('emergent', { predicted: -1 }), values(-3, 0))).toBe('supported');
});

test('no difference is supported by an interval within the tolerance, and contradicted by one beyond it', () => {
  const equal = claimOf('emergent', { predicted: 0, tolerance: 2 });
  expect(verdict(equal, values(0, 0))).toBe('supported');
  expect(verdict(equal, values(5, 0))).toBe('contradicted');
  expect(verdict(equal, values(1.8, 0))).toBe('undecided');
});

test('an assumed claim is built in where its coefficient makes the effect, unless a consequence was free to fail; what comes out without it decides nothing', () => {
  expect(verdict(claimOf('assumed', {}), values(3, 0, 0))).toBe('built in');
  expect(verdict(claimOf('assumed', {}), values(3, 0, 3))).toBe('undecided');
  expect(verdict(claimOf('assumed', { free: true }), values(3, 0, 3))).toBe('undecided');
  expect(verdict(claimOf('assumed', {}, { free: true }), values(3, 0, 0), values(3, 1, 0))).toBe('supported');
  expect(verdict(claimOf('assumed', {}, { free: true }), values(3, 0, 0), values(-3, 1, 0))).toBe('contradicted');
  expect(verdict(claimOf('assumed', {}), values(-3, 0, 0))).toBe('contradicted');
});

test('the suite as a whole is corrected: twenty claims about nothing are hardly ever found true or false', () => {
  const claims = Array.from({ length: 20 }, () => claimOf('emergent', {}));
  let wrong = 0;
  for (let suite = 0; suite < 20; suite++) {
    const nothing = claims.map((_, at) => [
      {
        left: Array.from({ length: 20 }, (_, r) => drawNormal(keys.k0 + suite + 1, keys.k1, r, 2 * at)),
        right: Array.from({ length: 20 }, (_, r) => drawNormal(keys.k0 + suite + 1, keys.k1, r, 2 * at + 1)),
        silenced: null,
      },
    ]);
    if (judgeClaims(claims, nothing, keys).some((each) => each.verdict !== 'undecided')) wrong++;
  }
  // 5 % of 20 suites are 1; 5 or more would come up in fewer than one of a hundred.
  expect(wrong).toBeLessThan(5);
});

test('the suite holds H1 to H20, of worlds that exist and strategies that are defined; what is assumed can be silenced', () => {
  expect(HYPOTHESES.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => `H${at + 1}`));
  expect(HYPOTHESES.filter(({ status }) => status === 'assumed').map(({ id }) => id)).toEqual(['H2', 'H10', 'H13', 'H16', 'H17']);
  const names = SUITE_STRATEGIES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const base = parseScenario({ name: 'claims', network: { kind: 'tribal', people: 50 }, strategies: SUITE_STRATEGIES });
  for (const { id, status, silenced, contrasts } of HYPOTHESES) {
    expect(silenced !== undefined, id).toBe(status === 'assumed');
    for (const { left, right, set, week, predicted, tolerance } of contrasts) {
      expect(week).toBeLessThanOrEqual(base.horizon);
      expect(tolerance !== undefined).toBe(predicted === 0);
      for (const each of [left, right]) {
        expect(names).toContain(each.strategy);
        const world = Object.entries({ ...set, ...silenced, ...each.set }).reduce<unknown>(
          (given, [path, value]) => assign(given, path, value),
          base,
        );
        expect(() => parseScenario(world)).not.toThrow();
      }
      expect(JSON.stringify(left)).not.toBe(JSON.stringify(right));
    }
  }
});

test('claims are run in the worlds they name: more need, more revenue', async () => {
  const pool = createInlinePool(marketLaboratory);
  const claim = claimOf('emergent', {
    left: { strategy: 'push', metric: 'revenue', set: { 'market.need': 0.2 } },
    right: { strategy: 'push', metric: 'revenue' },
    week: 26,
    set: { horizon: 26 },
  });
  const [{ verdict: found, findings }] = await runClaims(pool, [claim], { replicates: 6, people: 80, seed: 'test' });
  expect(found).toBe('supported');
  expect(findings[0].statistics?.n).toBe(6);
});
