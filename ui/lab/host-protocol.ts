import type { Failure } from '../../sim/compute/protocol.ts';
import type { ImportedNetwork } from '../../sim/network/index.ts';
import type { Draft } from '../state/app-state.ts';
import type { PackedComparison } from './packed-result.ts';
import type { Interest, JourneyResult, LabRequest, LabResult, NetworkQuestion, ReasonResult, TribeResult } from './protocol.ts';

/** Between the page and the laboratory's worker: what `LabResult` is, as it travels. */
export interface PackedResult {
  readonly comparison: PackedComparison;
  readonly early: boolean;
  readonly brands: readonly string[];
  /** By strategy: `[(column * weeks + week) * brands + brand]`. */
  readonly columns: Readonly<Record<string, Float32Array>>;
  readonly tribes: readonly TribeResult[];
  readonly journeys: readonly JourneyResult[];
  readonly reasons: readonly ReasonResult[];
}

/** What is looked at beyond the summary. */
export type CloseUp = Pick<LabResult, 'lines' | 'difference'>;

export type LabUpdate =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'result'; readonly done: number; readonly total: number; readonly result: PackedResult; readonly closeUp: CloseUp }
  | { readonly type: 'close-up'; readonly closeUp: CloseUp }
  /** Workers crashed or stalled and were replaced; their runs are repeated. */
  | { readonly type: 'lost'; readonly lost: number };

/** A comparison as it is asked for. A network that was sent before is not sent again. */
export interface HostRequest extends Omit<LabRequest, 'network'> {
  readonly network: ImportedNetwork | 'as before' | null;
  readonly interest: Interest;
}

/** What the laboratory's worker answers to. Errors come as data, since structured clone would strip them of their fields. */
export interface HostLink {
  /** Ends the comparison under way and starts this one; null when it has ended, in good order or because another was asked for. */
  compare(request: HostRequest, onUpdate: (update: LabUpdate) => Promise<void>): Promise<Failure | null>;
  /** Ends the comparison under way; what has run is kept. */
  stop(): Promise<void>;
  /** Changes what is looked at, and sends it for what is known so far. */
  attend(interest: Interest): Promise<void>;
  thumbnail(draft: Draft): Promise<Answer<Readonly<Record<string, Float32Array>>>>;
  readNetwork(question: NetworkQuestion): Promise<Answer<ImportedNetwork>>;
}

export type Answer<T> = { readonly value: T; readonly failure: null } | { readonly value: null; readonly failure: Failure };
