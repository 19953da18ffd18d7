import { describe, expect, it } from 'vitest';
import { generateNetwork } from '../../sim/network/generators.ts';
import { checkNetworkLimits, NETWORK_LIMITS } from '../../sim/network/limits.ts';
import { InputError } from '../../sim/parameter/index.ts';
import { keysFromSeed } from '../../sim/random/index.ts';

describe('checkNetworkLimits', () => {
  it.each(['bytes', 'nodes', 'ties', 'tribes'] as const)('accepts %s up to the limit and refuses one more', (quantity) => {
    const most = NETWORK_LIMITS[quantity];
    expect(() => checkNetworkLimits({ [quantity]: most })).not.toThrow();
    expect(() => checkNetworkLimits({ [quantity]: most + 1 }, 'network.file', 'a.csv')).toThrow(
      expect.objectContaining({
        name: 'InputError',
        file: 'a.csv',
        path: 'network.file',
        found: expect.stringContaining(String(most + 1)),
      }),
    );
  });

  it('refuses NaN', () => {
    expect(() => checkNetworkLimits({ ties: NaN })).toThrow(InputError);
  });
});

describe('networks beyond the limits', () => {
  const keys = keysFromSeed('limits');

  it('10^9 people fail with one message that names found and allowed', () => {
    expect(() => generateNetwork({ kind: 'tribal', people: 1e9 }, keys)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        path: 'network.people',
        found: '1000000000',
        allowed: expect.stringContaining('2000000'),
      }),
    );
  });

  it.each(['tribal', 'lfr', 'configuration', 'erdos-renyi', 'stochastic-block'] as const)(
    'too many ties of a %s network fail before they are allocated',
    (kind) => {
      expect(() => generateNetwork({ kind, people: 2_000_000, meanDegree: 100 }, keys)).toThrow(/too large: 100000000 ties/);
    },
  );

  it('too many ties of growing networks and rings fail before they are allocated', () => {
    for (const kind of ['barabasi-albert', 'holme-kim'] as const) {
      expect(() => generateNetwork({ kind, people: 2_000_000, tiesPerNewcomer: 50 }, keys)).toThrow(/too large/);
    }
    for (const kind of ['ring', 'watts-strogatz'] as const) {
      expect(() => generateNetwork({ kind, people: 2_000_000, neighboursPerSide: 50 }, keys)).toThrow(/too large/);
    }
    expect(() => generateNetwork({ kind: 'complete', people: 20_000 }, keys)).toThrow(/too large: 199990000 ties/);
  });

  it('small graphs say so above 10^5 people', () => {
    expect(() => generateNetwork({ kind: 'path', people: 100_001 }, keys)).toThrow(
      expect.objectContaining({ name: 'InputError', message: expect.stringContaining('at most 100000') }),
    );
    expect(() => generateNetwork({ kind: 'caveman', caves: 1001, caveSize: 100 }, keys)).toThrow(/at most 100000/);
    expect(() => generateNetwork({ kind: 'caveman', caves: 100, caveSize: 1000 }, keys)).toThrow(/at most 100000 and 2000000/);
  });
});
