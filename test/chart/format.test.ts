import { expect, test } from 'vitest';
import { decimalsForError, formatInterval, formatProbability, formatRange, formatValue, listed } from '../../sim/chart/format.ts';

test('shares are per cent, other units stay', () => {
  expect(formatValue(0.7213, 'share')).toBe('72.1 %');
  expect(formatValue(0.7213, '0..1')).toBe('0.721');
  expect(formatValue(1234.5, 'currency per head')).toBe('1235');
  expect(formatValue(null, 'share')).toBe('–');
  expect(formatValue(0, 'ratio')).toBe('0');
});

test('an estimate has the digits that its error deserves', () => {
  expect([0.0123, 0.0354, 0.0355, 0.5, 1.2, 12, 0].map(decimalsForError)).toEqual([3, 3, 2, 1, 1, 0, 0]);
  expect(formatInterval(0.3119, 0.2998, 0.324, '0..1')).toBe('0.312 [0.300, 0.324]');
  expect(formatInterval(0.3119, null, null, '0..1')).toBe('0.312');
  expect(formatInterval(0, 0, 0, 'ratio')).toBe('0 [0, 0]');
  expect(formatRange(0.61, 0.688, 'share')).toBe('61.0 % to 68.8 %');
});

test('an interval that keeps clear of 0 is never shown as if it touched it', () => {
  expect(formatInterval(-0.7, -1.39, -0.01, 'ratio')).toBe('-0.70 [-1.39, -0.01]');
  expect(formatInterval(-0.7, -1.4, 0, 'ratio')).toBe('-0.7 [-1.4, 0.0]');
});

test('nothing is minus zero, and only certainty is 0 or 1', () => {
  expect(formatInterval(-0.001, -0.4, 0.4, 'ratio')).toBe('0.0 [-0.4, 0.4]');
  expect([0, 0.001, 0.5, 0.999, 1, null].map(formatProbability)).toEqual(['0.00', '<0.01', '0.50', '>0.99', '1.00', '–']);
});

test('lists read as sentences do', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});
