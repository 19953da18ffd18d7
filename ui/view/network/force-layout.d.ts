// One iteration of the layout; the package gives types for its wrappers only.
declare module 'graphology-layout-forceatlas2/iterate.js' {
  const iterate: (
    settings: Readonly<Record<string, number | boolean>>,
    /** Ten numbers a node: x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed. */
    nodes: Float32Array,
    /** Three numbers an edge: offsets of both nodes in the first matrix, weight. */
    edges: Float32Array,
  ) => void;
  export = iterate;
}
