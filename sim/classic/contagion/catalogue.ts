import { si } from './si.ts';
import { sir } from './sir.ts';
import { sis } from './sis.ts';

/** Textbook models of what spreads, in the order in which they are shown. */
export const CONTAGION_MODELS = [si, sis, sir] as const;
