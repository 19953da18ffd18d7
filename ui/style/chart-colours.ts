import { chartVariables } from '../../sim/chart/palette.ts';

/**
 * Gives the page the colours of charts, as plain values: canvases read them with `getComputedStyle`. In forced colours ground and text are
 * the system's, and lines keep their own, told apart by dash and label as well.
 */
export function followChartColours(): void {
  const sheet = new CSSStyleSheet();
  const light = chartVariables('light');
  const dark = chartVariables('dark');
  sheet.replaceSync(`
    :root { ${light} }
    @media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }
    @media screen { :root[data-theme="dark"] { ${dark} } }
    @media (forced-colors: active) {
      :root { --chart-paper: Canvas; --chart-ink: CanvasText; --chart-muted: CanvasText; --chart-grid: GrayText }
    }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
