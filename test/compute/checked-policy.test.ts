import { describe, expect, it } from 'vitest';
import type { Decision, FirmView } from '../../sim/brand/index.ts';
import { checkedPolicy } from '../../sim/compute/checked-policy.ts';

const VIEW: FirmView = {
  week: 4,
  horizon: 52,
  budget: 1,
  balance: 0,
  purchases: 0,
  revenue: 0,
  followers: 0,
  mentions: null,
  complaintShare: null,
  surveyedSatisfaction: null,
  estimatedDrives: [0.25, 0.25, 0.25, 0.25],
  researched: 0,
  contentStock: 0,
};
const decide = (decision: unknown): Decision => checkedPolicy({ decide: () => decision as Decision }).decide(VIEW);

describe('what a custom policy may decide', () => {
  it.each([
    [{ shares: {} }],
    [{ shares: { broadcast: 0.7, ask: 0.1, listen: 0.1, content: 0.1 }, claims: ['bond'] }],
    [{ shares: { broadcast: undefined, ask: 1 }, claims: null }],
  ])('takes %j as it is', (decision) => {
    expect(decide(decision)).toBe(decision);
  });

  it.each([
    [{ shares: { broadcst: 1 } }, 'week 5 cannot be carried out: unknown tactic "broadcst", did you mean "broadcast"?'],
    [{ shares: { broadcast: 2 } }, 'found 2 for broadcast, allowed is 0 to 1'],
    [{ shares: { broadcast: -0.1 } }, 'found -0.1 for broadcast'],
    [{ shares: { broadcast: Number.NaN } }, 'found NaN for broadcast'],
    [{ shares: { broadcast: '1' } }, 'found "1" for broadcast'],
    [{ shares: { broadcast: 0.6, ask: 0.6 } }, 'shares add up to 1.2'],
    [{ shares: {}, claims: ['bnd'] }, 'unknown drive "bnd", did you mean "bond"?'],
    [{ shares: {}, claims: [] }, 'claims are a list'],
    [{ broadcast: 1 }, 'found undefined as shares'],
    [undefined, 'found undefined as shares'],
  ])('refuses %j', (decision, message) => {
    expect(() => decide(decision)).toThrow(message);
  });

  it('refuses a module that makes no policy', () => {
    expect(() => checkedPolicy(undefined as never)).toThrow('no function decide');
  });
});
