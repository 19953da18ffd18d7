/** Arrays below this size are cheaper to copy than to share. */
const SHARE_BYTES = 65_536;

/**
 * The same value with its large typed arrays on shared memory, so that workers read one copy (Node, and pages that are
 * cross-origin isolated); elsewhere the value itself, which structured clone then copies once per worker.
 */
export function shareArrays<T>(value: T): T {
  return canShare() ? (replaceArrays(value) as T) : value;
}

function canShare(): boolean {
  const isolated = (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated;
  return typeof SharedArrayBuffer === 'function' && isolated !== false;
}

function replaceArrays(value: unknown): unknown {
  if (isTypedArray(value)) {
    if (value.byteLength < SHARE_BYTES || value.buffer instanceof SharedArrayBuffer) return value;
    const shared = new SharedArrayBuffer(value.byteLength);
    new Uint8Array(shared).set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return new (value.constructor as new (buffer: SharedArrayBuffer) => unknown)(shared);
  }
  if (Array.isArray(value)) return value.map(replaceArrays);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaceArrays(inner)]));
  }
  return value;
}

function isTypedArray(value: unknown): value is Uint8Array | Uint32Array | Int32Array | Float32Array | Float64Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
