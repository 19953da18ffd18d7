import { css } from 'lit';

/** Things to choose from, side by side, one of them at hand: strategies, brands. */
export const listStyle = css`
  .list {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-bottom: var(--space-2);
  }
  .list button[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent-soft);
    font-weight: 600;
  }
`;
