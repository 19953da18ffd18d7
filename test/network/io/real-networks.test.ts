import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportedNetwork } from '../../../sim/network/io/imported-network.ts';
import type { NetworkFile } from '../../../sim/network/io/network-file.ts';
import { type ReadOptions, readNetwork } from '../../../sim/network/io/read-network.ts';
import { sameTribeShare } from '../../../sim/network/mixing.ts';
import { degreeOf, tieCount } from '../../../sim/network/network.ts';
import { validateNetwork } from '../../../sim/network/validate-network.ts';

const DATA = process.env.SWAYLAB_DATA ?? '../shared/data';

function fileOf(name: string): NetworkFile {
  const path = join(DATA, name);
  return { name, content: createReadStream(path), bytes: statSync(path).size };
}

async function read(folder: string, options: ReadOptions = {}, edges = 'edges.csv', nodes?: string): Promise<ImportedNetwork> {
  const imported = await readNetwork(fileOf(`${folder}/${edges}`), {
    ...options,
    nodes: nodes === undefined ? undefined : fileOf(`${folder}/${nodes}`),
  });
  validateNetwork(imported.network);
  return imported;
}

function mostTies({ network }: ImportedNetwork): number {
  let most = 0;
  for (let i = 0; i < network.n; i++) most = Math.max(most, degreeOf(network, i));
  return most;
}

// The facts are those of the folders' README files, found there by other programs.
describe('real networks', () => {
  beforeEach(({ skip }) => {
    skip(!existsSync(DATA), `no real data at ${DATA}: set SWAYLAB_DATA`);
  });

  it('Facebook friends: 4,039 people, 88,234 ties', async () => {
    const imported = await read('snap-ego-facebook');
    expect([imported.network.n, tieCount(imported.network), mostTies(imported)]).toEqual([4039, 88_234, 1045]);
    expect(imported.warnings).toEqual([]);
  });

  it('Facebook friends: communities by Louvain', async () => {
    const imported = await read('snap-ego-facebook', { tribes: { louvain: { seed: '1' } } });
    // Ten merged ego networks; the literature finds 15 to 17 communities and modularity 0.83.
    expect(imported.network.tribeCount).toBeGreaterThanOrEqual(12);
    expect(imported.network.tribeCount).toBeLessThanOrEqual(20);
    expect(sameTribeShare(imported.network)).toBeGreaterThan(0.9);
  });

  it('e-mail of a research institute: 1,005 people, 24,929 arcs, 42 departments as tribes', async () => {
    const imported = await read('snap-email-eu-core', { directed: true, tribes: { column: 'department' } }, 'edges.csv', 'nodes.csv');
    expect([imported.network.n, tieCount(imported.network), imported.network.tribeCount]).toEqual([1005, 24_929, 42]);
    const undirected = await read('snap-email-eu-core', { tribes: { column: 'department' } }, 'edges.csv', 'nodes.csv');
    expect(tieCount(undirected.network)).toBe(16_064);
    expect(mostTies(undirected)).toBe(345);
    expect(sameTribeShare(undirected.network)).toBeCloseTo(0.336, 3);
  });

  it('LastFM in Asia: 7,624 people, 27,806 ties', async () => {
    const imported = await read('lastfm-asia');
    expect([imported.network.n, tieCount(imported.network), mostTies(imported)]).toEqual([7624, 27_806, 216]);
  });

  it('the karate club: 34 people, 78 ties, 2 clubs', async () => {
    const imported = await read('karate', { tribes: { column: 'club' } }, 'edges.csv', 'nodes.csv');
    expect([imported.network.n, tieCount(imported.network), mostTies(imported)]).toEqual([34, 78, 17]);
    expect(imported.tribeNames).toEqual(['Mr. Hi', 'Officer']);
    expect(sameTribeShare(imported.network)).toBeCloseTo(0.859, 3);
  });

  it('a UK faculty: 81 people, 817 weighted arcs, 4 schools', async () => {
    const imported = await read('uk-faculty', { directed: true, tribes: { column: 'group' } }, 'edges.csv', 'nodes.csv');
    expect([imported.network.n, tieCount(imported.network)]).toEqual([81, 817]);
    const sizes = imported.tribeNames.map((name, tribe) => [name, imported.network.tribes.filter((own) => own === tribe).length]);
    expect(Object.fromEntries(sizes)).toEqual({ 1: 33, 2: 27, 3: 19, 4: 2 });
    expect(Math.max(...imported.network.strengths)).toBe(1);
    expect(imported.warnings[0]).toContain('Weights divided by the greatest');
    expect(tieCount((await read('uk-faculty')).network)).toBe(577);
  });

  it('physicians of Medical Innovation: 125 people in 4 cities, 294 arcs from the named to the namer', async () => {
    const options = { directed: true, tribes: { column: 'group' } };
    const imported = await read('netdiffuser-medical-innovation', options, 'edges_union.csv', 'nodes.csv');
    const { network, ids } = imported;
    expect([network.n, tieCount(network), network.tribeCount]).toEqual([125, 294, 4]);
    // The file's first edge: ego 1001 names alter 1008.
    const [ego, alter] = [ids.indexOf('1001'), ids.indexOf('1008')];
    expect(network.targets.subarray(network.offsets[alter], network.offsets[alter + 1])).toContain(ego);
    expect(network.targets.subarray(network.offsets[ego], network.offsets[ego + 1])).not.toContain(alter);
    expect(sameTribeShare(network)).toBe(1);
    expect(tieCount((await read('netdiffuser-medical-innovation', {}, 'edges_union.csv')).network)).toBe(240);
  });

  it('German Twitch: 9,498 people, 153,138 ties', async () => {
    const imported = await read('musae-twitch-de', { tribes: { column: 'mature' } }, 'edges.csv', 'nodes.csv');
    expect([imported.network.n, tieCount(imported.network), mostTies(imported)]).toEqual([9498, 153_138, 4259]);
    expect(imported.attributes.map(({ name }) => name)).toEqual(['mature', 'days', 'views', 'partner']);
    expect(sameTribeShare(imported.network)).toBeCloseTo(0.632, 3);
  });

  it('Epinions: 75,877 people, 405,739 ties', async () => {
    const imported = await read('snap-epinions');
    expect([imported.network.n, tieCount(imported.network), mostTies(imported)]).toEqual([75_877, 405_739, 3044]);
  });
});
