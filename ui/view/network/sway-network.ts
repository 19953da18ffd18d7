import { UndirectedGraph } from 'graphology';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import Sigma from 'sigma';
import type { NodeDisplayData } from 'sigma/types';
import type { Replay } from '../../../sim/experiment/replay/replay.ts';
import { shared } from '../../style/shared.ts';
import { Layout } from './layout.ts';
import type { Line } from './lines-of.ts';
import { drawName } from './node-name.ts';
import { startPlaces } from './start-places.ts';
import { LINE_COLOURS } from './state-colours.ts';

/** Iterations of the layout: enough for tribes to settle; at 2,000 people they take some seconds. */
const ITERATIONS = 160;

/** Colours that the picture needs beside those of the states. */
interface Inks {
  readonly ink: string;
  readonly paper: string;
  readonly tie: string;
  readonly muted: string;
  readonly faint: string;
}

/** Whether this browser draws with WebGL 2, which sigma needs. */
export function canDrawNetworks(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/**
 * People and ties as points and lines (sigma). Positions, colours and ties are given; what is done with the mouse comes out as the event
 * `person` with a node or null. With keys the same is done in the list beside it.
 */
@customElement('sway-network')
export class SwayNetwork extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        height: 100%;
        min-height: 320px;
      }
      .ground {
        position: absolute;
        inset: 0;
      }
      .zoom {
        position: absolute;
        right: var(--space-2);
        bottom: var(--space-2);
        display: flex;
        gap: var(--space-1);
      }
      .zoom button {
        width: max(36px, var(--touch));
        padding: 0;
        font-size: var(--size-l);
      }
    `,
  ];

  @property({ attribute: false }) replay!: Replay;
  /** What a screen reader says of the picture. */
  @property({ attribute: false }) summary = '';
  /** Colour of each node. */
  @property({ attribute: false }) colourOf: (node: number) => string = () => '#888';
  /** Lines to draw between nodes, by `a * nodes + b`; a new map whenever they change. */
  @property({ attribute: false }) lines: ReadonlyMap<number, Line> = new Map();
  @property({ attribute: false }) nameOf: (node: number) => string = String;
  /** The person whose story is told, and their contacts. */
  @property({ attribute: false }) chosen: number | null = null;
  @property({ attribute: false }) contacts: ReadonlySet<number> = new Set();
  /** Show nobody but the chosen person and their contacts. */
  @property({ attribute: false }) alone = false;
  @property({ attribute: false }) ground: 'light' | 'dark' = 'light';
  @query('.ground') private _ground!: HTMLElement;

  #sigma: Sigma | null = null;
  #graph: UndirectedGraph | null = null;
  #inks: Inks = { ink: '#000', paper: '#fff', tie: '#00000022', muted: '#555555', faint: '#ddd' };
  readonly #layout = new Layout(({ places, share }) => this.#place(places, share));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate('replay');
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('ground')) this.#inks = this.#readInks();
    if (changed.has('replay')) this.#build();
    else if (changed.has('lines')) this.#tie();
    if (changed.has('ground'))
      this.#sigma?.setSetting('defaultEdgeColor', this.#inks.tie).setSetting('labelColor', { color: this.#inks.ink });
    this.#sigma?.refresh({ skipIndexation: true });
  }

  #readInks(): Inks {
    const style = getComputedStyle(this);
    const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
    const dark = this.ground === 'dark';
    return {
      ink: read('--chart-ink', dark ? '#e8eaed' : '#1c1f23'),
      paper: read('--chart-paper', dark ? '#16191d' : '#ffffff'),
      tie: dark ? '#8fa0b44d' : '#5b6b7e40',
      muted: read('--chart-muted', dark ? '#a3abb5' : '#5b626b'),
      faint: dark ? '#2a3037' : '#e6e9ed',
    };
  }

  #clear(): void {
    this.#layout.end();
    // Frees its WebGL contexts: a page may hold few.
    this.#sigma?.kill();
    this.#sigma = null;
    this.#graph = null;
  }

  #build(): void {
    this.#clear();
    const { people, tribes, ties, strengths } = this.replay;
    if (people.length === 0) return;
    const places = startPlaces(tribes);
    const graph = new UndirectedGraph();
    const size = Math.max(2.2, Math.min(9, 110 / Math.sqrt(people.length)));
    for (let node = 0; node < people.length; node++) {
      graph.addNode(String(node), { x: places[2 * node], y: places[2 * node + 1], size, node });
    }
    for (const pair of this.lines.keys()) addLine(graph, pair, people.length);
    this.#graph = graph;
    const sigma = new Sigma(graph, this._ground, {
      allowInvalidContainer: true,
      defaultEdgeColor: this.#inks.tie,
      labelColor: { color: this.#inks.ink },
      labelFont: 'system-ui, sans-serif',
      labelSize: 13,
      labelRenderedSizeThreshold: people.length <= 60 ? 0 : Number.POSITIVE_INFINITY,
      minEdgeThickness: 0.6,
      zIndex: true,
      stagePadding: 24,
      hideEdgesOnMove: graph.size > 6000,
      minCameraRatio: 0.02,
      maxCameraRatio: 3,
      defaultDrawNodeHover: (context, data, settings) => drawName(context, data, settings, this.#inks),
      nodeReducer: (_, data) => ({ ...data, ...this.#nodeLook(data as { node: number; size: number }) }),
      edgeReducer: (edge, data) => ({ ...data, ...this.#lineLook(edge) }),
    });
    sigma.on('clickNode', ({ node }) => this.#say(Number(node)));
    sigma.on('clickStage', () => this.#say(null));
    this.#sigma = sigma;
    this.#layout.start({ places: places.slice(), ties, weights: strengths, iterations: ITERATIONS });
  }

  #say(node: number | null): void {
    this.dispatchEvent(new CustomEvent('person', { detail: node }));
  }

  #nodeLook({ node, size }: { node: number; size: number }): Partial<NodeDisplayData> {
    const chosen = this.chosen === node;
    const near = this.chosen === null || chosen || this.contacts.has(node);
    return {
      size: chosen ? size * 1.8 : near && this.chosen !== null ? size * 1.25 : size,
      color: near ? this.colourOf(node) : this.#inks.faint,
      label: this.nameOf(node),
      hidden: this.alone && !near,
      highlighted: chosen,
      zIndex: chosen ? 3 : near ? 2 : 0,
    };
  }

  #lineLook(edge: string) {
    const nodes = this.replay.people.length;
    const pair = Number(edge);
    const line = this.lines.get(pair) ?? 'tie';
    const own = this.chosen !== null && (Math.floor(pair / nodes) === this.chosen || pair % nodes === this.chosen);
    return {
      hidden: this.chosen !== null && !own,
      color: line !== 'tie' ? LINE_COLOURS[this.ground][line] : own ? this.#inks.muted : this.#inks.tie,
      size: line === 'tie' ? (own ? 1 : 0.6) : 1.6,
      zIndex: line === 'tie' ? 0 : 1,
    };
  }

  /** Brings the drawn lines to those given. */
  #tie(): void {
    const graph = this.#graph;
    if (graph === null) return;
    const nodes = this.replay.people.length;
    for (const edge of graph.edges()) if (!this.lines.has(Number(edge))) graph.dropEdge(edge);
    for (const pair of this.lines.keys()) if (!graph.hasEdge(String(pair))) addLine(graph, pair, nodes);
  }

  #place(places: Float32Array, share: number): void {
    this.#graph?.updateEachNodeAttributes(
      (_, attributes) => {
        const node = attributes.node as number;
        return { ...attributes, x: places[2 * node], y: places[2 * node + 1] };
      },
      { attributes: ['x', 'y'] },
    );
    this.dispatchEvent(new CustomEvent('layout', { detail: share }));
  }

  /** A wheel without Ctrl scrolls the page, and so does one finger; with Ctrl, or two fingers, the picture is zoomed. */
  #leavePage(event: WheelEvent | TouchEvent): void {
    const meant = 'touches' in event ? event.touches.length > 1 : event.ctrlKey || event.metaKey;
    if (!meant) event.stopPropagation();
  }

  override firstUpdated(): void {
    const leave = (event: WheelEvent | TouchEvent) => this.#leavePage(event);
    for (const type of ['wheel', 'touchstart', 'touchmove', 'touchend'] as const) {
      this._ground.addEventListener(type, leave, { capture: true, passive: true });
    }
  }

  #zoom(factor: number | null): void {
    const camera = this.#sigma?.getCamera();
    if (camera === undefined) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const state = factor === null ? { x: 0.5, y: 0.5, ratio: 1, angle: 0 } : { ratio: camera.getState().ratio * factor };
    if (still) camera.setState(state);
    else void camera.animate(state, { duration: 200 });
  }

  override render() {
    return html`
      <div class="ground" role="img" aria-label=${this.summary}></div>
      <div class="zoom" role="group" aria-label="Zoom">
        <button aria-label="Zoom in" title="Zoom in (Ctrl and wheel)" @click=${() => this.#zoom(1 / 1.6)}>+</button>
        <button aria-label="Zoom out" title="Zoom out" @click=${() => this.#zoom(1.6)}>−</button>
        <button aria-label="Show all" title="Show all" @click=${() => this.#zoom(null)}>⤢</button>
      </div>
    `;
  }
}

function addLine(graph: UndirectedGraph, pair: number, nodes: number): void {
  graph.addUndirectedEdgeWithKey(String(pair), String(Math.floor(pair / nodes)), String(pair % nodes), { size: 0.6 });
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-network': SwayNetwork;
  }
}
