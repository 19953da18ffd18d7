export { type Axis, axesAt, plausibleBox } from './axes.ts';
export { scenarioJsonSchema } from './json-schema.ts';
export { assign, override } from './override.ts';
export { explainIssues, parseJson, parseScenario } from './parse.ts';
export { SCENARIO_FORMAT, SCENARIO_LIMITS, type Scenario, scenarioSchemas } from './schema.ts';
export { didYouMean } from './suggest.ts';
