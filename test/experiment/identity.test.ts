import { expect, test } from 'vitest';
import { type RunIdentity, runId, sha256Hex } from '../../sim/experiment/identity.ts';

const identity: RunIdentity = {
  scenario: { weeks: 156, market: { people: 1e6, need: 0.06 } },
  network: null,
  strategy: { name: 'push', shares: { broadcast: 1 } },
  engine: '0.1.0+abc',
  seed: 'one',
  replicate: 0,
};

test('is 32 hex digits and stays what it was published as', () => {
  expect(runId(identity)).toMatchInlineSnapshot(`"92f334b0982205d00c61f7ec7921db75"`);
});

test('ignores the name and the order in which a scenario was written', () => {
  const same = {
    ...identity,
    scenario: { market: { need: 0.06, people: 1e6 }, weeks: 156 },
    strategy: { shares: { broadcast: 1 }, name: 'x' },
  };
  expect(runId(same)).toBe(runId(identity));
  expect(runId({ ...identity, policy: null })).toBe(runId(identity));
});

test('moves with everything else', () => {
  const others: RunIdentity[] = [
    { ...identity, scenario: { ...(identity.scenario as object), weeks: 155 } },
    { ...identity, network: sha256Hex('graph') },
    { ...identity, strategy: { name: 'push', shares: { broadcast: 0.5 } } },
    { ...identity, engine: '0.1.0+abd' },
    { ...identity, seed: 'two' },
    { ...identity, replicate: 1 },
    { ...identity, policy: sha256Hex('policy') },
  ];
  expect(new Set([identity, ...others].map(runId)).size).toBe(8);
});

test('SHA-256 of a text is the standard one', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
