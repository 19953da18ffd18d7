import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { reportHtml } from '../../sim/chart/report.ts';
import { ARMS, comparisonOf } from '../experiment/synthetic.ts';
import { HOSTILE } from './hostile.ts';

const context = {
  title: 'Push or learn',
  story: 'A new product.\n\nA market that does not know it.',
  changed: [{ path: 'market.people', value: 10_000, default: 1_000_000, unit: 'people', meaning: 'real people the market stands for' }],
  command: 'swaylab compare default --seed one --set market.people=10000',
  notes: ['The network was imported.'],
};
const result = comparisonOf({ weeks: 60, replicates: 6 });
const html = reportHtml(result, context);

const hostileText = HOSTILE.join(' ');
const hostile = reportHtml(
  { ...comparisonOf({ arms: [ARMS[0], ...HOSTILE.map((name) => ({ ...ARMS[1], name }))], weeks: 13, replicates: 2 }), seed: hostileText },
  {
    title: hostileText,
    story: hostileText,
    changed: [{ path: hostileText, value: { text: hostileText }, default: null, unit: hostileText, meaning: hostileText }],
    command: hostileText,
    notes: [hostileText],
  },
);

/** HTML with its void elements closed, so that an XML parser can check the nesting. */
const asXml = (text: string) => text.replace(/<!doctype html>\s*/, '').replace(/<meta([^>]*)>/g, '<meta$1/>');

describe('report', () => {
  test.each([
    ['ordinary', html],
    ['hostile', hostile],
  ])('an %s one is well-formed and asks nothing of anyone', (_, text) => {
    expect(XMLValidator.validate(asXml(text))).toBe(true);
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(text).not.toMatch(/<(script|link|iframe|object|embed|img|base|form)\b/i);
    expect(text).not.toMatch(/<[^>]*\s(on\w+|src|href|style)=/i);
    expect(text.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import/i);
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('opens with what came out and names no winner where there is none', () => {
    expect(html).toMatch(/<h1>Push or learn<\/h1>/);
    expect(html).toContain('<li class="open">After');
    expect(html).toContain('no winner can be named');
  });

  test('tells the story, what was changed, and how to get the result again', () => {
    for (const part of [
      '<p>A new product.</p><p>A market',
      'market.people',
      '1000000',
      'The network was imported.',
      context.command,
      result.digest,
      result.engine,
    ]) {
      expect(html).toContain(part);
    }
    expect(reportHtml(result, { ...context, changed: [] })).toContain('Every parameter is at its default.');
  });

  test('has a caption and scoped heads in every table', () => {
    const tables = html.match(/<table.*?<\/table>/g) ?? [];
    // two of numbers a week and four of the rest, the matrix of two metrics at each week, differences, settings
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      expect(table).toMatch(/^<table class="\w+"><caption>[^<]+<\/caption><thead><tr><th scope="col">/);
      expect(table).toContain('<th scope="row">');
      const columns = (table.match(/<thead>.*<\/thead>/)?.[0].match(/<th /g) ?? []).length;
      for (const row of table.match(/<tbody>.*<\/tbody>/)?.[0].match(/<tr>.*?<\/tr>/g) ?? []) {
        expect((row.match(/<t[hd][ >]/g) ?? []).length).toBe(columns);
      }
    }
  });

  test('draws the charts that were promised', () => {
    for (const title of [
      'Adoption',
      'Active users',
      'Positive word of mouth',
      'Negative word of mouth',
      'Knowledge passed on',
      'Sentiment',
      'Margin',
    ]) {
      expect(html).toMatch(new RegExp(`<title id="chart-\\d+-title">${title}</title>`));
    }
    expect(html).toContain('difference from push after 60 weeks');
    expect(html).toContain('prefers-color-scheme:dark');
    expect(html).toContain('@media print');
  });

  test('shows the sentence "undecided" in the matrix wherever the comparison is', () => {
    const matrix = html.match(/<caption>Adoption after 60 weeks.*?<\/table>/)?.[0] ?? '';
    const open = result.comparisons.filter(({ metric, week, verdict }) => metric === 'adoption' && week === 60 && verdict === 'undecided');
    expect(matrix.match(/undecided/g)?.length ?? 0).toBe(open.length * 2);
  });

  test('tells how large differences are where the document does', () => {
    expect(html).not.toContain('Hedges');
    const told = comparisonOf({ weeks: 20, replicates: 6, metrics: ['adoption', 'margin'], statistics: true });
    const page = reportHtml(told, context);
    expect(XMLValidator.validate(asXml(page))).toBe(true);
    const sizes = page.match(/<caption>Adoption after 20 weeks: size of the paired differences.*?<\/table>/)?.[0] ?? '';
    const pairs = told.comparisons.filter(({ metric, week }) => metric === 'adoption' && week === 20);
    expect(sizes.match(/<tr>/g)).toHaveLength(1 + pairs.length);
    for (const { a, b, statistics } of pairs) {
      expect(sizes).toContain(`${a} – ${b}</th>`);
      if (statistics?.effectSize) expect(sizes).toContain(`<td>${statistics.effectSize.toFixed(2)}</td>`);
    }
  });

  test('works with few metrics and one replicate', () => {
    const small = reportHtml(comparisonOf({ weeks: 13, replicates: 1, metrics: ['fit'] }), context);
    expect(XMLValidator.validate(asXml(small))).toBe(true);
  });
});
