import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { escapeMarkup } from '../../sim/chart/escape.ts';
import { HOSTILE } from './hostile.ts';

test('any text is well-formed as content and as attribute, and cannot leave its place', () => {
  const parser = new XMLParser({ ignoreAttributes: false, trimValues: false });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)), (text) => {
      const escaped = escapeMarkup(text);
      expect(escaped).not.toMatch(/[<>"']/);
      const xml = `<t a="${escaped}">${escaped}</t>`;
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(Object.keys(parser.parse(xml) as object)).toEqual(['t']);
    }),
  );
});

test('ordinary text stays as it is, markup becomes entities, what XML cannot hold is replaced', () => {
  expect(escapeMarkup('push+co-creation – 50 %, 消費者 👍')).toBe('push+co-creation – 50 %, 消費者 👍');
  expect(escapeMarkup(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;');
  expect(escapeMarkup('a\u0000b\ud800c\uffffd')).toBe('a\ufffdb\ufffdc\ufffdd');
  expect(escapeMarkup('a\tb\nc')).toBe('a\tb\nc');
});
