import { css, html, nothing } from 'lit';
import type { BadInput } from './experiment-lab.ts';

export const badInputStyle = css`
  .error {
    margin-top: var(--space-3);
    padding: var(--space-3);
    border-radius: var(--radius);
    background: var(--bad-soft);
    font-size: var(--size-s);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .error b {
    color: var(--bad);
  }
`;

/** What is wrong with the text of an experiment, where, and what is allowed; nothing when nothing is wrong. */
export function badInputSaid(bad: BadInput | null) {
  if (bad === null) return nothing;
  const { message, path, found, allowed } = bad;
  return html`<div class="error" role="alert">
    <b>${message}</b>
    ${path === null || message.includes(path) ? nothing : html`<br />At ${path}.`}
    ${found === null || message.includes(found) ? nothing : html`<br />Found: ${found}.`}
    ${allowed === null || message.includes(allowed) ? nothing : html`<br />Allowed: ${allowed}.`}
  </div>`;
}
