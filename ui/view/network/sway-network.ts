import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Replay } from '../../../sim/experiment/replay/replay.ts';
import { shared } from '../../style/shared.ts';
import { FlatPicture } from './flat-picture.ts';
import { Layout } from './layout.ts';
import type { Line } from './lines-of.ts';
import type { Inks, LineLook, NodeLook, Picture, Scene } from './picture.ts';
import { drawsWithWebGl, SigmaPicture } from './sigma-picture.ts';
import { startPlaces } from './start-places.ts';
import { LINE_COLOURS, veiled } from './state-colours.ts';

/** Iterations of the layout: enough for tribes to settle; at 2,000 people they take some seconds. */
const ITERATIONS = 160;
/** Up to so many lines of talk are drawn in full colour. */
const CLEAR_LINES = 150;
const LEAST_SEEN = 0.3;

/**
 * People and ties as points and lines. Positions, colours and ties are given; what is done with the mouse comes out as the event
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

  #picture: Picture | null = null;
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
    else if (changed.has('lines')) this.#picture?.tie(this.lines);
    this.#picture?.refresh();
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
    this.#picture?.end();
    this.#picture = null;
  }

  #build(): void {
    this.#clear();
    const { replay } = this;
    const { people, tribes, ties, strengths } = replay;
    if (people.length === 0) return;
    const places = startPlaces(tribes);
    const size = Math.max(2.2, Math.min(9, 110 / Math.sqrt(people.length)));
    const scene: Scene = {
      replay,
      places,
      lines: this.lines,
      inks: () => this.#inks,
      node: (node) => this.#nodeLook(node, size),
      line: (pair) => this.#lineLook(pair),
      choose: (node) => this.#say(node),
    };
    this.#picture = drawsWithWebGl() ? new SigmaPicture(this._ground, scene) : new FlatPicture(this._ground, scene);
    this.#layout.start({ places: places.slice(), ties, weights: strengths, iterations: ITERATIONS });
  }

  #say(node: number | null): void {
    this.dispatchEvent(new CustomEvent('person', { detail: node }));
  }

  #nodeLook(node: number, size: number): NodeLook {
    const chosen = this.chosen === node;
    const near = this.chosen === null || chosen || this.contacts.has(node);
    return {
      size: chosen ? size * 1.8 : near && this.chosen !== null ? size * 1.25 : size,
      colour: near ? this.colourOf(node) : this.#inks.faint,
      label: this.nameOf(node),
      hidden: this.alone && !near,
      chosen,
      layer: chosen ? 3 : near ? 2 : 0,
    };
  }

  #lineLook(pair: number): LineLook {
    const nodes = this.replay.people.length;
    const line = this.lines.get(pair) ?? 'tie';
    const own = this.chosen !== null && (Math.floor(pair / nodes) === this.chosen || pair % nodes === this.chosen);
    return {
      hidden: this.chosen !== null && !own,
      colour: line !== 'tie' ? this.#talkColour(line, own) : own ? this.#inks.muted : this.#inks.tie,
      width: line === 'tie' ? (own ? 1 : 0.6) : 1.6,
      layer: line === 'tie' ? 0 : 1,
    };
  }

  /** The more talk there is, the paler each line, so that people are seen between them. */
  #talkColour(line: Exclude<Line, 'tie'>, own: boolean): string {
    const colour = LINE_COLOURS[this.ground][line];
    return own ? colour : veiled(colour, this.#inks.paper, Math.max(LEAST_SEEN, Math.min(1, CLEAR_LINES / this.lines.size)));
  }

  #place(places: Float32Array, share: number): void {
    this.#picture?.place(places);
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

  override render() {
    return html`
      <div class="ground" role="img" aria-label=${this.summary}></div>
      <div class="zoom" role="group" aria-label="Zoom">
        <button aria-label="Zoom in" title="Zoom in (Ctrl and wheel)" @click=${() => this.#picture?.zoom(1.6)}>+</button>
        <button aria-label="Zoom out" title="Zoom out" @click=${() => this.#picture?.zoom(1 / 1.6)}>−</button>
        <button aria-label="Show all" title="Show all" @click=${() => this.#picture?.zoom(null)}>⤢</button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-network': SwayNetwork;
  }
}
