import { fitOf } from './fit.ts';
import type { Line } from './lines-of.ts';
import { drawLabel, drawName } from './node-name.ts';
import { type LineLook, MOST_NAMES, NAME_FONT, NAME_SIZE, type NodeLook, PADDING, type Picture, type Scene } from './picture.ts';
import { TakenPlaces } from './taken-places.ts';

/** What a pointer may miss a node by, in pixels. */
const REACH = 6;
/** Pixels after which a press moves the picture. */
const SLACK = 4;
const MOST_ZOOM = 50;
const LEAST_ZOOM = 0.33;

/** Where a node stands, in pixels. */
interface View {
  readonly x: (node: number) => number;
  readonly y: (node: number) => number;
}

/** Drawn on a plain canvas, where there is no WebGL: the same picture, without its speed. */
export class FlatPicture implements Picture {
  readonly #scene: Scene;
  readonly #canvas = document.createElement('canvas');
  readonly #size = new ResizeObserver(() => this.refresh());
  #places: Float32Array;
  #lines: ReadonlyMap<number, Line>;
  /** Pixels for one unit of places, as a factor of what shows all; and how far the picture was moved. */
  #zoom = 1;
  #shift = { x: 0, y: 0 };
  #pointed: number | null = null;
  #held: { x: number; y: number; moved: boolean } | null = null;
  #frame = 0;

  constructor(ground: HTMLElement, scene: Scene) {
    this.#scene = scene;
    this.#places = scene.places;
    this.#lines = scene.lines;
    const canvas = this.#canvas;
    canvas.style.setProperty('position', 'absolute');
    canvas.style.setProperty('width', '100%');
    canvas.style.setProperty('height', '100%');
    canvas.style.setProperty('touch-action', 'pan-y');
    canvas.addEventListener('pointerdown', (event) => this.#down(event));
    canvas.addEventListener('pointermove', (event) => this.#move(event));
    canvas.addEventListener('pointerup', (event) => this.#up(event));
    canvas.addEventListener('pointerleave', () => this.#point(null));
    canvas.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    ground.append(canvas);
    this.#size.observe(canvas);
  }

  tie(lines: ReadonlyMap<number, Line>): void {
    this.#lines = lines;
  }

  place(places: Float32Array): void {
    this.#places = places;
    this.refresh();
  }

  refresh(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  zoom(factor: number | null): void {
    if (factor === null) {
      this.#zoom = 1;
      this.#shift = { x: 0, y: 0 };
      this.refresh();
    } else this.#zoomAt(factor, this.#canvas.clientWidth / 2, this.#canvas.clientHeight / 2);
  }

  end(): void {
    cancelAnimationFrame(this.#frame);
    this.#size.disconnect();
    this.#canvas.remove();
  }

  /** From places to pixels: all of it fits where nothing is zoomed or moved. */
  #view(): View {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const places = this.#places;
    const { centre, scale: all } = fitOf(places, width, height, PADDING);
    const scale = all * this.#zoom;
    const { x: across, y: down } = this.#shift;
    return {
      x: (node) => width / 2 + across + (places[2 * node] - centre.x) * scale,
      // As sigma does it: up is up.
      y: (node) => height / 2 + down - (places[2 * node + 1] - centre.y) * scale,
    };
  }

  #draw(): void {
    const canvas = this.#canvas;
    const { clientWidth: width, clientHeight: height } = canvas;
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    const context = canvas.getContext('2d');
    if (context === null || width === 0) return;
    context.scale(devicePixelRatio, devicePixelRatio);
    const view = this.#view();
    this.#drawLines(context, view);
    this.#drawNodes(context, view);
  }

  /** Lines of one look in one stroke. */
  #drawLines(context: CanvasRenderingContext2D, view: View): void {
    const people = this.#scene.replay.people.length;
    const looks = new Map<string, { readonly look: LineLook; readonly path: Path2D }>();
    for (const pair of this.#lines.keys()) {
      const look = this.#scene.line(pair);
      if (look.hidden) continue;
      const key = `${look.layer} ${look.colour} ${look.width}`;
      const kind = looks.get(key) ?? { look, path: new Path2D() };
      looks.set(key, kind);
      const [a, b] = [Math.floor(pair / people), pair % people];
      kind.path.moveTo(view.x(a), view.y(a));
      kind.path.lineTo(view.x(b), view.y(b));
    }
    for (const { look, path } of [...looks.values()].sort((a, b) => a.look.layer - b.look.layer)) {
      context.strokeStyle = look.colour;
      context.lineWidth = look.width;
      context.stroke(path);
    }
  }

  #drawNodes(context: CanvasRenderingContext2D, view: View): void {
    const people = this.#scene.replay.people.length;
    const layers = new Map<number, [node: number, look: NodeLook][]>();
    for (let node = 0; node < people; node++) {
      const look = this.#scene.node(node);
      if (look.hidden) continue;
      const layer = layers.get(look.layer);
      if (layer === undefined) layers.set(look.layer, [[node, look]]);
      else layer.push([node, look]);
    }
    for (const [, own] of [...layers].sort(([a], [b]) => a - b)) {
      for (const [node, look] of own) {
        context.fillStyle = look.colour;
        context.beginPath();
        context.arc(view.x(node), view.y(node), look.size, 0, 2 * Math.PI);
        context.fill();
      }
    }
    this.#drawNames(context, view, layers);
  }

  /** Who is chosen or pointed at is named first, then those next to them; names that would lie on others are left out. */
  #drawNames(context: CanvasRenderingContext2D, view: View, layers: ReadonlyMap<number, [node: number, look: NodeLook][]>): void {
    const inks = this.#scene.inks();
    const font = `${NAME_SIZE}px ${NAME_FONT}`;
    const taken = new TakenPlaces();
    const at = ([node, { size, label }]: [number, NodeLook]) => ({ x: view.x(node), y: view.y(node), size, label });
    const shown = [...layers].sort(([a], [b]) => b - a).flatMap(([, own]) => own);
    const isOnPlate = ([node, { chosen }]: [number, NodeLook]) => chosen || node === this.#pointed;
    for (const each of shown.filter(isOnPlate)) drawName(context, at(each), font, NAME_SIZE, inks, taken);
    if (this.#scene.replay.people.length > MOST_NAMES) return;
    for (const each of shown) if (!isOnPlate(each)) drawLabel(context, at(each), font, inks.ink, taken);
  }

  #nodeAt(x: number, y: number): number | null {
    const view = this.#view();
    let best: number | null = null;
    let nearest = Number.POSITIVE_INFINITY;
    for (let node = 0; node < this.#scene.replay.people.length; node++) {
      const gap = Math.hypot(view.x(node) - x, view.y(node) - y);
      if (gap >= nearest) continue;
      const { size, hidden } = this.#scene.node(node);
      if (hidden || gap > size + REACH) continue;
      nearest = gap;
      best = node;
    }
    return best;
  }

  #point(node: number | null): void {
    if (node === this.#pointed) return;
    this.#pointed = node;
    this.#canvas.style.setProperty('cursor', node === null ? '' : 'pointer');
    this.refresh();
  }

  #down(event: PointerEvent): void {
    if (event.button === 0) this.#held = { x: event.offsetX, y: event.offsetY, moved: false };
  }

  #move({ offsetX, offsetY, pointerId, buttons }: PointerEvent): void {
    const held = this.#held;
    if (held === null || buttons === 0) {
      this.#point(this.#nodeAt(offsetX, offsetY));
      return;
    }
    const [across, down] = [offsetX - held.x, offsetY - held.y];
    if (!held.moved && Math.hypot(across, down) < SLACK) return;
    if (!held.moved) this.#canvas.setPointerCapture(pointerId);
    this.#held = { x: offsetX, y: offsetY, moved: true };
    this.#shift = { x: this.#shift.x + across, y: this.#shift.y + down };
    this.refresh();
  }

  #up({ offsetX, offsetY }: PointerEvent): void {
    const held = this.#held;
    this.#held = null;
    if (held !== null && !held.moved) this.#scene.choose(this.#nodeAt(offsetX, offsetY));
  }

  #wheel(event: WheelEvent): void {
    // A wheel without Ctrl scrolls the page.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.#zoomAt(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.offsetX, event.offsetY);
  }

  /** What is under this place stays there. */
  #zoomAt(factor: number, x: number, y: number): void {
    const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, this.#zoom * factor));
    const by = zoom / this.#zoom;
    const [middle, half] = [this.#canvas.clientWidth / 2, this.#canvas.clientHeight / 2];
    this.#shift = { x: x - middle - (x - middle - this.#shift.x) * by, y: y - half - (y - half - this.#shift.y) * by };
    this.#zoom = zoom;
    this.refresh();
  }
}
