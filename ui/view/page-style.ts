import { css } from 'lit';

/** What pages of results have in common: panels on a grid. */
export const pageStyle = css`
  .panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .panel {
    min-width: 0;
    padding: var(--space-4) var(--space-5);
    border: 1px solid var(--line);
    border-radius: var(--radius-l);
    background: var(--raised);
  }
  .panel > h2 {
    margin-bottom: var(--space-1);
  }
  .lead {
    max-width: 75ch;
    margin-bottom: var(--space-4);
    color: var(--muted);
    font-size: var(--size-s);
  }
  .two,
  .three {
    display: grid;
    gap: var(--space-5);
    grid-template-columns: minmax(0, 1fr);
  }
  @media (min-width: 1000px) {
    .two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .three {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  .wait {
    padding: var(--space-6) var(--space-5);
    border: 1px dashed var(--line);
    border-radius: var(--radius-l);
    text-align: center;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    color: var(--muted);
    font-size: var(--size-s);
  }
  select {
    color: var(--ink);
  }
  .choice {
    display: inline-flex;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    overflow: hidden;
  }
  .choice button {
    border: 0;
    border-radius: 0;
    background: transparent;
    color: var(--muted);
    white-space: normal;
    text-align: left;
    overflow-wrap: anywhere;
  }
  .choice button[aria-pressed="true"] {
    background: var(--accent-soft);
    color: var(--ink);
    font-weight: 600;
  }
  .choice button:focus-visible {
    outline-offset: -3px;
  }
  .week {
    white-space: nowrap;
  }
  .week input {
    width: 220px;
  }
  @media (max-width: 720px) {
    .panel {
      padding: var(--space-4);
    }
    .choice {
      flex-wrap: wrap;
    }
    .week {
      width: 100%;
    }
    .week input {
      flex: 1;
      width: auto;
      min-height: var(--touch);
    }
  }
  @media print {
    .panel {
      break-inside: avoid;
    }
    .two,
    .three {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .choice button:not([aria-pressed="true"]),
    .row > button {
      display: none;
    }
  }
`;
