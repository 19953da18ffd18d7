import { expect, test } from 'vitest';
import { keyframed, PRESETS, plannedShares, respondToComplaints } from '../../sim/brand/index.ts';

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
