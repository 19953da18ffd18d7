/** Turn from one seed of a sunflower to the next: no two lie in one direction. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Where a layout begins: tribes on a circle, their people packed evenly around the tribe's centre. The same people get the same places.
 *
 * @param tribes tribe of each node, the people of a tribe one after the other
 * @returns x and y of each node
 */
export function startPlaces(tribes: Uint32Array): Float32Array {
  const sizes = new Map<number, number>();
  for (const tribe of tribes) sizes.set(tribe, (sizes.get(tribe) ?? 0) + 1);
  const total = [...sizes.values()].reduce((sum, size) => sum + Math.sqrt(size), 0);
  const radius = sizes.size < 2 ? 0 : total * 0.8;
  const centres = new Map<number, readonly [number, number]>();
  let turned = 0;
  for (const [tribe, size] of sizes) {
    const angle = (2 * Math.PI * (turned + Math.sqrt(size) / 2)) / total;
    centres.set(tribe, [radius * Math.cos(angle), radius * Math.sin(angle)]);
    turned += Math.sqrt(size);
  }
  const placed = new Map<number, number>();
  const places = new Float32Array(tribes.length * 2);
  for (const [node, tribe] of tribes.entries()) {
    const turn = placed.get(tribe) ?? 0;
    placed.set(tribe, turn + 1);
    const [x, y] = centres.get(tribe) ?? [0, 0];
    const distance = 1.4 * Math.sqrt(turn + 0.5);
    places[2 * node] = x + distance * Math.cos(turn * GOLDEN_ANGLE);
    places[2 * node + 1] = y + distance * Math.sin(turn * GOLDEN_ANGLE);
  }
  return places;
}
