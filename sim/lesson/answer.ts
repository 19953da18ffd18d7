import { type Goal, isReached, type Situation } from './goal.ts';

interface Option {
  readonly text: string;
  readonly when?: Goal | undefined;
}

/** Which option the model answers with: the first whose condition holds, or the one without a condition; null while it cannot be told. */
export function answerOf(options: readonly Option[], situation: Situation): number | null {
  let open = false;
  for (const [at, { when }] of options.entries()) {
    if (when === undefined) continue;
    const reached = isReached(when, situation);
    if (reached === true) return at;
    open ||= reached === null;
  }
  if (open) return null;
  const otherwise = options.findIndex(({ when }) => when === undefined);
  return otherwise < 0 ? null : otherwise;
}
