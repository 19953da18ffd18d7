import { PRESETS, type Strategy } from '../../brand/index.ts';
import type { DriveName } from '../../brand/policy.ts';

const ALL: readonly DriveName[] = ['acquire', 'bond', 'comprehend', 'defend'];
const learn = PRESETS.find(({ name }) => name === 'learn-and-relate') as Strategy;

/** Firms that differ in one thing from another one of the suite. */
export const SUITE_STRATEGIES: readonly Strategy[] = [
  ...PRESETS,
  { name: 'asks', plan: [{ week: 0, shares: { ask: 0.1, broadcast: 0.65, cocreation: 0.25 } }], claims: ['acquire'] },
  { name: 'reads', plan: [{ week: 0, shares: { listen: 0.1, broadcast: 0.65, cocreation: 0.25 } }], claims: ['acquire'] },
  { name: 'counts', plan: [{ week: 0, shares: { monitor: 0.1, broadcast: 0.65, cocreation: 0.25 } }], claims: ['acquire'] },
  {
    name: 'asks first',
    plan: [
      { week: 0, shares: { ask: 0.3, listen: 0.1, broadcast: 0.6 } },
      { week: 8, shares: { ask: 0.05, listen: 0.1, content: 0.25, conversation: 0.1, cocreation: 0.25, broadcast: 0.25 } },
    ],
    claims: ALL,
  },
  {
    name: 'assumes',
    plan: [
      { week: 0, shares: { broadcast: 1 } },
      { week: 8, shares: { content: 0.25, conversation: 0.1, cocreation: 0.25, broadcast: 0.4 } },
    ],
    claims: ALL,
  },
  { name: 'four drives', plan: [{ week: 0, shares: { broadcast: 1 } }], claims: ALL },
  {
    name: 'then silence',
    plan: [
      { week: 0, shares: { broadcast: 1 } },
      { week: 26, shares: {} },
    ],
    claims: ['acquire'],
    budget: [
      { week: 0, level: 1 },
      { week: 26, level: 0 },
    ],
  },
  { ...learn, name: 'engages at once', plan: [{ ...learn.plan[1], week: 0 }] },
];
