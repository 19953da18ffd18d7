import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GrowingRows } from '../../../sim/network/generators/growing-rows.ts';

it('GrowingRows behaves as one array a row', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.nat(1e9)), { maxLength: 100 }), (pushes) => {
      const rows = new GrowingRows(5, 1, 0);
      const model: number[][] = [[], [], [], [], []];
      for (const [row, value] of pushes) {
        rows.push(row, value);
        model[row].push(value);
      }
      for (let row = 0; row < 5; row++) {
        expect(Array.from({ length: rows.length(row) }, (_, index) => rows.at(row, index))).toEqual(model[row]);
      }
    }),
  );
});
