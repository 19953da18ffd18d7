import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { differenceChartOf, multiplesOf, timeChartOf } from '../../sim/chart/catalogue.ts';
import { layout, naturalHeight } from '../../sim/chart/layout.ts';
import { toSvg } from '../../sim/chart/svg.ts';
import { ARMS, comparisonOf } from '../experiment/synthetic.ts';
import { HOSTILE } from './hostile.ts';

const metrics = ['adoption', 'romi', 'margin'] as const;
const plain = comparisonOf({ weeks: 30, replicates: 5, metrics });
const hostile = comparisonOf({
  arms: [ARMS[0], ...HOSTILE.map((name, index) => ({ ...ARMS[1], name, middle: 10 + index }))],
  weeks: 20,
  replicates: 3,
  metrics,
});

const charts = [plain, hostile].flatMap((result) => [
  ...metrics.map((metric) => timeChartOf(result, metric)),
  multiplesOf(result, 'adoption'),
  differenceChartOf(result, 'margin', result === plain ? 30 : 20, 'nothing'),
]);

const pictures = charts.flatMap((chart) =>
  [
    { width: 640, height: naturalHeight(chart, 640) },
    { width: 300, height: naturalHeight(chart, 300) },
    { width: 120, height: 60, detail: 'thumbnail' as const },
  ].map((size) => layout(chart, size)),
);

describe('svg', () => {
  test.each(pictures.map((picture, index) => [index, picture] as const))('picture %i is well-formed, named and safe', (index, picture) => {
    for (const theme of ['variables', 'light', 'dark'] as const) {
      const svg = toSvg(picture, { theme, id: `picture-${index}` });
      expect(XMLValidator.validate(svg)).toBe(true);
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="picture-\d+-title picture-\d+-desc"/);
      // a strict content security policy refuses style elements, style attributes, scripts and event attributes
      expect(svg).not.toMatch(/<(style|script|img|image|foreignObject|a)\b|<[^>]*\s(style|on\w+|href)=/i);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
      expect(svg.includes('var(--')).toBe(theme === 'variables');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
      expect(svg).not.toMatch(/[\u0000-\u001f\u202e]/);
    }
  });

  test('says in words what it shows', () => {
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(toSvg(layout(charts[0], { width: 640, height: 320 }))) as {
      svg: { title: { '#text': string }; desc: { '#text': string } };
    };
    expect(parsed.svg.title['#text']).toBe('Adoption');
    expect(parsed.svg.desc['#text']).toMatch(
      /^Adoption after 30 weeks, medians: push \d.*\(90 % of runs \d.* to .*nothing .*\. Line: median; bands: 50 % and 90 % of 5 runs\.$/,
    );
  });

  test('shows hostile names as text', () => {
    const svg = toSvg(layout(timeChartOf(hostile, 'adoption'), { width: 900, height: 400 }));
    expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(svg).not.toContain('<script>');
  });

  test('thumbnails have lines and no text', () => {
    const svg = toSvg(layout(charts[0], { width: 120, height: 60, detail: 'thumbnail' }));
    expect(svg).toContain('<path');
    expect(svg).not.toContain('<text');
  });
});
