import { Memory } from './memory.ts';
import { openRecorder } from './record.ts';
import type { Recording } from './recording.ts';
import { week } from './week.ts';
import { newWorld, type RunInput } from './world.ts';

/** Runs one replicate of one strategy to its horizon. `memory` may be reused from run to run within a worker. */
export function runMarket(input: RunInput, memory = new Memory()): Recording {
  const world = newWorld(input, memory);
  const recorder = openRecorder(world, { tribes: input.tribes === true, journey: input.journey === true });
  world.onlooker?.look(world);
  for (let w = 0; w < input.settings.horizon; w++) {
    week(world, recorder);
    world.onlooker?.look(world);
  }
  return world.ledger === null ? recorder.recording : { ...recorder.recording, reasons: world.ledger.reasons };
}
