/** How places are brought into a picture: what stands in its middle, and pixels for one unit. */
export interface Fit {
  readonly centre: { readonly x: number; readonly y: number };
  readonly scale: number;
}

/** All places fit, and a margin stays free. @param places x and y of each node */
export function fitOf(places: Float32Array, width: number, height: number, margin: number): Fit {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    left = Math.min(left, places[at]);
    right = Math.max(right, places[at]);
    top = Math.min(top, places[at + 1]);
    bottom = Math.max(bottom, places[at + 1]);
  }
  return {
    centre: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.min((width - 2 * margin) / Math.max(1e-9, right - left), (height - 2 * margin) / Math.max(1e-9, bottom - top)),
  };
}
