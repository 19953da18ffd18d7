import { mechanism, real } from '../parameter/index.ts';

export const uses = mechanism(
  'Users now and then find a use nobody intended; it spreads by talk in the tribe, or is built in by a brand that listens.',
  {
    rate: real(0.002, [0, 0.01], 'probability', 'chance that a use reveals an unintended one', 'lead users: assumption', [0, 1]),
    gain: real(0.05, [0.02, 0.1], 'progress', 'progress that the unintended use adds', 'assumption', [0, 1]),
  },
  { rate: 0 },
);
