import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { LayoutQuestion, LayoutStep } from './layout.ts';

const PER_NODE = 10;
const PER_TIE = 3;
/** Milliseconds between two pictures. */
const PACE = 120;
/** Above this, far nodes push as one (Barnes & Hut 1986). */
const MANY = 400;

/**
 * ForceAtlas2 (Jacomy et al. 2014, 10.1371/journal.pone.0098679) for a fixed number of iterations, so that the same ties from the same start
 * always give the same picture, however fast the machine is.
 */
addEventListener('message', ({ data }: MessageEvent<LayoutQuestion>): void => {
  const { places, ties, weights, iterations } = data;
  const n = places.length / 2;
  const nodes = new Float32Array(n * PER_NODE);
  for (let i = 0; i < n; i++) {
    nodes[i * PER_NODE] = places[2 * i];
    nodes[i * PER_NODE + 1] = places[2 * i + 1];
    nodes[i * PER_NODE + 6] = 1;
    nodes[i * PER_NODE + 7] = 1;
    nodes[i * PER_NODE + 8] = 1;
  }
  const edges = new Float32Array(weights.length * PER_TIE);
  for (let tie = 0; tie < weights.length; tie++) {
    edges[tie * PER_TIE] = ties[2 * tie] * PER_NODE;
    edges[tie * PER_TIE + 1] = ties[2 * tie + 1] * PER_NODE;
    edges[tie * PER_TIE + 2] = weights[tie];
    nodes[ties[2 * tie] * PER_NODE + 6] += weights[tie];
    nodes[ties[2 * tie + 1] * PER_NODE + 6] += weights[tie];
  }
  const settings = {
    linLogMode: true,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 4,
    strongGravityMode: true,
    gravity: 0.02,
    slowDown: 1 + Math.log(Math.max(2, n)),
    barnesHutOptimize: n > MANY,
    barnesHutTheta: 0.8,
  };
  let shown = performance.now();
  for (let turn = 1; turn <= iterations; turn++) {
    iterate(settings, nodes, edges);
    const done = turn === iterations;
    if (!done && performance.now() - shown < PACE) continue;
    shown = performance.now();
    const step: LayoutStep = { places: placesOf(nodes, n), share: turn / iterations };
    postMessage(step, { transfer: [step.places.buffer] });
  }
});

function placesOf(nodes: Float32Array, n: number): Float32Array<ArrayBuffer> {
  const places = new Float32Array(n * 2);
  for (let i = 0; i < n; i++) {
    places[2 * i] = nodes[i * PER_NODE];
    places[2 * i + 1] = nodes[i * PER_NODE + 1];
  }
  return places;
}
