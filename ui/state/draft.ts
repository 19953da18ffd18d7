import type { Draft, JsonValue } from './app-state.ts';

type Branch = { readonly [key: string]: JsonValue };
export type Path = readonly string[];

export function pathOf(path: string): Path {
  return path.split('.');
}

/** What a draft says at a path; undefined where it leaves the default. */
export function draftValue(draft: Draft, path: Path): JsonValue | undefined {
  let node: JsonValue | undefined = draft;
  for (const step of path) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = Array.isArray(node) ? (node as readonly JsonValue[])[Number(step)] : (node as Branch)[step];
  }
  return node;
}

/**
 * The draft with a value at a path. Undefined takes the value away, back to the default, and whatever is empty without it: a draft holds
 * only what differs.
 */
export function withDraftValue(draft: Draft, path: Path, value: JsonValue | undefined): Draft {
  return tidied(replaced(draft, path, value) as Branch);
}

function replaced(node: JsonValue | undefined, path: Path, value: JsonValue | undefined): JsonValue | undefined {
  if (path.length === 0) return value;
  const [step, ...rest] = path;
  // The list of brands starts with one that is all default.
  if (Array.isArray(node) || (node === undefined && step === '0')) {
    const list = [...((node as readonly JsonValue[] | undefined) ?? [{}])];
    list[Number(step)] = replaced(list[Number(step)], rest, value) ?? {};
    return list;
  }
  const branch = typeof node === 'object' && node !== null ? (node as Branch) : {};
  const inner = replaced(branch[step], rest, value);
  if (inner !== undefined) return { ...branch, [step]: inner };
  const { [step]: _, ...others } = branch;
  return Object.keys(others).length === 0 ? undefined : others;
}

/** Without what says nothing: an only brand that is all default, a network that is the default kind and nothing else. */
function tidied(draft: Branch): Draft {
  const { brands, network, ...rest } = draft;
  const plainBrands = Array.isArray(brands) && brands.length === 1 && isEmpty(brands[0] as JsonValue);
  const plainNetwork = isBranch(network) && Object.keys(network).length === 1 && network.kind === 'tribal';
  return {
    ...rest,
    ...(network !== undefined &&
      !plainNetwork && { network: 'kind' in (network as Branch) ? network : { kind: 'tribal', ...(network as Branch) } }),
    ...(brands !== undefined && !plainBrands && { brands }),
  };
}

function isBranch(value: JsonValue | undefined): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: JsonValue): boolean {
  return isBranch(value) && Object.keys(value).length === 0;
}
