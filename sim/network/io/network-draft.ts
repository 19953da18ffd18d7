import { InputError } from '../../parameter/index.ts';
import { buildNetwork } from '../csr.ts';
import { checkNetworkLimits, NETWORK_LIMITS } from '../limits.ts';
import { SOCIAL, tieCount } from '../network.ts';
import { AttributeColumns } from './attribute-columns.ts';
import { clipped, type ImportOptions } from './import-options.ts';
import { counted, EVERYONE, type ImportedNetwork } from './imported-network.ts';
import { networkHash } from './network-hash.ts';

/** How a tie is written in the file: as an arc, as an undirected tie, or without saying. */
export type TieKind = 'arc' | 'tie' | 'unsaid';

/** Where something stands in the file: a line, a path, or an object that finds out its path when a message needs it. */
export type Place = number | string | { readonly path: string };

/** At the least difference that single precision can hold above 0, so that a strength never rounds to none. */
const SMALLEST_STRENGTH = 1.401298464324817e-45;
const FIRST_CAPACITY = 1024;

/**
 * A network in the making: readers declare people, attributes and ties in the order of the file; `finish` settles direction, strengths,
 * repetitions and layers in one way for all formats. Sizes are checked before memory is taken. Repeated ties (the strongest is kept) and ties
 * with oneself (dropped) are warnings with their number; an unknown or empty id is an InputError that names the place.
 */
export class NetworkDraft {
  readonly file: string;
  readonly warnings: string[] = [];
  readonly #options: ImportOptions;
  readonly #ids: string[] = [];
  readonly #index = new Map<string, number>();
  readonly #attributes: AttributeColumns;
  /** Whom edges may name; null: anybody. */
  #allowed: string | null = null;
  #count = 0;
  #sources = new Uint32Array(FIRST_CAPACITY);
  #targets = new Uint32Array(FIRST_CAPACITY);
  #weights: Float64Array | null = null;
  #layers: Uint8Array | null = null;
  /** 1 where the file says that a tie is undirected; null until one is. */
  #mutual: Uint8Array | null = null;
  #arcs = 0;
  #unweighted = 0;
  #loops = 0;

  constructor(file: string, options: ImportOptions) {
    this.file = file;
    this.#options = options;
    this.#attributes = new AttributeColumns(file);
  }

  get size(): number {
    return this.#ids.length;
  }

  /** A person that the file lists; people listed twice are refused. */
  declare(id: string, place: Place, file = this.file): number {
    if (this.#index.has(id)) throw this.error(place, `the id ${clipped(id)} a second time`, 'ids that differ', file);
    return this.#add(id, place, file);
  }

  /** From here on, an edge may only name people that were declared; `who` says who they are. */
  close(who = 'people that the file lists'): void {
    this.#allowed = `ids of ${who}`;
  }

  /** Whether an edge may name this id. */
  accepts(id: string): boolean {
    return this.#allowed === null || this.#index.has(id);
  }

  /** The person at an end of an edge. */
  person(id: string, place: Place): number {
    const known = this.#index.get(id);
    if (known !== undefined) return known;
    if (this.#allowed !== null) throw this.error(place, `an edge to ${clipped(id)}`, this.#allowed);
    return this.#add(id, place, this.file);
  }

  /** An attribute that the file announces, so that it is there even if nobody has a value. */
  column(name: string): void {
    this.#attributes.announce(name);
  }

  /** The value of a person's attribute; an empty text is none. */
  attribute(person: number, name: string, value: string | null): void {
    this.#attributes.give(person, name, value);
  }

  /** A tie strength as a positive finite number. */
  weight(text: string, place: Place): number {
    const blank = text.trim() === '';
    const value = blank ? Number.NaN : Number(text);
    if (value > 0 && value < Infinity) return value;
    if (blank) throw this.error(place, 'no weight', 'a finite number above 0 on every tie, or weights on none');
    throw this.error(place, `weight ${clipped(text)}`, 'a finite number above 0, with a decimal point');
  }

  /** A tie from the first named person to the second. Weight null: the file gives none, which counts as 1. */
  tie(first: number, second: number, weight: number | null, layer: number, kind: TieKind): void {
    if (first === second) {
      this.#loops++;
      return;
    }
    const at = this.#count;
    if (at === this.#sources.length) this.#grow();
    this.#count = at + 1;
    this.#sources[at] = first;
    this.#targets[at] = second;
    if (weight === null) this.#unweighted++;
    else this.#weights ??= new Float64Array(this.#sources.length).fill(1, 0, at);
    if (this.#weights !== null) this.#weights[at] = weight ?? 1;
    if (layer !== SOCIAL) this.#layers ??= new Uint8Array(this.#sources.length);
    if (this.#layers !== null) this.#layers[at] = layer;
    if (kind === 'tie') {
      this.#mutual ??= new Uint8Array(this.#sources.length);
      this.#mutual[at] = 1;
    } else if (kind === 'arc') this.#arcs++;
  }

  /** The network, everyone in one tribe. `directed`: what the file says as a whole; undefined where only its ties say. */
  finish(directed?: boolean): ImportedNetwork {
    const n = this.#ids.length;
    if (n === 0) throw this.error('file', 'an empty network', 'at least one person');
    const oneWay = this.#options.directed ?? directed ?? this.#arcs > 0;
    if (oneWay) this.#doubleMutual();
    const count = this.#count;
    const namedFirst = (this.#options.influence ?? 'named-to-namer') === 'namer-to-named';
    const [sources, targets] = namedFirst ? [this.#sources, this.#targets] : [this.#targets, this.#sources];
    const strengths = this.#strengths();
    const layers = this.#layers ?? undefined;
    if (this.#loops > 0) this.warnings.push(`${counted(this.#loops, 'tie')} of a person with themselves dropped.`);
    const network = buildNetwork({ n, directed: oneWay, sources, targets, count, strengths, layers });
    const repeated = count - tieCount(network);
    if (repeated > 0) {
      const ways = oneWay ? '' : ' (in an undirected network both directions are one tie)';
      this.warnings.push(`${counted(repeated, 'repeated tie')} merged into one each, the strongest kept${ways}.`);
    }
    if (count === 0) this.warnings.push('The network has no ties.');
    const tribeNames = [EVERYONE];
    return {
      network,
      ids: this.#ids,
      attributes: this.#attributes.columns(n),
      tribeNames,
      tribeColumn: null,
      warnings: this.warnings,
      hash: networkHash(network, this.#ids, tribeNames),
    };
  }

  error(place: Place, found: string, allowed: string, file = this.file): InputError {
    const path = pathOf(place);
    return new InputError(`${file}, ${path}: found ${found}; expected ${allowed}.`, { file, path, found, allowed });
  }

  #add(id: string, place: Place, file: string): number {
    if (id === '') throw this.error(place, 'an empty id', 'an id for every person', file);
    const person = this.#ids.length;
    if (person >= NETWORK_LIMITS.nodes) checkNetworkLimits({ nodes: person + 1 }, pathOf(place), file);
    this.#ids.push(id);
    this.#index.set(id, person);
    return person;
  }

  #grow(): void {
    checkNetworkLimits({ ties: this.#count + 1 }, 'file', this.file);
    const capacity = Math.min(this.#count * 2, NETWORK_LIMITS.ties);
    this.#sources = enlarged(this.#sources, new Uint32Array(capacity));
    this.#targets = enlarged(this.#targets, new Uint32Array(capacity));
    if (this.#weights !== null) this.#weights = enlarged(this.#weights, new Float64Array(capacity));
    if (this.#layers !== null) this.#layers = enlarged(this.#layers, new Uint8Array(capacity));
    if (this.#mutual !== null) this.#mutual = enlarged(this.#mutual, new Uint8Array(capacity));
  }

  /** In a directed network an undirected tie is two arcs. */
  #doubleMutual(): void {
    const mutual = this.#mutual;
    if (mutual === null) return;
    const count = this.#count;
    const unweighted = this.#unweighted;
    for (let e = 0; e < count; e++) {
      if (mutual[e] === 0) continue;
      const weight = this.#weights === null ? null : this.#weights[e];
      this.tie(this.#targets[e], this.#sources[e], weight, this.#layers === null ? SOCIAL : this.#layers[e], 'arc');
    }
    this.#unweighted = unweighted;
    this.warnings.push(`${counted(this.#count - count, 'undirected tie')} became two arcs each, one each way.`);
  }

  /** Strengths in (0, 1]: as they are where they fit, else divided by the greatest. */
  #strengths(): Float32Array | undefined {
    const weights = this.#weights;
    if (weights === null) {
      const wanted = this.#options.weight;
      if (wanted !== undefined && this.#count > 0)
        throw this.error('file', `no tie with "${wanted}"`, 'the name of an attribute of the ties');
      return undefined;
    }
    let greatest = 0;
    for (let e = 0; e < this.#count; e++) greatest = Math.max(greatest, weights[e]);
    const scale = greatest > 1 ? greatest : 1;
    if (scale > 1) this.warnings.push(`Weights divided by the greatest, ${greatest}, to lie between 0 and 1.`);
    if (this.#unweighted > 0) this.warnings.push(`${counted(this.#unweighted, 'tie')} without a weight taken as weight 1.`);
    const strengths = new Float32Array(this.#count);
    for (let e = 0; e < this.#count; e++) strengths[e] = Math.max(SMALLEST_STRENGTH, weights[e] / scale);
    return strengths;
  }
}

function pathOf(place: Place): string {
  return typeof place === 'number' ? `line ${place}` : typeof place === 'string' ? place : place.path;
}

function enlarged<T extends Uint8Array | Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
