/** What a chart is made of, before it becomes SVG (or canvas): plain values in pixels, colours by role. */
export type Ink = 'paper' | 'ink' | 'muted' | 'grid' | `series-${0 | 1 | 2 | 3 | 4 | 5 | 6}` | OwnColour;

/** Six hex digits, the same on every ground: for what has a legend of its own. */
export type OwnColour = `#${string}`;

export interface Stroke {
  readonly ink: Ink;
  readonly width: number;
  /** Lengths of dash and gap, alternating; none is a solid line. */
  readonly dash?: string;
}

export interface PathMark {
  readonly kind: 'path';
  /** SVG path data. */
  readonly d: string;
  readonly stroke?: Stroke;
  readonly fill?: Ink;
  readonly opacity?: number;
}

export interface LineMark {
  readonly kind: 'line';
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly stroke: Stroke;
}

export interface CircleMark {
  readonly kind: 'circle';
  readonly centre: readonly [x: number, y: number];
  readonly radius: number;
  readonly fill: Ink;
  readonly stroke?: Stroke;
}

export interface TextMark {
  readonly kind: 'text';
  readonly at: readonly [x: number, y: number];
  readonly text: string;
  readonly size: number;
  readonly ink: Ink;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
}

export interface GroupMark {
  readonly kind: 'group';
  /** Shift of everything within. */
  readonly at: readonly [x: number, y: number];
  readonly marks: readonly Mark[];
}

export type Mark = PathMark | LineMark | CircleMark | TextMark | GroupMark;

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Accessible name. */
  readonly title: string;
  /** What a reader would see, in a sentence or two. */
  readonly description: string;
  readonly marks: readonly Mark[];
}

/** Room for a drawing, in pixels. A thumbnail has lines only, without text. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly detail?: 'full' | 'thumbnail';
}
