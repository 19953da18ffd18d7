import type { DriveName, Keyframe, Shares, Strategy } from './policy.ts';

const ALL: readonly DriveName[] = ['acquire', 'bond', 'comprehend', 'defend'];
const ONE: readonly DriveName[] = ['acquire'];

const UNDERSTAND: Shares = { ask: 0.5, listen: 0.2, broadcast: 0.3 };
const ENGAGE: Shares = {
  ask: 0.05,
  listen: 0.1,
  content: 0.25,
  conversation: 0.2,
  community: 0.1,
  service: 0.05,
  cocreation: 0.15,
  broadcast: 0.1,
};
const RELATE: Shares = { ask: 0.05, listen: 0.1, content: 0.25, conversation: 0.35, community: 0.1, service: 0.05, broadcast: 0.1 };

const constant = (shares: Shares): readonly Keyframe[] => [{ week: 0, shares }];

/** `broadcast` takes its share first, the rest is spread as `shares`. */
function mixed(broadcast: number, shares: Shares): Shares {
  const mix: Shares = {};
  for (const [tactic, share] of Object.entries(shares) as [keyof Shares, number][]) mix[tactic] = (1 - broadcast) * share;
  mix.broadcast = broadcast + (mix.broadcast ?? 0);
  return mix;
}

/** The strategies that ship: budgets over tactics, nothing else. */
export const PRESETS: readonly Strategy[] = [
  { name: 'nothing', plan: [], claims: ONE },
  { name: 'push', plan: constant({ broadcast: 1 }), claims: ONE },
  { name: 'targeted-push', plan: constant({ targeted: 0.8, broadcast: 0.2 }), claims: ONE },
  { name: 'influencer', plan: constant({ influencer: 0.5, broadcast: 0.5 }), claims: ONE },
  { name: 'promotion', plan: constant({ broadcast: 0.6, promotion: 0.4 }), claims: ONE },
  { name: 'monitor-only', plan: constant({ broadcast: 0.9, monitor: 0.1 }), claims: ONE },
  { name: 'push+blind-development', plan: constant({ broadcast: 0.75, cocreation: 0.25 }), claims: ONE },
  { name: 'push+co-creation', plan: constant({ broadcast: 0.65, ask: 0.1, cocreation: 0.25 }), claims: ONE },
  {
    name: 'learn-and-relate',
    plan: [
      { week: 0, shares: UNDERSTAND },
      { week: 8, shares: ENGAGE },
    ],
    claims: ALL,
    feedback: true,
  },
  {
    name: 'relate-only',
    plan: [
      { week: 0, shares: UNDERSTAND },
      { week: 8, shares: RELATE },
    ],
    claims: ALL,
    feedback: true,
  },
  {
    name: 'hybrid',
    // From .8 to .2 over 26 weeks; keyframes at 7 and 8 carry the step from understanding to engaging.
    plan: [
      { week: 0, shares: mixed(0.8, UNDERSTAND), linear: true },
      { week: 7, shares: mixed(0.8 - (0.6 * 7) / 26, UNDERSTAND) },
      { week: 8, shares: mixed(0.8 - (0.6 * 8) / 26, ENGAGE), linear: true },
      { week: 26, shares: mixed(0.2, ENGAGE) },
    ],
    claims: ALL,
    feedback: true,
  },
];

export const NOTHING = PRESETS[0];

export function presetNamed(name: string): Strategy | undefined {
  return PRESETS.find((preset) => preset.name === name);
}
