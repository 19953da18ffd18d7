import { expect, test } from 'vitest';
import { tribeRegard } from '../../sim/consumer/regard.ts';
import { keysFromSeed } from '../../sim/random/index.ts';

const levels = { liked: 1, neutral: 0.5, disliked: -0.3, likedShare: 0.1, dislikedShare: 0.2 };

test('regard between tribes is mutual and comes in the shares that are set', () => {
  const keys = keysFromSeed('regard');
  const seen: number[] = [];
  for (let a = 0; a < 60; a++) {
    for (let b = 0; b < a; b++) {
      const felt = tribeRegard(keys, a, b, levels);
      expect(tribeRegard(keys, b, a, levels)).toBe(felt);
      seen.push(felt);
    }
  }
  const share = (level: number) => seen.filter((felt) => felt === level).length / seen.length;
  expect(share(levels.liked)).toBeCloseTo(0.1, 1);
  expect(share(levels.disliked)).toBeCloseTo(0.2, 1);
  expect(share(levels.liked) + share(levels.neutral) + share(levels.disliked)).toBeCloseTo(1, 12);
});
