import { UndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { Line } from './lines-of.ts';
import { drawLabel, drawName } from './node-name.ts';
import { MOST_NAMES, NAME_FONT, NAME_SIZE, PADDING, type Picture, type Scene } from './picture.ts';

/** What stands in for a graphics card where there is none. */
const EMULATED = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether this browser draws with WebGL 2, which sigma needs, on a graphics card: by emulation one frame can hold the page for a second. */
export function drawsWithWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (context === null) return false;
  const told = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(context.getParameter(told?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !EMULATED.test(renderer);
}

/** Drawn by the graphics card, with sigma. */
export class SigmaPicture implements Picture {
  readonly #graph = new UndirectedGraph();
  readonly #sigma: Sigma;

  constructor(ground: HTMLElement, scene: Scene) {
    const graph = this.#graph;
    const { places, replay } = scene;
    const people = replay.people.length;
    for (let node = 0; node < people; node++) graph.addNode(String(node), { x: places[2 * node], y: places[2 * node + 1], node });
    for (const pair of scene.lines.keys()) addLine(graph, pair, people);
    this.#sigma = new Sigma(graph, ground, {
      allowInvalidContainer: true,
      labelFont: NAME_FONT,
      labelSize: NAME_SIZE,
      labelRenderedSizeThreshold: people <= MOST_NAMES ? 0 : Number.POSITIVE_INFINITY,
      minEdgeThickness: 0.6,
      zIndex: true,
      stagePadding: PADDING,
      hideEdgesOnMove: graph.size > 6000,
      minCameraRatio: 0.02,
      maxCameraRatio: 3,
      defaultDrawNodeLabel: (context, data, { labelSize, labelFont }) =>
        drawLabel(context, data, `${labelSize}px ${labelFont}`, scene.inks().ink),
      defaultDrawNodeHover: (context, data, { labelSize, labelFont }) =>
        drawName(context, data, `${labelSize}px ${labelFont}`, labelSize, scene.inks()),
      nodeReducer: (_, data) => {
        const { size, colour, label, hidden, chosen, layer } = scene.node(data.node as number);
        return { ...data, size, color: colour, label, hidden, highlighted: chosen, zIndex: layer };
      },
      edgeReducer: (edge, data) => {
        const { hidden, colour, width, layer } = scene.line(Number(edge));
        return { ...data, hidden, color: colour, size: width, zIndex: layer };
      },
    });
    this.#sigma.on('clickNode', ({ node }) => scene.choose(Number(node)));
    this.#sigma.on('clickStage', () => scene.choose(null));
  }

  tie(lines: ReadonlyMap<number, Line>): void {
    const graph = this.#graph;
    for (const edge of graph.edges()) if (!lines.has(Number(edge))) graph.dropEdge(edge);
    for (const pair of lines.keys()) if (!graph.hasEdge(String(pair))) addLine(graph, pair, graph.order);
  }

  place(places: Float32Array): void {
    this.#graph.updateEachNodeAttributes(
      (_, attributes) => {
        const node = attributes.node as number;
        return { ...attributes, x: places[2 * node], y: places[2 * node + 1] };
      },
      { attributes: ['x', 'y'] },
    );
  }

  refresh(): void {
    this.#sigma.refresh({ skipIndexation: true });
  }

  zoom(factor: number | null): void {
    const camera = this.#sigma.getCamera();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const state = factor === null ? { x: 0.5, y: 0.5, ratio: 1, angle: 0 } : { ratio: camera.getState().ratio / factor };
    if (still) camera.setState(state);
    else void camera.animate(state, { duration: 200 });
  }

  /** Frees its WebGL contexts too: a page may hold few. */
  end(): void {
    this.#sigma.kill();
  }
}

function addLine(graph: UndirectedGraph, pair: number, nodes: number): void {
  graph.addUndirectedEdgeWithKey(String(pair), String(Math.floor(pair / nodes)), String(pair % nodes), { size: 0.6 });
}
