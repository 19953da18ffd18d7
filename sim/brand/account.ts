import pow from '@stdlib/math-base-special-pow';
import { keyframed, type Strategy } from './policy.ts';
import { TACTICS, type Tactic } from './tactics.ts';

/** A brand's money: a purse per tactic for what could not be spent yet, and a reserve for what was never allocated. */
export interface Account {
  reserve: number;
  readonly purses: Float64Array;
  /** Spent this week, and interest earned this week. */
  spent: number;
  interest: number;
  granted: number;
}

const POSITION = Object.fromEntries(TACTICS.map((tactic, position) => [tactic, position])) as Record<Tactic, number>;

export function openAccount(): Account {
  return { reserve: 0, purses: new Float64Array(TACTICS.length), spent: 0, interest: 0, granted: 0 };
}

export function balanceOf(account: Account): number {
  let sum = account.reserve;
  for (const purse of account.purses) sum += purse;
  return sum;
}

/** Starts a week: unspent money earns interest, the grant is put into purses by share, the rest into the reserve. */
export function grant(account: Account, money: number, interestRate: number, shares: Partial<Record<Tactic, number>>): void {
  account.interest = balanceOf(account) * interestRate;
  account.reserve *= 1 + interestRate;
  for (let k = 0; k < account.purses.length; k++) account.purses[k] *= 1 + interestRate;
  account.granted = money;
  account.spent = 0;
  let allocated = 0;
  for (const tactic of TACTICS) {
    const share = shares[tactic];
    if (share === undefined || !(share > 0)) continue;
    const bounded = Math.min(share, 1 - allocated);
    allocated += bounded;
    account.purses[POSITION[tactic]] += bounded * money;
  }
  account.reserve += (1 - allocated) * money;
}

export function purseOf(account: Account, tactic: Tactic): number {
  return account.purses[POSITION[tactic]];
}

/** Takes money out of a tactic's purse; never more than is in it. */
export function pay(account: Account, tactic: Tactic, money: number): void {
  const position = POSITION[tactic];
  const paid = Math.min(money, account.purses[position]);
  account.purses[position] -= paid;
  account.spent += paid;
}

/** Weekly interest of a yearly rate: (1 + rate)^(1/52) - 1. */
export function weeklyInterest(yearly: number): number {
  return pow(1 + yearly, 1 / 52) - 1;
}

/**
 * Money granted each week. Every strategy's grants have the same present value as `perWeek` spent evenly over the horizon,
 * whatever their shape over time.
 */
export function grants(strategy: Strategy, perWeek: number, weeks: number, interestRate: number): Float64Array {
  const schedule = new Float64Array(weeks);
  let even = 0;
  let shaped = 0;
  let discount = 1;
  for (let week = 0; week < weeks; week++) {
    const level =
      strategy.budget === undefined
        ? 1
        : Math.max(
            0,
            keyframed(strategy.budget, week, (frame) => frame.level),
          );
    schedule[week] = level;
    even += discount;
    shaped += discount * level;
    discount /= 1 + interestRate;
  }
  const scale = shaped > 0 ? (perWeek * even) / shaped : 0;
  for (let week = 0; week < weeks; week++) schedule[week] *= scale;
  return schedule;
}
