import { escapeMarkup } from './escape.ts';
import { hundredths } from './hundredths.ts';
import type { Drawing, Mark, Stroke } from './marks.ts';
import { colour, type Theme } from './palette.ts';

export interface SvgOptions {
  /** 'variables' for a page that sets --chart-*; 'light' or 'dark' for a file that stands alone. */
  readonly theme?: Theme;
  /** Prefix of the ids that tie name and description to the picture; must be unique in its page. */
  readonly id?: string;
}

/** An SVG document as text: attributes only, no style element or attribute, so that a strict content security policy accepts it. */
export function toSvg(drawing: Drawing, options: SvgOptions = {}): string {
  const { theme = 'variables', id = 'chart' } = options;
  const { width, height, title, description, marks } = drawing;
  const name = escapeMarkup(id);
  // In a page the ground is the page's; a picture on its own brings one.
  const ground = theme === 'variables' ? '' : `<rect width="${width}" height="${height}" fill="${colour('paper', theme)}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ` +
    `aria-labelledby="${name}-title ${name}-desc" font-family="system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif">` +
    `<title id="${name}-title">${escapeMarkup(title)}</title><desc id="${name}-desc">${escapeMarkup(description)}</desc>` +
    `${ground}${marks.map((mark) => markSvg(mark, theme)).join('')}</svg>`
  );
}

function markSvg(mark: Mark, theme: Theme): string {
  switch (mark.kind) {
    case 'path': {
      const fill = mark.fill === undefined ? 'none' : colour(mark.fill, theme);
      const opacity = mark.opacity === undefined ? '' : ` opacity="${mark.opacity}"`;
      return `<path d="${mark.d}" fill="${fill}"${strokeAttributes(mark.stroke, theme)}${opacity}/>`;
    }
    case 'line':
      return `<line x1="${hundredths(mark.from[0])}" y1="${hundredths(mark.from[1])}" x2="${hundredths(mark.to[0])}" y2="${hundredths(mark.to[1])}"${strokeAttributes(mark.stroke, theme)}/>`;
    case 'circle':
      return `<circle cx="${hundredths(mark.centre[0])}" cy="${hundredths(mark.centre[1])}" r="${mark.radius}" fill="${colour(mark.fill, theme)}"${strokeAttributes(mark.stroke, theme)}/>`;
    case 'text': {
      const weight = mark.bold ? ' font-weight="600"' : '';
      const anchor = mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`;
      return `<text x="${hundredths(mark.at[0])}" y="${hundredths(mark.at[1])}" font-size="${mark.size}" fill="${colour(mark.ink, theme)}"${anchor}${weight}>${escapeMarkup(mark.text)}</text>`;
    }
    case 'group':
      return `<g transform="translate(${hundredths(mark.at[0])} ${hundredths(mark.at[1])})">${mark.marks.map((inner) => markSvg(inner, theme)).join('')}</g>`;
  }
}

function strokeAttributes(stroke: Stroke | undefined, theme: Theme): string {
  if (stroke === undefined) return '';
  const dash = stroke.dash === undefined ? '' : ` stroke-dasharray="${stroke.dash}"`;
  return ` stroke="${colour(stroke.ink, theme)}" stroke-width="${stroke.width}" stroke-linejoin="round"${dash}`;
}
