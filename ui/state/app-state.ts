import type { MetricName } from '../../sim/experiment/metrics.ts';
import type { ImportedNetwork } from '../../sim/network/index.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A scenario as a file would hold it: only what differs from the defaults. It always passes `parseScenario`. */
export type Draft = { readonly [key: string]: JsonValue };

export const PAGES = [
  'compare',
  'network',
  'tribes',
  'journey',
  'firm',
  'scenario',
  'experiment',
  'classic',
  'lesson',
  'verification',
] as const;
export type PageName = (typeof PAGES)[number];

/** What is looked at, and how: nothing here changes a result. */
export interface ViewState {
  readonly page: PageName;
  /** Names of the strategies that are run and drawn, in the scenario's order; null for a choice that suits the scenario. */
  readonly shown: readonly string[] | null;
  /** The two strategies of the difference chart; null for the first two shown. */
  readonly pair: readonly [a: string, b: string] | null;
  /** Metric of the difference chart and of thumbnails. */
  readonly metric: MetricName;
  /** Week under the cursor, from 1; null for the last. All charts and views follow it. */
  readonly week: number | null;
  /** Strategy and replicate that the network and tribe views replay; null for the first shown. */
  readonly strategy: string | null;
  readonly replicate: number;
  /** Node of the network whose story is told. */
  readonly person: number | null;
  readonly tribe: number | null;
  /** Draw every replicate as a thin line. */
  readonly lines: boolean;
}

/** Everything a session is about: what a link carries, and what is saved. */
export interface AppState {
  readonly draft: Draft;
  /** True while a control is held: charts keep their axes, and few replicates are run. */
  readonly dragging: boolean;
  /** A network of one's own in place of the scenario's. */
  readonly network: ImportedNetwork | null;
  readonly view: ViewState;
}

export const FIRST_VIEW: ViewState = {
  page: 'compare',
  shown: null,
  pair: null,
  metric: 'adoption',
  week: null,
  strategy: null,
  replicate: 0,
  person: null,
  tribe: null,
  lines: false,
};
