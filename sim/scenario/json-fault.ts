/** Where JSON text breaks the grammar or names a key again, and what would be needed there. */
export interface JsonFault {
  readonly offset: number;
  readonly needed: string;
}

const SPACE = /[ \t\n\r]*/y;
/** No control characters, quotes or lone backslashes. */
const STRING_BODY = /(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Where a match of a sticky pattern ends, or -1. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** What may come next; a closing bracket only where `mayClose`. */
type Wanted = 'value' | 'key' | 'colon' | 'comma';

/**
 * The first place where text is no longer the beginning of a JSON value (RFC 8259) whose objects name each key once (RFC 7493), or null where
 * it is one. Engines say this in their own words, not all of them say where, and of a key that stands twice they silently keep the last. Linear in the text; depth is bounded by memory only.
 */
export function jsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  /** Of every open object, the keys so far. */
  const keys: Set<string>[] = [];
  let wanted: Wanted = 'value';
  let mayClose = false;
  let at = endOf(SPACE, text, 0);
  while (wanted !== 'comma' || open.length > 0) {
    const closing = open.at(-1) === '{' ? '}' : ']';
    const found = text[at];
    if (mayClose && found === closing) {
      if (open.pop() === '{') keys.pop();
      [wanted, mayClose, at] = ['comma', true, at + 1];
    } else if (wanted === 'comma') {
      if (found !== ',') return { offset: at, needed: `a comma or ${closing}` };
      [wanted, mayClose, at] = [closing === '}' ? 'key' : 'value', false, at + 1];
    } else if (wanted === 'colon') {
      if (found !== ':') return { offset: at, needed: 'a colon' };
      [wanted, mayClose, at] = ['value', false, at + 1];
    } else if (found === '"') {
      const start = at;
      at = endOf(STRING_BODY, text, at + 1);
      if (text[at] !== '"') return { offset: at, needed: 'the end of a text in double quotes' };
      if (wanted === 'key') {
        const key = JSON.parse(text.slice(start, at + 1)) as string;
        const known = keys.at(-1) as Set<string>;
        if (known.has(key)) return { offset: start, needed: 'a key that is not there yet' };
        known.add(key);
      }
      [wanted, mayClose, at] = [wanted === 'key' ? 'colon' : 'comma', wanted === 'value', at + 1];
    } else if (wanted === 'key') {
      return { offset: at, needed: 'a key in double quotes' };
    } else if (found === '{' || found === '[') {
      open.push(found);
      if (found === '{') keys.push(new Set());
      [wanted, mayClose, at] = [found === '{' ? 'key' : 'value', true, at + 1];
    } else {
      const end = endOf(SCALAR, text, at);
      if (end < 0) return { offset: at, needed: 'a value' };
      [wanted, mayClose, at] = ['comma', true, end];
    }
    at = endOf(SPACE, text, at);
  }
  return at < text.length ? { offset: at, needed: 'the end of the text' } : null;
}
