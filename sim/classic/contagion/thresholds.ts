import type { ClassicProcess, ClassicWorld } from '../model.ts';
import { Adopters } from './adopters.ts';
import { Exposure } from './exposure.ts';

/**
 * Contagion in which people adopt when their exposure is enough, and stay. A step looks only at those whose exposure has grown. Since
 * nobody goes back, the order of updates changes when people adopt, but not who does in the end.
 *
 * @param ready whether a person adopts at their present exposure
 * @param eager looks at everyone in the first step, for people who need nobody
 */
export function thresholdContagion(
  { network }: ClassicWorld,
  states: Uint8Array,
  ready: (person: number, exposure: Exposure) => boolean,
  eager: boolean,
): ClassicProcess {
  const { n, offsets, targets } = network;
  const adopters = new Adopters(states);
  const exposure = new Exposure(network);
  adopters.fresh.forEach((person) => {
    exposure.add(person);
  });
  // The step in which a person was last looked at.
  const seen = new Uint32Array(n);
  let time = 0;
  return {
    states,
    step() {
      time++;
      const fresh: number[] = [];
      const consider = (person: number): void => {
        if (states[person] !== 0 || seen[person] === time) return;
        seen[person] = time;
        if (ready(person, exposure)) fresh.push(person);
      };
      if (time === 1 && eager) for (let person = 0; person < n; person++) consider(person);
      for (const person of adopters.fresh) {
        for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) consider(targets[arc]);
      }
      adopters.admit(fresh);
      for (const person of fresh) exposure.add(person);
      return fresh.length > 0;
    },
    measure: () => adopters.measure(),
  };
}
