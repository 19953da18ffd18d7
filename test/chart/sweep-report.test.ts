import { describe, expect, it } from 'vitest';
import { type SweepSummary, sweepReport } from '../../sim/chart/sweep-report.ts';

const POINTS = 3;

function summaryOf(strategies: readonly string[]): SweepSummary {
  return {
    title: 'a sweep',
    story: '',
    engine: 'x',
    strategies,
    factors: [{ path: 'market.need', values: Float64Array.of(0.1, 0.2, 0.3) }],
    metrics: [{ name: 'margin', unit: 'money per head', week: 13, means: strategies.map((_, at) => new Float64Array(POINTS).fill(at)) }],
    facts: ['Three points.'],
    failures: [],
    command: 'swaylab sweep x.json --out x',
  };
}

/** How the dot of each strategy looks in the legend, which comes before the dots of the points. */
function looks(html: string, strategies: number): string[] {
  const circles = html.match(/<circle[^>]*>/g) ?? [];
  expect(circles).toHaveLength(strategies * (1 + POINTS));
  return circles.slice(0, strategies).map((circle) => circle.slice(circle.indexOf('fill=')));
}

describe('the report of a sweep', () => {
  it('tells as many strategies apart as scenarios have, each by name', () => {
    const strategies = Array.from({ length: 14 }, (_, at) => `a strategy with number ${at}`);
    const html = sweepReport(summaryOf(strategies));
    expect(new Set(looks(html, 14)).size).toBe(14);
    for (const name of strategies) expect(html).toContain(`>${name}</text>`);
  });

  it('keeps names and dots within the picture', () => {
    const html = sweepReport(summaryOf(['one', 'x'.repeat(300), ...Array.from({ length: 9 }, (_, at) => `strategy ${at}`)]));
    const [, width, height] = /<svg [^>]*viewBox="0 0 (\d+) (\d+)"/.exec(html) ?? [];
    for (const [, x, y] of html.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)) {
      expect(Number(x)).toBeLessThan(Number(width));
      expect(Number(y)).toBeLessThan(Number(height));
    }
    expect(html).toContain('…</text>');
  });
});
