import { parseScenario } from '../../sim/scenario/index.ts';
import type { Draft, JsonValue } from '../state/app-state.ts';

/** Kept although they may be a default: they name the scenario and its luck. */
const KEPT = new Set(['name', 'seed']);

/**
 * A scenario as a draft: only what differs from the defaults. A file may say everything, as results do; the draft then says what matters.
 *
 * @throws InputError when it is no valid scenario
 */
export function minimalDraft(given: unknown, file: string | null): Draft {
  const full = parseScenario(given, file);
  const { kind } = full.network;
  const blank = parseScenario({ name: full.name, network: { kind }, brands: full.brands.map(() => ({})) });
  const draft: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(full)) {
    const usual = (blank as unknown as Readonly<Record<string, unknown>>)[key];
    if (KEPT.has(key)) draft[key] = value as JsonValue;
    else if (key === 'swaylab') continue;
    else if (key === 'brands') {
      const brands = full.brands.map((brand, at) => ({ name: brand.name, ...(differing(brand, blank.brands[at]) as object) }));
      if (brands.length > 1 || Object.keys(brands[0]).length > 1 || brands[0].name !== 'brand')
        draft.brands = brands as unknown as JsonValue;
    } else {
      const differs = differing(value, usual);
      if (differs === undefined) continue;
      draft[key] = (key === 'network' ? { kind, ...(differs as object) } : differs) as JsonValue;
    }
  }
  if (kind !== 'tribal') draft.network = { kind, ...((draft.network as object | undefined) ?? {}) };
  return draft;
}

/** What of a value is not as usual; undefined where all is. Lists and strategies are kept whole. */
function differing(value: unknown, usual: unknown): unknown {
  if (JSON.stringify(value) === JSON.stringify(usual)) return undefined;
  if (!isPlain(value) || !isPlain(usual) || 'plan' in value) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const differs = differing(inner, usual[key]);
    return differs === undefined ? [] : [[key, differs] as const];
  });
  return Object.fromEntries(entries);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
