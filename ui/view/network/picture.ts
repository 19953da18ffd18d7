import type { Replay } from '../../../sim/experiment/replay/replay.ts';
import type { Line } from './lines-of.ts';

/** Colours that the picture needs beside those of the states. */
export interface Inks {
  readonly ink: string;
  readonly paper: string;
  readonly tie: string;
  readonly muted: string;
  readonly faint: string;
}

export interface NodeLook {
  readonly size: number;
  readonly colour: string;
  readonly label: string;
  readonly hidden: boolean;
  readonly chosen: boolean;
  /** Higher ones are drawn over lower ones. */
  readonly layer: number;
}

export interface LineLook {
  readonly hidden: boolean;
  readonly colour: string;
  readonly width: number;
  readonly layer: number;
}

/** What a picture draws, asked anew whenever it is drawn. */
export interface Scene {
  readonly replay: Replay;
  /** x and y of each node where the layout begins. */
  readonly places: Float32Array;
  /** Lines between nodes, by `a * nodes + b`. */
  readonly lines: ReadonlyMap<number, Line>;
  readonly inks: () => Inks;
  readonly node: (node: number) => NodeLook;
  readonly line: (pair: number) => LineLook;
  /** Somebody was chosen, or nobody. */
  readonly choose: (node: number | null) => void;
}

/** People and ties on the page, drawn by one means or another. */
export interface Picture {
  /** Brings the drawn lines to those given. */
  tie(lines: ReadonlyMap<number, Line>): void;
  place(places: Float32Array): void;
  /** Draws again what looks otherwise. */
  refresh(): void;
  /** In (above 1), out (below 1), or to where all is seen. */
  zoom(factor: number | null): void;
  /** Takes it off the page. */
  end(): void;
}

/** How many names can stand in a picture at once. */
export const MOST_NAMES = 60;
export const PADDING = 24;
export const NAME_FONT = 'system-ui, sans-serif';
export const NAME_SIZE = 13;
