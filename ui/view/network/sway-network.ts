import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Replay } from '../../../sim/experiment/replay/replay.ts';
import { shared } from '../../style/shared.ts';
import { FlatPicture } from './flat-picture.ts';
import { Layout } from './layout.ts';
import type { Line } from './lines-of.ts';
import { inksOf, lineLook, nodeLook, nodeSize, type Sight } from './network-looks.ts';
import type { Inks, Picture, Scene } from './picture.ts';
import { drawsWithWebGl, SigmaPicture } from './sigma-picture.ts';
import { startPlaces } from './start-places.ts';

/** Iterations of the layout: enough for tribes to settle; at 2,000 people they take some seconds. */
const ITERATIONS = 160;

/**
 * People and ties as points and lines. Positions, colours and ties are given; what is done with the mouse comes out as the event
 * `person` with a node or null. With keys the same is done in the list beside it.
 */
@customElement('sway-network')
export class SwayNetwork extends LitElement implements Sight {
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
  @property({ attribute: false }) colourOf: (node: number) => string = () => '#888';
  /** A new map whenever they change. */
  @property({ attribute: false }) lines: ReadonlyMap<number, Line> = new Map();
  @property({ attribute: false }) nameOf: (node: number) => string = String;
  @property({ attribute: false }) chosen: number | null = null;
  @property({ attribute: false }) contacts: ReadonlySet<number> = new Set();
  @property({ attribute: false }) alone = false;
  @property({ attribute: false }) ground: 'light' | 'dark' = 'light';
  @query('.ground') private _ground!: HTMLElement;

  #picture: Picture | null = null;
  inks: Inks = inksOf('light');
  /** Where people stand now: x and y of each node. */
  places: Float32Array = new Float32Array();
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
    if (changed.has('ground')) {
      const style = getComputedStyle(this);
      this.inks = inksOf(this.ground, (name) => style.getPropertyValue(name).trim());
    }
    if (changed.has('replay')) this.#build();
    else if (changed.has('lines')) this.#picture?.tie(this.lines);
    this.#picture?.refresh();
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
    const size = nodeSize(people.length);
    this.places = places;
    const scene: Scene = {
      replay,
      places,
      lines: this.lines,
      inks: () => this.inks,
      node: (node) => nodeLook(this, node, size),
      line: (pair) => lineLook(this, pair),
      choose: (node) => this.#say(node),
    };
    this.#picture = drawsWithWebGl() ? new SigmaPicture(this._ground, scene) : new FlatPicture(this._ground, scene);
    this.#layout.start({ places: places.slice(), ties, weights: strengths, iterations: ITERATIONS });
  }

  #say(node: number | null): void {
    this.dispatchEvent(new CustomEvent('person', { detail: node }));
  }

  #place(places: Float32Array, share: number): void {
    this.places = places;
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
