import { css } from 'lit';

/** The small buttons beside the title of a chart: what can be taken away, and its table. */
export const chartToolsStyle = css`
  .head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-2);
    margin-bottom: var(--space-2);
  }
  .tools {
    display: flex;
    gap: var(--space-1);
    flex: none;
  }
  .tools > button {
    min-height: 28px;
    padding: 0 var(--space-2);
    color: var(--muted);
    font-size: var(--size-xs);
  }
  .tools > button[aria-pressed="true"] {
    color: var(--ink);
    background: var(--sunken);
  }
  @media (pointer: coarse), (max-width: 720px) {
    .tools > button {
      min-height: var(--touch);
    }
  }
  @media print {
    .tools {
      display: none;
    }
  }
`;
