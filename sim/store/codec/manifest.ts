import { z } from 'zod';
import { InputError } from '../../parameter/index.ts';

const MANIFEST_FORMAT = 'swaylab-results';
const MANIFEST_VERSION = 2;

const session = z.strictObject({
  started: z.iso.datetime(),
  ended: z.iso.datetime().nullable(),
  host: z.string(),
  platform: z.string(),
  cores: z.int(),
  node: z.string(),
  workers: z.int(),
});

const tableFile = z.strictObject({ file: z.string(), rows: z.int(), bytes: z.int(), sha256: z.string() });

const contrast = {
  metrics: z.array(z.string()).min(1),
  week: z.int(),
  strategies: z.array(z.string()).min(1),
  against: z.string().nullable(),
};

/** What a comparison that adds replicates is to settle, and how that ended: null while it goes on. */
const decision = z.strictObject({
  metric: z.string(),
  week: z.int(),
  error: z.number(),
  margin: z.number(),
  atMost: z.int(),
  ended: z.strictObject({ settled: z.boolean(), looks: z.int(), replicates: z.int() }).nullable(),
});

/** What the points of a design are run for, where that is not the table of runs itself. */
const analysis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sensitivity'), ...contrast }),
  z.strictObject({ kind: z.literal('map'), ...contrast, points: z.int() }),
]);

const manifest = z.strictObject({
  format: z.literal(MANIFEST_FORMAT),
  version: z.literal(MANIFEST_VERSION),
  command: z.string(),
  commandLine: z.string(),
  status: z.enum(['running', 'stopped', 'complete']),
  experiment: z.string(),
  engine: z.string(),
  scenario: z.unknown(),
  scenarioHash: z.string(),
  design: z.unknown(),
  analysis: analysis.nullable().default(null),
  decision: decision.nullable().default(null),
  shard: z.string().nullable(),
  weeks: z.boolean(),
  seed: z.string(),
  replicates: z.int(),
  strategies: z.array(z.string()),
  brands: z.array(z.string()),
  network: z.string().nullable(),
  policies: z.array(z.string().nullable()),
  digest: z.string().nullable(),
  runs: z.strictObject({ planned: z.int(), done: z.int(), failed: z.int() }),
  tables: z.array(tableFile),
  sessions: z.array(session),
});

/**
 * `manifest.json` of a results folder. It alone holds times and hosts.
 *
 * - `commandLine`: the command that gives the same result again
 * - `scenarioHash`: SHA-256 of the scenario as canonical JSON; `design`: the experiment of a sweep, or null; `shard`: `i/n`, or null for all;
 *   `weeks`: whether the weeks of each run are kept
 * - `analysis`: what the points of a sensitivity analysis or a map are run for; `decision`: what a comparison with `--until decided` is to settle,
 *   and, once it has ended, whether it did, after how many looks and replicates
 * - `experiment`: hash of everything that decides results except the number of replicates; a folder is resumed only by the same
 * - `network`, `policies`: SHA-256 of an imported network with its tribes, and of each strategy's policy file; null for none
 * - `digest`: of the whole comparison; null until it is complete
 * - `sessions`: one for the start and one for each resumption
 */
export type Manifest = Readonly<z.infer<typeof manifest>>;
export type Analysis = NonNullable<Manifest['analysis']>;
export type Session = Manifest['sessions'][number];
export type TableFile = Manifest['tables'][number];

/** What the caller knows about an experiment before it runs. */
export type ManifestStart = Omit<
  Manifest,
  'format' | 'version' | 'status' | 'digest' | 'tables' | 'sessions' | 'runs' | 'analysis' | 'decision'
> & {
  readonly planned: number;
  readonly analysis?: Manifest['analysis'];
  readonly decision?: Manifest['decision'];
};

export function startManifest(
  { planned, analysis = null, decision = null, ...known }: ManifestStart,
  sessions: readonly Session[],
  tables: readonly TableFile[],
): Manifest {
  return {
    format: MANIFEST_FORMAT,
    version: MANIFEST_VERSION,
    ...known,
    analysis,
    decision,
    status: 'running',
    digest: null,
    runs: { planned, done: 0, failed: 0 },
    tables: [...tables],
    sessions: [...sessions],
  };
}

export function encodeManifest(value: Manifest): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** @throws InputError when the text is no manifest of this version */
export function decodeManifest(text: string, file: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`the manifest is not valid JSON: ${error instanceof Error ? error.message : ''}`, { file, allowed: 'JSON' });
  }
  const found = manifest.safeParse(value);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  const path = issue.path.join('.');
  throw new InputError(`this is not a manifest that this version reads: ${issue.message}`, {
    file,
    path: path === '' ? null : path,
    allowed: `format ${MANIFEST_FORMAT}, version ${MANIFEST_VERSION}`,
  });
}
