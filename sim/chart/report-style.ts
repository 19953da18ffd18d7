import { chartVariables } from './palette.ts';

/** The style sheet of a report: light and dark, screen and paper, no font or picture from elsewhere. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;${chartVariables('light')}}
@media screen and (prefers-color-scheme:dark){:root{${chartVariables('dark')}}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:76rem;background:var(--chart-paper);color:var(--chart-ink);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.25rem;margin:2.75rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--chart-grid)}
h3{font-size:1.05rem;margin:1.75rem 0 .25rem}
p,ul,dl{max-width:46rem}
.quiet{color:var(--chart-muted)}
.findings{padding:0;list-style:none}
.findings li{margin:.5rem 0;padding:.5rem .9rem;border-left:4px solid var(--chart-series-0)}
.findings .open{border-left-style:dashed;border-left-color:var(--chart-muted)}
.scroll{overflow-x:auto;margin:.75rem 0}
.scroll:focus-visible{outline:2px solid var(--chart-series-0)}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--chart-muted);padding:.25rem 0}
th,td{padding:.3rem .65rem;text-align:right;border-bottom:1px solid var(--chart-grid);white-space:nowrap}
th{font-weight:600}
thead th{vertical-align:bottom;white-space:normal;overflow-wrap:break-word;min-width:4.5rem;max-width:9rem}
tbody th,th:first-child{text-align:left}
.settings th,.settings td{text-align:left}
.settings td:last-child{white-space:normal;min-width:16rem}
.interval{display:block;color:var(--chart-muted);font-size:.8rem}
.ahead{background:color-mix(in srgb,var(--chart-series-2) 22%,transparent)}
.behind{background:color-mix(in srgb,var(--chart-series-1) 16%,transparent)}
.open-cell{color:var(--chart-muted);font-style:italic}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr));gap:1.5rem;margin:1rem 0}
figure{margin:0 0 1.5rem}
.charts figure{margin:0}
svg{max-width:100%;height:auto;display:block}
code,pre{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.85rem}
pre{overflow-x:auto;padding:.75rem 1rem;border:1px solid var(--chart-grid)}
code{overflow-wrap:anywhere}
dt{font-weight:600}
dd{margin:0 0 .4rem}
summary{cursor:pointer}
@media print{
body{max-width:none;padding:0;font-size:10pt}
h2,h3{break-after:avoid}
figure,tr{break-inside:avoid}
.scroll{overflow:visible}
table{font-size:8pt}
.charts{grid-template-columns:1fr 1fr}
th,td{padding:.15rem .3rem}
.interval{font-size:6.5pt}
}
`.replace(/\n/g, '');
