import { expect, test } from 'vitest';
import { CLAIMS } from '../../ui/view/verification/claim.ts';
import { FINDINGS, findingsWith, reasonOf } from '../../ui/view/verification/finding.ts';

test('every check that is missed says why, and no other does', () => {
  const unexplained = FINDINGS.filter((finding) => (finding.verdict === 'hit') !== (reasonOf(finding) === null));
  expect(unexplained.map(({ name }) => name)).toEqual([]);
});

test('checks are found by words and by verdict', () => {
  const misses = findingsWith('', 'miss');
  expect(misses.length + findingsWith('', 'hit').length).toBe(FINDINGS.length);
  expect(misses.every(({ verdict }) => verdict !== 'hit')).toBe(true);
  const watts = findingsWith('WATTS 2002', null);
  expect(watts.length).toBeGreaterThan(3);
  expect(watts.every(({ source }) => source.includes('Watts'))).toBe(true);
});

test('the twenty claims are read from their document, with verdict and questions', () => {
  expect(CLAIMS.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => `H${at + 1}`));
  for (const { verdict, standing, questions, claim } of CLAIMS) {
    expect(['supported', 'contradicted', 'depends', 'undecided', 'built in']).toContain(verdict);
    expect(['emergent', 'assumed']).toContain(standing);
    expect(claim.length).toBeGreaterThan(20);
    expect(questions.every((question) => question.length > 5)).toBe(true);
  }
  expect(CLAIMS.reduce((sum, { questions }) => sum + questions.length, 0)).toBeGreaterThan(30);
});
