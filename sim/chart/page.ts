import { escapeMarkup } from './escape.ts';
import { REPORT_STYLE } from './report-style.ts';

export interface PageText {
  readonly title: string;
  /** What kind of document it is, after the title in the window's name. */
  readonly kind: string;
  /** A line under the title. */
  readonly subtitle: string;
  readonly engine: string;
  /** Markup of the sections. */
  readonly sections: readonly string[];
}

/** One HTML document that holds everything, asks nothing of any network, runs no script, and prints. */
export function htmlPage({ title, kind, subtitle, engine, sections }: PageText): string {
  const name = escapeMarkup(title);
  return (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="swaylab ${escapeMarkup(engine)}">` +
    `<title>${name} – ${escapeMarkup(kind)}</title><style>${REPORT_STYLE}</style></head><body><header><h1>${name}</h1>` +
    `<p class="quiet">${escapeMarkup(subtitle)}</p></header><main>${sections.join('')}</main></body></html>\n`
  );
}

/** @param heading text; @param parts markup */
export function section(heading: string, parts: readonly string[]): string {
  return `<section><h2>${escapeMarkup(heading)}</h2>${parts.join('')}</section>`;
}

/** A table in a box that scrolls sideways, also by keyboard; the first column names the rows. All cells are text. */
export function htmlTable(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const name = escapeMarkup(caption);
  const heads = head.map((cell) => `<th scope="col">${escapeMarkup(cell)}</th>`).join('');
  const body = rows
    .map(
      ([first, ...cells]) =>
        `<tr><th scope="row">${escapeMarkup(first)}</th>${cells.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join('')}</tr>`,
    )
    .join('');
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table class="numbers"><caption>${name}</caption>` +
    `<thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`
  );
}
