import { REPLICATIONS } from '../../sim/classic/replication/index.ts';
import type { Tolerance } from './tolerances.ts';

export type ReplicationName = `${string}-${number} ${string}`;

/** The claims of every replication as tolerances of the verification; their bands stand beside what is measured. */
export const REPLICATION_TOLERANCES = Object.fromEntries(
  REPLICATIONS.flatMap(({ name, source, claims }) =>
    claims.map(({ name: claim, statistic, published, band, tag, kind, order }): [ReplicationName, Tolerance] => [
      `${name} ${claim}` as ReplicationName,
      {
        fact: name,
        statistic: `${statistic}; published: ${published}`,
        band,
        tag,
        source,
        kind,
        ...(order !== undefined && { order }),
      },
    ]),
  ),
) as Readonly<Record<ReplicationName, Tolerance>>;
