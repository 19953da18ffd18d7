import { appendFile, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Journal } from '../../../sim/store/disk/journal.ts';
import { encodeRecord, type JournalRecord } from '../../../sim/store/disk/journal-record.ts';
import { recordingOf } from '../fixture/recordings.ts';
import { mayMount, newFolder, onSmallDisk } from '../fixture/small-disk.ts';

const opened: Journal[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((journal) => journal.close()));
});

async function open(file: string): Promise<Journal> {
  const journal = await Journal.open(file);
  opened.push(journal);
  return journal;
}

const record = (run: number, weeks = 1): JournalRecord => ({
  runId: `run-${run}`,
  digest: `digest-${run}`,
  error: null,
  measures: run % 3 === 0 ? null : Float64Array.of(run, Number.NaN, -0),
  recording: run % 5 === 4 ? null : recordingOf(run, 0, weeks, 1, run % 2),
});

/** Five runs in a file, and its bytes. */
async function fiveRuns(): Promise<{ file: string; bytes: Buffer; ends: number[] }> {
  const file = join(newFolder(), 'journal.bin');
  const records = [0, 1, 2, 3, 4].map((run) => encodeRecord(record(run)));
  const bytes = Buffer.concat(records);
  await writeFile(file, bytes);
  let end = 0;
  const ends = records.map(({ byteLength }) => {
    end += byteLength;
    return end;
  });
  return { file, bytes, ends };
}

describe('Journal', () => {
  it('gives back what was appended, also after it was closed', async () => {
    const file = join(newFolder(), 'journal.bin');
    const first = await open(file);
    await Promise.all([first.append(record(1, 5)), first.append(record(2, 3))]);
    expect(await first.read('run-1')).toEqual(record(1, 5));
    const second = await open(file);
    expect([...second.finished.keys()]).toEqual(['run-1', 'run-2']);
    await second.append(record(3));
    expect(await second.read('run-2')).toEqual(record(2, 3));
    expect(await second.read('run-3')).toEqual(record(3));
    expect([second.cut, second.damaged]).toEqual([0, 0]);
    await expect(second.read('run-9')).rejects.toThrow('not in the journal');
  });

  it('keeps reasons and tribes beside the weeks', async () => {
    const journal = await open(join(newFolder(), 'journal.bin'));
    const recording = { ...recordingOf(1, 0, 3, 2, 4), reasons: Float64Array.from({ length: 3 * 2 * 16 }, (_, i) => i / 7) };
    await journal.append({ ...record(1), recording });
    expect((await journal.read('run-1')).recording).toEqual(recording);
  });

  it('cuts off a torn end, wherever it was torn, and goes on from there', async () => {
    const { bytes, ends } = await fiveRuns();
    const file = join(newFolder(), 'journal.bin');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.byteLength), async (length) => {
        await writeFile(file, bytes.subarray(0, length));
        const journal = await Journal.open(file);
        const whole = ends.filter((end) => end <= length).length;
        expect([...journal.finished.keys()]).toEqual([0, 1, 2, 3, 4].slice(0, whole).map((run) => `run-${run}`));
        expect((await stat(file)).size).toBe(whole === 0 ? 0 : ends[whole - 1]);
        await journal.append(record(7));
        await journal.close();
        const again = await Journal.open(file);
        expect(again.finished.size).toBe(whole + 1);
        expect(await again.read('run-7')).toEqual(record(7));
        await again.close();
      }),
      { numRuns: 40 },
    );
  });

  it('loses one run at most to a damaged byte, wherever it is, and never gives back a wrong one', async () => {
    const { bytes, ends } = await fiveRuns();
    const file = join(newFolder(), 'journal.bin');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.byteLength - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const damaged = Buffer.from(bytes);
        damaged[at] ^= flip;
        await writeFile(file, damaged);
        const journal = await Journal.open(file);
        const hit = ends.findIndex((end) => at < end);
        expect([...journal.finished.keys()]).toEqual([0, 1, 2, 3, 4].filter((run) => run !== hit).map((run) => `run-${run}`));
        expect(journal.damaged + Math.sign(journal.cut)).toBe(1);
        for (const run of [0, 1, 2, 3, 4]) if (run !== hit) expect(await journal.read(`run-${run}`)).toEqual(record(run));
        await journal.append(record(hit));
        await journal.close();
        const again = await Journal.open(file);
        expect(again.finished.size).toBe(5);
        await again.close();
      }),
      { numRuns: 60 },
    );
  });

  it('skips a stretch of foreign bytes between runs', async () => {
    const { file, bytes, ends } = await fiveRuns();
    const foreign = Buffer.concat([Buffer.alloc(100_000, 'SWR1'), Buffer.alloc(70_000)]);
    await writeFile(file, Buffer.concat([bytes.subarray(0, ends[1]), foreign, bytes.subarray(ends[1])]));
    const journal = await open(file);
    expect([...journal.finished.keys()].sort()).toEqual(['run-0', 'run-1', 'run-2', 'run-3', 'run-4']);
    expect(journal.damaged).toBe(1);
  });

  it('starts anew on a file that is no journal', async () => {
    const file = join(newFolder(), 'journal.bin');
    await writeFile(file, 'something else');
    const journal = await open(file);
    expect(journal.finished.size).toBe(0);
    expect(journal.cut).toBe(14);
  });

  it('takes the later of two records of one run', async () => {
    const { file } = await fiveRuns();
    await appendFile(file, encodeRecord({ ...record(2, 6), digest: 'later' }));
    const journal = await open(file);
    expect(await journal.read('run-2')).toEqual({ ...record(2, 6), digest: 'later' });
  });

  it('keeps a failed run apart until it finishes', async () => {
    const file = join(newFolder(), 'journal.bin');
    const first = await open(file);
    await first.append({ runId: 'a', digest: null, error: 'no', measures: null, recording: null });
    await first.append({ runId: 'b', digest: null, error: 'e'.repeat(100_000), measures: null, recording: null });
    await first.append({ ...record(1), runId: 'a' });
    expect([[...first.finished.keys()], [...first.failed.keys()]]).toEqual([['a'], ['b']]);
    const second = await open(file);
    expect([[...second.finished.keys()], [...second.failed.keys()]]).toEqual([['a'], ['b']]);
    expect((await second.read('b')).error).toMatch(/^e{4000}$/);
  });

  it('says when what was appended is on the disk, within about a second or a hundred runs', async () => {
    const journal = await open(join(newFolder(), 'journal.bin'));
    await journal.lasting();
    await journal.append(record(1));
    let lasts = false;
    const waiting = journal.lasting().then(() => {
      lasts = true;
    });
    await Promise.all(Array.from({ length: 98 }, (_, run) => journal.append(record(run + 2))));
    expect(lasts).toBe(false);
    await journal.append(record(100));
    await waiting;
    await journal.append(record(101));
    await journal.lasting();
  });

  it('says so when the file changes under it', async () => {
    const { file } = await fiveRuns();
    const journal = await open(file);
    await truncate(file, 10);
    await expect(journal.read('run-4')).rejects.toThrow('changed while it was in use');
  });

  it.skipIf(!mayMount())('ends where it ended before when the disk is full, and can be read on (needs the right to mount)', async () => {
    await onSmallDisk('256k', async (folder) => {
      const file = join(folder, 'journal.bin');
      const journal = await Journal.open(file);
      let kept = 0;
      const filling = (async () => {
        for (;;) {
          await journal.append(record(kept, 52));
          kept++;
        }
      })();
      await expect(filling).rejects.toThrow(`cannot write ${file}: no space is left on the disk`);
      expect(kept).toBeGreaterThan(3);
      expect(await journal.read(`run-${kept - 1}`)).toEqual(record(kept - 1, 52));
      await journal.close();
      const again = await Journal.open(file);
      expect([again.finished.size, again.cut]).toEqual([kept, 0]);
      await again.close();
      expect(await readFile(file)).toHaveLength((await stat(file)).size);
    });
  });
});
