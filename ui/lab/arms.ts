import type { FinishedRun } from '../../sim/experiment/compare-result.ts';
import { STAGES } from '../../sim/experiment/recorded.ts';

/** Megabytes of recordings that are kept beyond those in use, so that undo and a strategy shown again repeat no run. */
const KEPT_BYTES = 160 * 2 ** 20;

type KeptRun = Omit<FinishedRun, 'strategy'>;

/** Everything that has run of one strategy in one scenario. Rows per tribe, moves between stages and reasons are summed up as they come. */
export class Arm {
  readonly runs = new Map<number, KeptRun>();
  /** Moves of the first brand, summed over `flowRuns` replicates. */
  flows: Float64Array | null = null;
  flowRuns = 0;
  /** What spoke for purchases of the first brand, `[week * parts + part]`, summed over `reasonRuns` replicates. */
  reasons: Float64Array | null = null;
  reasonRuns = 0;
  /** Of replicate 0, or summed over replicates that share their tribes. */
  tribes: { readonly sizes: Uint32Array; readonly adopters: Float64Array; readonly affect: Float64Array; runs: number } | null = null;

  add(run: KeptRun, sameTribes: boolean): void {
    const { tribes, flows, reasons, ...recording } = run.recording;
    if (this.runs.has(run.replicate)) return;
    this.runs.set(run.replicate, { ...run, recording });
    const { weeks, brands } = recording;
    if (flows !== undefined) {
      const width = STAGES.length * STAGES.length;
      this.flows ??= new Float64Array(weeks * width);
      for (let week = 0; week < weeks; week++) {
        for (let move = 0; move < width; move++) this.flows[week * width + move] += flows[week * brands * width + move];
      }
      this.flowRuns++;
    }
    if (reasons !== undefined) {
      const parts = reasons.length / (weeks * brands);
      this.reasons ??= new Float64Array(weeks * parts);
      for (let week = 0; week < weeks; week++) {
        for (let part = 0; part < parts; part++) this.reasons[week * parts + part] += reasons[week * brands * parts + part];
      }
      this.reasonRuns++;
    }
    if (tribes !== undefined && (sameTribes || run.replicate === 0)) {
      const cells = weeks * tribes.count;
      this.tribes ??= { sizes: tribes.sizes, adopters: new Float64Array(cells), affect: new Float64Array(cells), runs: 0 };
      for (let cell = 0; cell < cells; cell++) {
        this.tribes.adopters[cell] += tribes.adopters[cell * brands];
        this.tribes.affect[cell] += tribes.affect[cell * brands];
      }
      this.tribes.runs++;
    }
  }

  get bytes(): number {
    let sum = 0;
    for (const { recording } of this.runs.values()) sum += recording.values.byteLength;
    return sum;
  }

  /** Mean over the replicates below `count` that define it of every recorded column: `[(column * weeks + week) * brands + brand]`. */
  meanColumns(count: number): Float32Array {
    const all = [...this.runs.values()].filter(({ replicate }) => replicate < count).map(({ recording }) => recording.values);
    const length = all[0]?.length ?? 0;
    const mean = new Float32Array(length);
    for (let cell = 0; cell < length; cell++) {
      let sum = 0;
      let defined = 0;
      for (const values of all) {
        const value = values[cell];
        if (!Number.isNaN(value)) {
          sum += value;
          defined++;
        }
      }
      mean[cell] = sum / defined;
    }
    return mean;
  }
}

/** Arms by what decides their runs, oldest use first. */
export class Arms {
  readonly #arms = new Map<string, Arm>();

  /** The arm of this identity, new if it never ran. */
  take(id: string): Arm {
    const arm = this.#arms.get(id) ?? new Arm();
    this.#arms.delete(id);
    this.#arms.set(id, arm);
    return arm;
  }

  /** Forgets arms that were not in use for longest, until what is kept fits. */
  trim(inUse: ReadonlySet<string>): void {
    let bytes = 0;
    for (const arm of this.#arms.values()) bytes += arm.bytes;
    for (const [id, arm] of this.#arms) {
      if (bytes <= KEPT_BYTES) return;
      if (inUse.has(id)) continue;
      this.#arms.delete(id);
      bytes -= arm.bytes;
    }
  }
}
