import { InputError } from '../../parameter/index.ts';

export interface DelimitedOptions {
  /** Between fields: "," ";" "|" a tab, or " " for any run of blanks. By default found on the first line. */
  readonly delimiter?: string;
}

/** No record is longer (characters): a quote that is never closed shall not swallow a large file. */
const LONGEST_RECORD = 1_048_576;
const QUOTE = 34;

/**
 * Delimited text (RFC 4180, and its common dialects), pushed in piece by piece; calls `onRecord` with the fields and line of each record.
 * Fields in double quotes keep everything; others lose blanks at their ends. Lines end in LF, CRLF or CR. Blank lines and lines that start
 * with # or % are skipped. Throws an InputError, naming the line, for quotes that do not match.
 */
export class DelimitedReader {
  readonly #file: string;
  readonly #onRecord: (fields: string[], line: number) => void;
  #delimiter: string;
  #text = '';
  #line = 1;
  #records = 0;
  /** Comment lines after the first record. */
  lateComments = 0;

  constructor(file: string, options: DelimitedOptions, onRecord: (fields: string[], line: number) => void) {
    this.#file = file;
    this.#delimiter = options.delimiter ?? '';
    this.#onRecord = onRecord;
  }

  /** What stands between fields: as asked for, or as the first record shows; empty before that. */
  get delimiter(): string {
    return this.#delimiter;
  }

  push(piece: string): void {
    this.#text = this.#text === '' ? piece : this.#text + piece;
    this.#scan(false);
    if (this.#text.length > LONGEST_RECORD) {
      throw this.#error(`a record of more than ${LONGEST_RECORD} characters`, 'shorter lines (is a quote left open?)');
    }
  }

  end(): void {
    this.#scan(true);
  }

  #scan(final: boolean): void {
    const text = this.#text;
    const find = finder(text);
    let at = 0;
    while (at < text.length) {
      const lf = find.lf(at);
      const cr = find.cr(at);
      let end = cr < lf ? cr : lf;
      if (end === Infinity) {
        if (!final) break;
        end = text.length;
      }
      // A CR at the very end may be half of a CRLF.
      if (end === text.length - 1 && end === cr && !final) break;
      const next = end + (end === cr && lf === cr + 1 ? 2 : 1);
      if (this.#isComment(text, at, end)) {
        if (this.#records > 0) this.lateComments++;
      } else if (find.quote(at) < end) {
        const after = this.#quotedRecord(text, at, end, final);
        if (after === -1) break;
        at = after;
        continue;
      } else {
        this.#plainRecord(text.slice(at, end));
      }
      this.#line++;
      at = next;
    }
    this.#text = text.slice(at);
  }

  #isComment(text: string, at: number, end: number): boolean {
    let i = at;
    while (i < end && isBlank(text.charCodeAt(i))) i++;
    const code = text.charCodeAt(i);
    return i < end && (code === 35 || code === 37);
  }

  #plainRecord(line: string): void {
    const trimmed = line.trim();
    if (trimmed === '') return;
    if (this.#saysDelimiter(line)) return;
    this.#delimiter ||= likelyDelimiter(line);
    let fields: string[];
    if (this.#delimiter === ' ') fields = trimmed.split(/[ \t]+/);
    else {
      fields = line.split(this.#delimiter);
      for (let i = 0; i < fields.length; i++) fields[i] = fields[i].trim();
    }
    this.#emit(fields, this.#line);
  }

  /** "sep=;" before all else, as spreadsheets write and hide it. */
  #saysDelimiter(line: string): boolean {
    if (this.#records > 0 || this.#delimiter !== '') return false;
    const [, delimiter = ''] = /^\s*sep=([,;|\t])\s*$/i.exec(line) ?? [];
    this.#delimiter = delimiter;
    return delimiter !== '';
  }

  /** Reads one record with quotes at `at`, whose first line ends at `end`; returns where the next begins, -1 where the text ends too early. */
  #quotedRecord(text: string, at: number, end: number, final: boolean): number {
    this.#delimiter ||= likelyDelimiter(text.slice(at, end));
    const blanks = this.#delimiter === ' ';
    const separator = this.#delimiter.charCodeAt(0);
    const isSeparator = (code: number) => (blanks ? isBlank(code) : code === separator);
    const fields: string[] = [];
    let i = at;
    let lines = 0;
    for (;;) {
      while (i < text.length && isBlank(text.charCodeAt(i)) && (blanks || text.charCodeAt(i) !== separator)) i++;
      if (text.charCodeAt(i) === QUOTE) {
        const field = quotedField(text, i, final);
        if (field === null) {
          if (!final) return -1;
          throw this.#error('a quote that is never closed', 'a closing quote', this.#line + lines);
        }
        lines += lineBreaks(text, i, field.end);
        fields.push(field.value);
        i = field.end;
        while (i < text.length && isBlank(text.charCodeAt(i)) && !isSeparator(text.charCodeAt(i))) i++;
        if (i < text.length && !isLineEnd(text.charCodeAt(i)) && !isSeparator(text.charCodeAt(i))) {
          throw this.#error(
            `the character ${JSON.stringify(text[i])} after a closing quote`,
            'a delimiter, or the quote doubled',
            this.#line + lines,
          );
        }
      } else {
        const start = i;
        while (i < text.length && !isLineEnd(text.charCodeAt(i)) && !isSeparator(text.charCodeAt(i))) i++;
        const value = text.slice(start, i).trim();
        if (!blanks || value !== '') fields.push(value);
      }
      if (i < text.length && isSeparator(text.charCodeAt(i))) {
        i++;
        continue;
      }
      if (i >= text.length - 1 && !final) return -1;
      this.#emit(fields, this.#line);
      this.#line += lines + 1;
      return i + (text.startsWith('\r\n', i) ? 2 : 1);
    }
  }

  #emit(fields: string[], line: number): void {
    this.#records++;
    this.#onRecord(fields, line);
  }

  #error(found: string, allowed: string, line = this.#line): InputError {
    return new InputError(`${this.#file}, line ${line}: found ${found}; expected ${allowed}.`, {
      file: this.#file,
      path: `line ${line}`,
      found,
      allowed,
    });
  }
}

/** Next line feed, carriage return and quote at or after a place; each is searched for once per stretch, so that a scan stays linear. */
function finder(text: string): Record<'lf' | 'cr' | 'quote', (at: number) => number> {
  const next = (mark: string) => {
    let found = -1;
    return (at: number): number => {
      if (found < at) {
        found = text.indexOf(mark, at);
        if (found === -1) found = Infinity;
      }
      return found;
    };
  };
  return { lf: next('\n'), cr: next('\r'), quote: next('"') };
}

/** The quoted field at `start` and the place after its closing quote; null where the text ends too early to tell. */
function quotedField(text: string, start: number, final: boolean): { value: string; end: number } | null {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1 || (quote === text.length - 1 && !final)) return null;
    if (text.charCodeAt(quote + 1) !== QUOTE) return { value: value + text.slice(from, quote), end: quote + 1 };
    value += text.slice(from, quote + 1);
    from = quote + 2;
  }
}

function lineBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}

/** A tab, else the commoner of semicolon, comma and bar, else blanks; what stands in quotes does not count. */
function likelyDelimiter(line: string): string {
  const bare = line.replace(/"[^"]*"/g, 'x').trim();
  if (bare.includes('\t')) return '\t';
  let best = '';
  let most = 0;
  for (const candidate of [',', ';', '|']) {
    const count = bare.split(candidate).length - 1;
    if (count > most) {
      most = count;
      best = candidate;
    }
  }
  if (best !== '') return best;
  return bare.includes(' ') ? ' ' : ',';
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** A field as it must be written for any reader to give it back unchanged. */
export function delimitedField(value: string, delimiter: string): string {
  const plain = value !== '' && value.trim() === value && !/["\r\n]|^[#%]/.test(value) && !value.includes(delimiter);
  return plain ? value : `"${value.replaceAll('"', '""')}"`;
}
