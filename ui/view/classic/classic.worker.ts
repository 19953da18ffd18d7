import * as Comlink from 'comlink';
import type { ClassicRecording } from '../../../sim/classic/index.ts';
import { classicCourses, prepareClassic } from '../../../sim/experiment/classic-experiment.ts';
import type { ClassicLab, ClassicRequest, ClassicResult } from './classic-lab.ts';

/** Milliseconds between two reports. */
const PACE = 150;

let latest = 0;

const lab: ClassicLab = {
  async play({ input, replicates }: ClassicRequest, onResult: (result: ClassicResult) => void) {
    latest++;
    const own = latest;
    const experiment = prepareClassic(input);
    const recordings: ClassicRecording[] = [];
    let told = 0;
    for (let replicate = 0; replicate < replicates; replicate++) {
      // A run is synchronous: between two of them a newer request is heard.
      await new Promise((resolve) => setTimeout(resolve));
      if (own !== latest) return false;
      recordings.push(experiment.run(replicate));
      if (replicate < replicates - 1 && performance.now() - told < PACE) continue;
      told = performance.now();
      onResult({
        courses: classicCourses(recordings),
        replicates: recordings.length,
        settled: recordings.filter((recording) => recording.settled !== null).length,
      });
    }
    return true;
  },
};

Comlink.expose(lab);
