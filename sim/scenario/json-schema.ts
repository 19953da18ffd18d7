import { z } from 'zod';
import { scenarioSchemas } from './schema.ts';

/** JSON Schema (draft 2020-12) of what a scenario file may hold, for editors. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(scenarioSchemas().scenario, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
}
