import { expect, test } from 'vitest';
import { Memory } from '../../sim/market/memory.ts';

const TABLE = { small: [Uint8Array, 3], reals: [Float64Array, 5], words: [Uint32Array, 40] } as const;

test('fields lie one after another, apart by whole lines, zeroed whatever was there before', () => {
  const memory = new Memory();
  for (let turn = 0; turn < 2; turn++) {
    const views = memory.layOut(TABLE);
    expect([views.small.length, views.reals.length, views.words.length]).toEqual([3, 5, 40]);
    expect([...views.small, ...views.reals, ...views.words].every((each) => each === 0)).toBe(true);
    const places = Object.values(views).map(({ byteOffset, byteLength }) => [byteOffset, byteOffset + byteLength]);
    for (const [k, [start]] of places.entries()) {
      expect(start % 64).toBe(0);
      if (k > 0) expect(start).toBeGreaterThanOrEqual(places[k - 1][1]);
    }
    for (const view of Object.values(views)) view.fill(7);
    expect([...views.small, ...views.reals, ...views.words].every((each) => each === 7)).toBe(true);
  }
});

test('memory is taken anew only when it is too small, and serves smaller worlds too', () => {
  const memory = new Memory();
  const { buffer } = memory.layOut({ field: [Float64Array, 10_000] }).field;
  expect(memory.layOut({ field: [Uint8Array, 10] }).field.buffer).toBe(buffer);
  expect(memory.layOut({ field: [Float64Array, 10_000] }).field.buffer).toBe(buffer);
  expect(memory.layOut({ field: [Float64Array, 100_000] }).field.buffer).not.toBe(buffer);
});

test('a world that is larger than allowed is refused before any memory is taken', () => {
  const memory = new Memory(1 << 20);
  expect(memory.layOut({ field: [Uint8Array, 1 << 20] }).field).toHaveLength(1 << 20);
  expect(() => memory.layOut({ field: [Uint8Array, (1 << 20) + 1] })).toThrow('2 MB, and a worker may have 1 MB');
  expect(new Memory().layOut({ field: [Uint8Array, (1 << 20) + 1] }).field).toHaveLength((1 << 20) + 1);
});

test('the latest world is held until the next one', () => {
  const memory = new Memory();
  expect(memory.latest).toBeNull();
  const world = {};
  memory.hold(world);
  expect(memory.latest).toBe(world);
});
