import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceOf, grant, grants, openAccount, pay, purseOf, type Strategy, TACTICS, weeklyInterest } from '../../sim/brand/index.ts';

const level = fc.double({ min: 0.1, max: 5, noNaN: true });

test('whatever its shape over time, a budget has the present value of an even one', () => {
  fc.assert(
    fc.property(fc.array(level, { minLength: 1, maxLength: 6 }), fc.double({ min: 0, max: 0.5, noNaN: true }), (levels, yearly) => {
      const interest = weeklyInterest(yearly);
      const strategy: Strategy = {
        name: 's',
        plan: [],
        claims: ['acquire'],
        budget: levels.map((each, at) => ({ week: at * 9, level: each })),
      };
      const worth = (schedule: Float64Array) => schedule.reduce((sum, money, week) => sum + money / (1 + interest) ** week, 0);
      const even = grants({ name: 'even', plan: [], claims: ['acquire'] }, 20_000, 60, interest);
      expect(worth(grants(strategy, 20_000, 60, interest)) / worth(even)).toBeCloseTo(1, 9);
    }),
  );
});

test('weekly interest compounds to the yearly rate', () => {
  expect((1 + weeklyInterest(0.12)) ** 52).toBeCloseTo(1.12, 10);
});

test('no money appears or vanishes: granted plus interest is spent or still there', () => {
  const share = fc.double({ min: 0, max: 0.6, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share, fc.double({ min: 0, max: 2, noNaN: true })), { minLength: 1, maxLength: 20 }), (weeks) => {
      const account = openAccount();
      let inflow = 0;
      let spent = 0;
      for (const [broadcast, content, spending] of weeks) {
        grant(account, 1000, 0.002, { broadcast, content });
        inflow += 1000 + account.interest;
        pay(account, 'broadcast', spending * 1000);
        pay(account, 'content', spending * 200);
        spent += account.spent;
        expect(purseOf(account, 'broadcast')).toBeGreaterThanOrEqual(0);
      }
      expect(spent + balanceOf(account)).toBeCloseTo(inflow, 6);
    }),
  );
});

test('shares beyond the whole budget are cut in the order of the tactics', () => {
  const account = openAccount();
  grant(account, 100, 0, { [TACTICS[0]]: 0.8, [TACTICS[1]]: 0.8 });
  expect(purseOf(account, TACTICS[0])).toBeCloseTo(80, 12);
  expect(purseOf(account, TACTICS[1])).toBeCloseTo(20, 12);
});

test('what is unspent earns interest, purse by purse; what nobody allocated waits in the reserve', () => {
  const account = openAccount();
  grant(account, 100, 0.5, { broadcast: 0.2, service: 0.3 });
  expect([account.interest, account.reserve, account.granted, account.spent]).toEqual([0, 50, 100, 0]);
  pay(account, 'broadcast', 5);
  pay(account, 'service', 1000);
  expect([purseOf(account, 'broadcast'), purseOf(account, 'service'), account.spent]).toEqual([15, 0, 35]);
  expect(balanceOf(account)).toBe(65);
  grant(account, 10, 0.1, { content: 1, ask: -1 });
  expect(account.interest).toBeCloseTo(6.5, 12);
  expect(account.reserve).toBeCloseTo(55, 12);
  expect(purseOf(account, 'broadcast')).toBeCloseTo(16.5, 12);
  expect([purseOf(account, 'content'), purseOf(account, 'ask'), account.spent, account.granted]).toEqual([10, 0, 0, 10]);
});

test('grants follow the shape that is planned, below nothing is nothing, and without any level there is no money', () => {
  const shaped = (budget: Strategy['budget']) => Array.from(grants({ name: 's', plan: [], claims: ['acquire'], budget }, 100, 6, 0));
  expect(shaped(undefined)).toEqual([100, 100, 100, 100, 100, 100]);
  expect(
    shaped([
      { week: 0, level: 3 },
      { week: 2, level: 0 },
    ]),
  ).toEqual([300, 300, 0, 0, 0, 0]);
  expect(
    shaped([
      { week: 0, level: 0, linear: true },
      { week: 2, level: 2 },
    ]),
  ).toEqual([0, 1, 2, 2, 2, 2].map((level) => (600 * level) / 9));
  expect(
    shaped([
      { week: 0, level: 1 },
      { week: 3, level: -5 },
    ]),
  ).toEqual([200, 200, 200, 0, 0, 0]);
  expect(shaped([{ week: 0, level: 0 }])).toEqual([0, 0, 0, 0, 0, 0]);
  // The present value counts later money for less: twice as much a week later at 100 %.
  const later = Array.from(grants({ name: 's', plan: [], claims: ['acquire'], budget: [{ week: 1, level: 1 }] }, 100, 2, 1));
  expect(later).toEqual([0, 300]);
});
