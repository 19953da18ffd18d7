import { count, real } from '../../parameter/index.ts';
import { deriveKeys, drawUniform, type Keys, lnUniform, Stream } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { BINARY_COLUMNS, runOpinions, share, TWO_OPINIONS } from './binary-opinions.ts';
import { influences, type Listening } from './listening.ts';

const SOURCE = 'Galam 2002, 10.1140/epjb/e20020045';

export const galam = classicModel({
  name: 'galam',
  title: "Galam's majority in groups",
  meaning:
    'All people meet in small groups, each group takes the opinion of its majority, and a split group mostly keeps to the status quo, opinion 0.',
  source: SOURCE,
  time: 'everyone sits in one group a step; hosts in random order invite those they listen to who sit nowhere yet, by strength. An invited person takes the outcome home if the host influences it',
  updating: 'synchronous',
  state: `${TWO_OPINIONS}; 0 is the status quo`,
  parameters: {
    share,
    group: count(4, [2, 7], 'people', 'people in a group; fewer where a host finds no more', SOURCE, [1, 1000]),
    statusQuo: real(1, [0, 1], 'probability', 'chance that a split group takes opinion 0', SOURCE),
  },
  columns: BINARY_COLUMNS,
  steps: 20,
  start: ({ share: ones, group, statusQuo }, world) =>
    runOpinions(world, ones, (opinions, listening, now) =>
      meet(opinions, listening, group, statusQuo, deriveKeys(world.keys, LUCK.updater, now)),
    ),
});

/** Seats everyone, and lets every group decide. Nobody sits twice, so that no group sees what another decided. */
function meet(opinions: Uint8Array, listening: Listening, group: number, statusQuo: number, keys: Keys): void {
  const { n } = listening;
  const { k0, k1 } = deriveKeys(keys, LUCK.opinion);
  const seated = new Uint8Array(n);
  const hosts = new Stream(deriveKeys(keys, LUCK.updater)).shuffle(Uint32Array.from({ length: n }, (_, i) => i));
  const invitations = deriveKeys(keys, LUCK.partner);
  for (const host of hosts) {
    if (seated[host] === 1) continue;
    seated[host] = 1;
    const guests = invite(host, listening, group - 1, seated, invitations);
    const ones = guests.reduce((sum, guest) => sum + opinions[guest], opinions[host]);
    const zeros = guests.length + 1 - ones;
    const outcome = ones === zeros ? Number(drawUniform(k0, k1, host, 0) >= statusQuo) : Number(ones > zeros);
    opinions[host] = outcome;
    for (const guest of guests) if (influences(listening, host, guest)) opinions[guest] = outcome;
  }
}

/**
 * Up to `places` people whom the host listens to and who sit nowhere, drawn without replacement by strength; seats them.
 * Those with the largest ln(u) / strength: Efraimidis & Spirakis 2006, 10.1016/j.ipl.2005.11.003.
 */
function invite(host: number, listening: Listening, places: number, seated: Uint8Array, { k0, k1 }: Keys): number[] {
  const { offsets, sources, strengths } = listening;
  const chosen: { guest: number; rank: number }[] = [];
  if (places === 0) return [];
  for (let arc = offsets[host]; arc < offsets[host + 1]; arc++) {
    const guest = sources[arc];
    if (seated[guest] === 1) continue;
    const rank = lnUniform(drawUniform(k0, k1, arc, 0)) / strengths[arc];
    if (chosen.length === places && rank <= chosen[places - 1].rank) continue;
    let place = chosen.length;
    while (place > 0 && chosen[place - 1].rank < rank) place--;
    chosen.splice(place, 0, { guest, rank });
    if (chosen.length > places) chosen.pop();
  }
  for (const { guest } of chosen) seated[guest] = 1;
  return chosen.map(({ guest }) => guest);
}
