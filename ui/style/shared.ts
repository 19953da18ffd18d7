import { css } from 'lit';

/** What every element's sheet begins with: box, focus, controls, text for screen readers alone. */
export const shared = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: var(--radius);
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
  }
  fieldset {
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
  }
  h1 {
    font-size: var(--size-xl);
    line-height: 1.2;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: var(--size-l);
    line-height: 1.3;
    font-weight: 620;
  }
  h3 {
    font-size: var(--size-m);
    line-height: 1.4;
    font-weight: 620;
  }
  a {
    color: var(--accent);
  }
  /* What scrolls is positioned, or such texts in it would widen the page. */
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .quiet {
    color: var(--muted);
  }
  .small {
    font-size: var(--size-s);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: var(--touch);
    padding: 0 var(--space-3);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--raised);
    font-size: var(--size-s);
    cursor: pointer;
    white-space: nowrap;
  }
  button:hover:not(:disabled) {
    background: var(--sunken);
  }
  button:disabled {
    color: var(--muted);
    border-color: var(--line);
    cursor: default;
  }
  button:disabled sway-icon {
    opacity: 0.5;
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 86%, var(--ink));
  }
  button.plain {
    border-color: transparent;
    background: transparent;
  }
  button.plain:hover:not(:disabled) {
    background: var(--sunken);
  }
  button.icon {
    width: var(--touch);
    padding: 0;
    flex: none;
  }
  input:not([type="range"], [type="checkbox"], [type="radio"]),
  select,
  textarea {
    min-height: var(--touch);
    padding: 0 var(--space-2);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--raised);
    font-size: var(--size-s);
    max-width: 100%;
  }
  textarea {
    padding: var(--space-2);
    line-height: 1.5;
    resize: vertical;
  }
  input[aria-invalid="true"] {
    border-color: var(--bad);
    border-width: 2px;
  }
  input[type="range"],
  input[type="checkbox"],
  input[type="radio"] {
    accent-color: var(--accent);
  }
  input[type="checkbox"],
  input[type="radio"] {
    width: 18px;
    height: 18px;
    margin: 0;
    flex: none;
  }
  summary {
    cursor: pointer;
  }
  kbd {
    display: inline-block;
    min-width: 1.6em;
    padding: 0 0.4em;
    border: 1px solid var(--line);
    border-bottom-width: 2px;
    border-radius: 4px;
    background: var(--sunken);
    font: var(--size-xs) / 1.6 var(--font);
    text-align: center;
  }
  @media (forced-colors: active) {
    button,
    input,
    select {
      forced-color-adjust: auto;
    }
    /* Backgrounds and weights are all alike here: what is pressed looks like what is selected. */
    button[aria-pressed="true"] {
      forced-color-adjust: none;
      background: SelectedItem !important;
      color: SelectedItemText !important;
    }
    button[aria-pressed="true"] * {
      color: inherit !important;
    }
    button[aria-pressed="true"] sway-swatch {
      border-radius: 3px;
      background: Canvas;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.001s !important;
      transition-duration: 0.001s !important;
      scroll-behavior: auto !important;
    }
  }
`;
