/** Bad input from a person: says where, what was found, and what is allowed. The command line exits 2 on it. */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** File or source of the input, when there is one. */
  readonly file: string | null;
  /** Place within it: a dotted path ("brands.0.price"), or "line 12". */
  readonly path: string | null;
  readonly found: string | null;
  readonly allowed: string | null;

  constructor(message: string, where: { file?: string | null; path?: string | null; found?: string | null; allowed?: string | null } = {}) {
    super(message);
    this.file = where.file ?? null;
    this.path = where.path ?? null;
    this.found = where.found ?? null;
    this.allowed = where.allowed ?? null;
  }
}
