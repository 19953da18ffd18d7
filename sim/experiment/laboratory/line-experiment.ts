import { expressedView } from '../../consumer/persuasion.ts';
import { deriveKeys, drawUniform, type Keys } from '../../random/index.ts';

export interface LineSettings {
  readonly participants: number;
  /** Critical trials a participant. */
  readonly trials: number;
  /** Size of the group that answers before the participant, and how many of it give the right answer. */
  readonly group: number;
  readonly dissenters: number;
  /** Weight of the group's norm in the expressed view. */
  readonly compliance: number;
}

/**
 * Laboratory of Asch (1956; Bond & Smith 1996, 10.1037/0033-2909.119.1.111): which line is as long as the standard, after a group has
 * said something wrong. Privately everybody sees the right answer (1), the norm is the mean of the answers heard (right 1, wrong -1). An
 * expressed view v in [-1, 1] becomes the right answer with probability (1 + v) / 2: people answer in the proportion in which they lean,
 * so that someone alone never errs and someone who complied fully would always err with the group. Nothing private changes.
 *
 * @returns share of errors on critical trials
 */
export function lineExperiment(settings: LineSettings, keys: Keys): number {
  const { participants, trials, group, dissenters, compliance } = settings;
  const norm = group === 0 ? 1 : (2 * dissenters - group) / group;
  const wrong = (1 - expressedView(1, norm, compliance)) / 2;
  const { k0, k1 } = deriveKeys(keys, 1);
  let errors = 0;
  for (let i = 0; i < participants; i++) for (let t = 0; t < trials; t++) if (drawUniform(k0, k1, i, t) < wrong) errors++;
  return errors / (participants * trials);
}
