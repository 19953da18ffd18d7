import { expect, test } from 'vitest';
import {
  keyframed,
  PRESETS,
  plannedPolicy,
  plannedShares,
  presetNamed,
  respondToComplaints,
  type Strategy,
} from '../../sim/brand/index.ts';

const sum = (shares: object) => Object.values(shares).reduce<number>((total, share) => total + Number(share), 0);

test('no preset ever spends more than its money, and each spends all of it but `nothing`', () => {
  for (const preset of PRESETS) {
    for (let week = 0; week < 160; week++) expect(sum(plannedShares(preset, week))).toBeCloseTo(preset.name === 'nothing' ? 0 : 1, 9);
  }
});

test('keyframes hold until the next one, or move evenly towards it', () => {
  const frames = [
    { week: 2, level: 1, linear: true },
    { week: 6, level: 3 },
    { week: 8, level: 0 },
  ];
  const level = (week: number) => keyframed(frames, week, (frame) => frame.level);
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 100].map(level)).toEqual([0, 0, 1, 1.5, 2, 2.5, 3, 3, 0, 0]);
});

test('feedback moves money from content to answers and service, and loses none', () => {
  const shares = { content: 0.4, conversation: 0.2, broadcast: 0.4 };
  expect(respondToComplaints(shares, null)).toBe(shares);
  expect(respondToComplaints(shares, 0)).toMatchObject(shares);
  const heard = respondToComplaints(shares, 0.5);
  expect(sum(heard)).toBeCloseTo(1, 12);
  expect(heard.content).toBeCloseTo(0.3, 12);
  expect(heard.conversation).toBeGreaterThan(0.2);
});

test('half of what complaints call for leaves content, three quarters of it for answers, the rest for service', () => {
  expect(respondToComplaints({ content: 0.4 }, 1)).toEqual({
    content: 0.2,
    conversation: expect.closeTo(0.15, 12),
    service: expect.closeTo(0.05, 12),
  });
  const mixed = respondToComplaints({ content: 0.4, conversation: 0.2, service: 0.1, ask: 0.3 }, 0.5);
  expect(mixed).toEqual({
    ask: 0.3,
    content: expect.closeTo(0.3, 12),
    conversation: expect.closeTo(0.275, 12),
    service: expect.closeTo(0.125, 12),
  });
  const without = { broadcast: 1 };
  expect(respondToComplaints(without, 1)).toBe(without);
});

test('presets understand for eight weeks before they engage; the hybrid moves from push to relationships over half a year', () => {
  const at = (name: string, week: number) => plannedShares(presetNamed(name) as Strategy, week);
  const understand = { ask: 0.5, listen: 0.2, broadcast: 0.3 };
  for (const name of ['learn-and-relate', 'relate-only']) {
    expect(at(name, 7)).toEqual(understand);
    expect(at(name, 8)).toMatchObject({ ask: 0.05, listen: 0.1, content: 0.25, community: 0.1, service: 0.05, broadcast: 0.1 });
  }
  expect([at('learn-and-relate', 8).cocreation, at('relate-only', 8).cocreation]).toEqual([0.15, undefined]);
  for (const [week, push] of [
    [0, 0.8],
    [4, 0.8 - (0.6 * 4) / 26],
    [13, 0.5],
    [26, 0.2],
    [100, 0.2],
  ]) {
    const base =
      week < 8
        ? understand
        : { ask: 0.05, listen: 0.1, content: 0.25, conversation: 0.2, community: 0.1, service: 0.05, cocreation: 0.15, broadcast: 0.1 };
    const shares = at('hybrid', week);
    for (const [tactic, share] of Object.entries(base)) {
      const expected = (1 - push) * share + (tactic === 'broadcast' ? push : 0);
      expect(shares[tactic as keyof typeof shares], `${tactic} in week ${week}`).toBeCloseTo(expected, 9);
    }
  }
  const addressed = PRESETS.map(({ name, claims, feedback }) => [name, claims.length, feedback === true]);
  const relating = new Set(['learn-and-relate', 'relate-only', 'hybrid']);
  expect(addressed).toEqual(PRESETS.map(({ name }) => [name, relating.has(name) ? 4 : 1, relating.has(name)]));
});

test('only a policy with feedback answers complaints', () => {
  const view = { week: 20, complaintShare: 1 } as Parameters<ReturnType<typeof plannedPolicy>['decide']>[0];
  const strategy = presetNamed('learn-and-relate') as Strategy;
  expect(plannedPolicy(strategy).decide(view).shares.content).toBeCloseTo(0.125, 12);
  expect(plannedPolicy({ ...strategy, feedback: false }).decide(view).shares.content).toBeCloseTo(0.25, 12);
});
