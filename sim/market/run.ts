import { Memory } from './memory.ts';
import { openRecorder } from './record.ts';
import type { Recording } from './recording.ts';
import { week } from './week.ts';
import { newWorld, type RunInput } from './world.ts';

/** Runs one replicate of one strategy to its horizon. `memory` may be reused from run to run within a worker. */
export function runMarket(input: RunInput, memory = new Memory()): Recording {
  const weeks = runWeeks(input, memory);
  for (;;) {
    const step = weeks.next();
    if (step.done) return step.value;
  }
}

/**
 * The same run, handing over control after each week, so that whoever drives it may stop, or show what there is. What is handed over is the
 * recording under way: weeks to come are 0 in it. Only one run at a time may use a `memory`.
 */
export function* runWeeks(input: RunInput, memory: Memory): Generator<Recording, Recording> {
  const world = newWorld(input, memory);
  const recorder = openRecorder(world, { tribes: input.tribes === true, journey: input.journey === true });
  world.onlooker?.look(world);
  for (let w = 0; w < input.settings.horizon; w++) {
    week(world, recorder);
    world.onlooker?.look(world);
    yield recorder.recording;
  }
  return world.ledger === null ? recorder.recording : { ...recorder.recording, reasons: world.ledger.reasons };
}
