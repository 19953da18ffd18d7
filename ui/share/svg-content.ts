import { SCENARIO_LIMITS } from '../../sim/scenario/index.ts';

const OPEN = '<metadata id="swaylab">';
const CLOSE = '</metadata>';

/** An SVG with a text in its metadata. */
export function withSvgContent(svg: string, content: string): string {
  const end = svg.indexOf('>') + 1;
  const text = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `${svg.slice(0, end)}${OPEN}${text}${CLOSE}${svg.slice(end)}`;
}

/** The text in the metadata of an SVG that this program wrote; null where there is none. The document is not parsed, let alone drawn. */
export function svgContent(svg: string): string | null {
  const start = svg.indexOf(OPEN);
  const end = svg.indexOf(CLOSE, start);
  if (start < 0 || end < 0 || end - start > 6 * SCENARIO_LIMITS.bytes) return null;
  return svg
    .slice(start + OPEN.length, end)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
