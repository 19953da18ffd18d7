import { type Policy, TACTICS } from '../brand/index.ts';
import { DRIVE_NAMES } from '../consumer/state.ts';
import { didYouMean } from '../scenario/index.ts';

/** Shares may exceed 1 by this much: sums of tenths do. */
const SLACK = 1e-9;

/**
 * A custom policy whose decisions are looked at before they are carried out: a misspelt tactic would otherwise quietly leave money unspent.
 *
 * @returns a policy whose `decide` throws an Error that names the week, what was found and what is allowed
 */
export function checkedPolicy(policy: Policy): Policy {
  if (typeof policy?.decide !== 'function') throw new Error('the policy that the module makes has no function decide(view)');
  return {
    decide(view) {
      const decision: unknown = policy.decide(view);
      const problem = problemOf(decision);
      if (problem !== null) throw new Error(`the decision of week ${view.week + 1} cannot be carried out: ${problem}`);
      return decision as ReturnType<Policy['decide']>;
    },
  };
}

function problemOf(decision: unknown): string | null {
  const { shares, claims = null } = (decision ?? {}) as { readonly shares?: unknown; readonly claims?: unknown };
  if (typeof shares !== 'object' || shares === null) return `found ${typeof shares} as shares, allowed is an object: tactic to share`;
  let sum = 0;
  for (const [tactic, share] of Object.entries(shares) as [string, unknown][]) {
    if (!TACTICS.some((known) => known === tactic)) return unknownWord('tactic', tactic, TACTICS);
    if (share === undefined) continue;
    if (typeof share !== 'number' || !(share >= 0 && share <= 1 + SLACK)) return `found ${shown(share)} for ${tactic}, allowed is 0 to 1`;
    sum += share;
  }
  if (sum > 1 + SLACK) return `shares add up to ${sum}, allowed is at most 1`;
  if (claims === null) return null;
  if (!Array.isArray(claims) || claims.length === 0) return 'claims are a list of drives, or null';
  const odd = claims.find((claim) => !DRIVE_NAMES.some((known) => known === claim)) as unknown;
  return odd === undefined ? null : unknownWord('drive', typeof odd === 'string' ? odd : shown(odd), DRIVE_NAMES);
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? typeof value);
}

function unknownWord(kind: string, word: string, allowed: readonly string[]): string {
  const near = didYouMean(word, allowed);
  return `unknown ${kind} "${word}"${near === null ? '' : `, did you mean "${near}"?`} (allowed: ${allowed.join(', ')})`;
}
