import { vi } from 'vitest';

/** Milliseconds for what a page should come to show: a machine that is busy is slow, not wrong. */
const PATIENCE = 15_000;

const waitFor = vi.waitFor;
vi.waitFor = (callback, options = PATIENCE) => waitFor(callback, options);
