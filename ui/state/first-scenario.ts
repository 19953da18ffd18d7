import type { Scenario } from '../../sim/scenario/index.ts';

const parsed: unknown = import.meta.env.SWAYLAB_FIRST_SCENARIO;

/** The default scenario, complete, as the build of the page parsed it; null where the page was not built: then it is parsed like any other. */
export const FIRST_SCENARIO = typeof parsed === 'string' ? (JSON.parse(parsed) as Scenario) : null;
