declare module 'comlink/dist/esm/node-adapter.mjs' {
  /** comlink ships these types for the .js name only. */
  // biome-ignore lint/style/noDefaultExport: the module is comlink's
  export default function nodeEndpoint(
    port: import('node:worker_threads').Worker | import('node:worker_threads').MessagePort,
  ): import('comlink').Endpoint;
}
