import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Shares, TACTICS } from '../../sim/scenario/vocabulary.ts';
import { type Frame, halfWay, roomOf, unspent, withFrame, withoutFrame, withShare, withWeek } from '../../ui/view/scenario/keyframes.ts';

const HORIZON = 60;

const framesOf: fc.Arbitrary<readonly Frame[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: HORIZON - 1 }), { minLength: 1, maxLength: 8 })
  .map((weeks) => weeks.sort((a, b) => a - b).map((week) => ({ week })));

const ascends = (frames: readonly Frame[]): boolean => frames.every((frame, at) => at === 0 || frame.week > frames[at - 1].week);

describe('keyframes', () => {
  it('stay in order and within the horizon, wherever one is dragged', () => {
    fc.assert(
      fc.property(framesOf, fc.nat(), fc.integer({ min: -100, max: 200 }), (frames, place, week) => {
        const at = place % frames.length;
        const moved = withWeek(frames, at, week, HORIZON);
        expect(ascends(moved)).toBe(true);
        expect(moved[0].week).toBeGreaterThanOrEqual(0);
        expect((moved.at(-1) as Frame).week).toBeLessThan(HORIZON);
        const [low, high] = roomOf(frames, at, HORIZON);
        if (week >= low && week <= high) expect(moved[at].week).toBe(week);
        expect(moved.filter((frame, each) => each !== at && frame !== frames[each])).toEqual([]);
      }),
    );
  });

  it('take one more at the nearest free week, until every week has one', () => {
    fc.assert(
      fc.property(framesOf, fc.integer({ min: -5, max: 80 }), (frames, week) => {
        const added = withFrame(frames, week, { horizon: HORIZON, most: 64 }, (free) => ({ week: free }));
        expect(added).not.toBeNull();
        if (added === null) return;
        expect(ascends(added.frames)).toBe(true);
        expect(added.frames).toHaveLength(frames.length + 1);
        const taken = new Set(frames.map((frame) => frame.week));
        const wanted = Math.min(HORIZON - 1, Math.max(0, week));
        const away = Math.abs(added.frames[added.at].week - wanted);
        for (let free = 0; free < HORIZON; free++) if (!taken.has(free)) expect(Math.abs(free - wanted)).toBeGreaterThanOrEqual(away);
        expect(withoutFrame(added.frames, added.at)).toEqual(frames);
      }),
    );
    const full = Array.from({ length: 3 }, (_, week) => ({ week }));
    expect(withFrame(full, 1, { horizon: 3, most: 64 }, (week) => ({ week }))).toBeNull();
    expect(withFrame(full, 9, { horizon: 60, most: 3 }, (week) => ({ week }))).toBeNull();
  });

  it('keep the last one', () => {
    expect(withoutFrame([{ week: 3 }], 0)).toEqual([{ week: 3 }]);
  });

  it('have a middle between a keyframe and the next, or the end', () => {
    expect(halfWay([{ week: 10 }, { week: 20 }], 0, 60)).toBe(15);
    expect(halfWay([{ week: 10 }, { week: 20 }], 1, 60)).toBe(40);
  });
});

describe('shares of a mix', () => {
  const mix: fc.Arbitrary<Shares> = fc
    .dictionary(fc.constantFrom(...TACTICS), fc.double({ min: 0, max: 1, noNaN: true }), { maxKeys: 6 })
    .map((given) => {
      const sum = Object.values(given).reduce((total, share) => total + share, 0);
      return Object.fromEntries(Object.entries(given).map(([name, share]) => [name, sum > 1 ? share / sum : share]));
    });
  const sumOf = (shares: Shares): number => Object.values(shares).reduce((total, share) => total + share, 0);

  it('never add up to more than the money, and the one that is set has what was asked', () => {
    fc.assert(
      fc.property(mix, fc.constantFrom(...TACTICS), fc.double({ min: 0, max: 1, noNaN: true }), (shares, tactic, share) => {
        const set = withShare(shares, tactic, share);
        expect(sumOf(set)).toBeLessThanOrEqual(1 + 1e-9);
        expect(set[tactic] ?? 0).toBe(share);
      }),
    );
  });

  it('leave the others alone while there is money left, else they give way in proportion', () => {
    expect(withShare({ broadcast: 0.5, ask: 0.2 }, 'content', 0.3)).toEqual({ broadcast: 0.5, ask: 0.2, content: 0.3 });
    expect(withShare({ broadcast: 0.6, ask: 0.2 }, 'content', 0.6)).toEqual({ broadcast: 0.3, ask: 0.1, content: 0.6 });
    expect(withShare({ broadcast: 1 }, 'content', 1)).toEqual({ content: 1 });
    expect(withShare({ broadcast: 1, ask: 0 }, 'broadcast', 0)).toEqual({});
  });

  it('leave the rest in the account', () => {
    expect(unspent({ broadcast: 0.7, ask: 0.1 })).toBe(0.2);
    expect(unspent({ broadcast: 1 })).toBe(0);
    expect(unspent({})).toBe(1);
  });
});
