import { nothing, type SVGTemplateResult, svg } from 'lit';
import { hundredths } from '../../sim/chart/hundredths.ts';
import type { Ink, Mark, Stroke } from '../../sim/chart/marks.ts';
import { colour } from '../../sim/chart/palette.ts';

/** The marks of a chart as SVG of the page: what changes from one drawing to the next is all that the browser touches. */
export function markTemplates(marks: readonly Mark[]): SVGTemplateResult[] {
  return marks.map(markTemplate);
}

function markTemplate(mark: Mark): SVGTemplateResult {
  switch (mark.kind) {
    case 'path':
      return svg`<path d=${mark.d} fill=${mark.fill === undefined ? 'none' : ink(mark.fill)} stroke=${strokeInk(mark.stroke)} stroke-width=${mark.stroke?.width ?? nothing} stroke-dasharray=${mark.stroke?.dash ?? nothing} stroke-linejoin="round" opacity=${mark.opacity ?? nothing} />`;
    case 'line':
      return svg`<line x1=${hundredths(mark.from[0])} y1=${hundredths(mark.from[1])} x2=${hundredths(mark.to[0])} y2=${hundredths(mark.to[1])} stroke=${ink(mark.stroke.ink)} stroke-width=${mark.stroke.width} stroke-dasharray=${mark.stroke.dash ?? nothing} />`;
    case 'circle':
      return svg`<circle cx=${hundredths(mark.centre[0])} cy=${hundredths(mark.centre[1])} r=${mark.radius} fill=${ink(mark.fill)} stroke=${strokeInk(mark.stroke)} stroke-width=${mark.stroke?.width ?? nothing} />`;
    case 'text':
      return svg`<text x=${hundredths(mark.at[0])} y=${hundredths(mark.at[1])} font-size=${mark.size} fill=${ink(mark.ink)} text-anchor=${mark.anchor} font-weight=${mark.bold ? 600 : nothing}>${mark.text}</text>`;
    case 'group':
      return svg`<g transform="translate(${hundredths(mark.at[0])} ${hundredths(mark.at[1])})">${markTemplates(mark.marks)}</g>`;
  }
}

const ink = (name: Ink): string => colour(name, 'variables');
const strokeInk = (stroke: Stroke | undefined) => (stroke === undefined ? nothing : ink(stroke.ink));
