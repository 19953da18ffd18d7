import { z } from 'zod';
import { scenarioSchema } from './schema.ts';

/** JSON Schema (draft 2020-12) of what a scenario file may hold, for editors. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(scenarioSchema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
}
