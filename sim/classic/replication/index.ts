import { InputError } from '../../parameter/index.ts';
import { axelrod1997 } from './axelrod-1997.ts';
import { centola2010 } from './centola-2010.ts';
import { goldenberg2001 } from './goldenberg-2001.ts';
import { goldenberg2007 } from './goldenberg-2007.ts';
import { hinz2011 } from './hinz-2011.ts';
import { libai2013 } from './libai-2013.ts';
import { muchnik2013 } from './muchnik-2013.ts';
import { randRust2011 } from './rand-rust-2011.ts';
import type { Replication } from './replication.ts';
import { salganik2006 } from './salganik-2006.ts';
import { watts2002 } from './watts-2002.ts';
import { wattsDodds2007 } from './watts-dodds-2007.ts';

export type { Claim, Replication } from './replication.ts';

/** Published simulations and experiments that are repeated here, by year. */
export const REPLICATIONS: readonly Replication[] = [
  axelrod1997,
  goldenberg2001,
  watts2002,
  salganik2006,
  goldenberg2007,
  wattsDodds2007,
  centola2010,
  hinz2011,
  randRust2011,
  libai2013,
  muchnik2013,
];

/** The replication of this name. @throws InputError that lists what there is */
export function replicationNamed(name: string): Replication {
  const found = REPLICATIONS.find((replication) => replication.name === name);
  if (found !== undefined) return found;
  const allowed = REPLICATIONS.map((replication) => replication.name).join(', ');
  throw new InputError(`There is no replication "${name}".`, { path: 'replication', found: name, allowed });
}
