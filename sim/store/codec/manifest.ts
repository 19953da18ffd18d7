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
 * - `experiment`: hash of everything that decides results except the number of replicates; a folder is resumed only by the same
 * - `network`, `policies`: SHA-256 of an imported network with its tribes, and of each strategy's policy file; null for none
 * - `digest`: of the whole comparison; null until it is complete
 * - `sessions`: one for the start and one for each resumption
 */
export type Manifest = Readonly<z.infer<typeof manifest>>;
export type Session = Manifest['sessions'][number];
export type TableFile = Manifest['tables'][number];

/** What the caller knows about an experiment before it runs. */
export type ManifestStart = Omit<Manifest, 'format' | 'version' | 'status' | 'digest' | 'tables' | 'sessions' | 'runs'> & {
  readonly planned: number;
};

export function startManifest({ planned, ...known }: ManifestStart, sessions: readonly Session[], tables: readonly TableFile[]): Manifest {
  return {
    format: MANIFEST_FORMAT,
    version: MANIFEST_VERSION,
    ...known,
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
