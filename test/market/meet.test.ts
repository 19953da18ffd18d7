import { expect, test } from 'vitest';
import { BELIEF, READING, ROW } from '../../sim/consumer/state.ts';
import { regardOf } from '../../sim/market/talk.ts';
import { weekKeys } from '../../sim/market/world.ts';
import { drawUniform, PURPOSE } from '../../sim/random/index.ts';
import { atMark, besideTwin, expectClose, livelyWorld, tiesOf } from './steps.ts';

test('those who meet take in three peers: towards those they regard, away from those they dislike, in part back to themselves', () => {
  const world = livelyWorld({ consumers: { conformity: { weight: 0.15, confidence: 0.4 } } });
  const { people, settings } = world;
  const { conformity, expression, exposure, congruence } = settings.consumers;
  let met = 0;
  let repelled = 0;
  let ignored = 0;
  besideTwin(world, 30, 'meetAndConform', () => {
    const who = weekKeys(world, PURPOSE.conform);
    const which = weekKeys(world, PURPOSE.peer);
    const ties = tiesOf(world.ties, people.n);
    const before = Float64Array.from(people.affect);
    const after = before.slice();
    const sums = new Map<string, [sum: number, count: number]>();
    for (let i = 0; i < people.n; i++) {
      for (let b = 0; b < 2; b++) {
        const [sum, count] = sums.get(`${people.tribe[i]} ${b}`) ?? [0, 0];
        sums.set(`${people.tribe[i]} ${b}`, [sum + before[i * 2 + b], count + 1]);
      }
    }
    const norm = (person: number, b: number) => {
      const [sum, count] = sums.get(`${people.tribe[person]} ${b}`) as [number, number];
      return sum / count;
    };
    for (let i = 0; i < people.n; i++) {
      if (drawUniform(who.k0, who.k1, i, 0) >= conformity.meet || ties[i].length === 0) continue;
      met++;
      const strengths = ties[i].map((tie) => tie.strength);
      const total = strengths.reduce((sum, each) => sum + each);
      const peers = [0, 1, 2].map((k) => ties[i][atMark(strengths, drawUniform(which.k0, which.k1, i, k) * total)]);
      const now = people.present[i];
      for (let b = 0; b < 2; b++) {
        const pair = i * 2 + b;
        const x = before[pair];
        let pull = 0;
        let weight = 0;
        for (const { other, strength } of peers) {
          const regard = regardOf(world, i, other);
          const said = (1 - expression.compliance) * before[other * 2 + b] + expression.compliance * norm(other, b);
          weight += strength;
          if (regard > 0 && Math.abs(said - x) > conformity.confidence) ignored++;
          else pull += strength * regard * (said - x);
          if (regard < 0) repelled++;
        }
        const standard = now >= 0 && now !== b ? people.rows[(i * 2 + now) * ROW + BELIEF] : people.outside[i];
        const used = people.rows[pair * ROW + READING] >= 0;
        const liked = used ? congruence.affect * (2 * world.worthOfValues[pair] - 1) : 0;
        const rest = Math.max(-1, Math.min(1, (people.rows[pair * ROW + BELIEF] - standard) / exposure.driftScale + liked));
        const s = people.stubbornness[i];
        const moved = x + people.conformity[i] * (((1 - s) * pull) / weight + s * (rest - x));
        after[pair] = Math.max(-1, Math.min(1, moved));
      }
    }
    return () => expectClose(people.affect, after, 'affect');
  });
  expect(met).toBeGreaterThan(1000);
  for (const count of [repelled, ignored]) expect(count).toBeGreaterThan(20);
});

test('without conformity nobody shifts', () => {
  const world = livelyWorld({ mechanisms: { conformity: false } });
  besideTwin(world, 8, 'meetAndConform', ({ people }) => {
    const before = people.affect.slice();
    return () => expect(people.affect).toEqual(before);
  });
});
