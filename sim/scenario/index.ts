export { type Axis, plausibleBox } from './axes.ts';
export { scenarioJsonSchema } from './json-schema.ts';
export { override } from './override.ts';
export { parseJson, parseScenario } from './parse.ts';
export { SCENARIO_FORMAT, SCENARIO_LIMITS, type Scenario } from './schema.ts';
export { didYouMean } from './suggest.ts';
