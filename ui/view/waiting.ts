import { html, type TemplateResult } from 'lit';
import type { LabState } from '../lab/protocol.ts';

/** What stands where results will be: what is coming, or why nothing comes. */
export function waiting({ status, error }: LabState, coming: string): TemplateResult {
  if (status === 'failed') {
    const text = error instanceof Error ? error.message : String(error);
    return html`<div class="wait" role="alert"><p><strong>The run failed.</strong></p><p class="quiet">${text}</p></div>`;
  }
  return html`<div class="wait"><p>${status === 'paused' ? 'Paused before the first result.' : 'The first run is under way.'}</p><p class="quiet">${coming}</p></div>`;
}
