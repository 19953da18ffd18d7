import type { TextMark } from './marks.ts';

/** Size of what stands in charts beside titles, in pixels. */
export const TEXT = 12;

/** Small, quiet and left-aligned, unless told otherwise. */
export function text(
  x: number,
  y: number,
  content: string,
  look: Partial<Pick<TextMark, 'size' | 'ink' | 'anchor' | 'bold'>> = {},
): TextMark {
  return { kind: 'text', at: [x, y], text: content, size: TEXT, ink: 'muted', anchor: 'start', ...look };
}
