import { describe, test } from 'vitest';
import { REPLICATIONS } from '../../sim/classic/replication/index.ts';
import { failTogether, forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import type { ReplicationName } from './replication-tolerances.ts';

printFindings();

describe('published simulations and experiments, repeated', () => {
  test.each(REPLICATIONS.map((replication) => [replication.name, replication] as const))('%s', (name, { claims, measure }) => {
    const values = forSeeds(SEEDS, (replicate) => measure('verification', replicate));
    failTogether(
      ...claims.map(
        (claim) => () =>
          find(
            `${name} ${claim.name}` as ReplicationName,
            values.map((each) => each[claim.name]),
          ),
      ),
    );
  });
});
