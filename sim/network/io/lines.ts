import { InputError } from '../../parameter/index.ts';

/** No line is longer (characters) than a row of the widest matrix worth reading. */
const LONGEST_LINE = 8_388_608;

/** The lines of a text in batches; they end in LF, CRLF or CR. */
export async function* textLines(pieces: AsyncIterable<string>, file: string): AsyncGenerator<string[]> {
  let rest = '';
  let count = 0;
  for await (const piece of pieces) {
    const text = rest + piece;
    // A CR at the very end may be half of a CRLF.
    const held = text.endsWith('\r') ? '\r' : '';
    const lines = text.slice(0, text.length - held.length).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + held;
    count += lines.length;
    if (rest.length > LONGEST_LINE) {
      const path = `line ${count + 1}`;
      const found = `a line of more than ${LONGEST_LINE} characters`;
      throw new InputError(`${file}, ${path}: found ${found}; expected shorter lines.`, { file, path, found, allowed: 'shorter lines' });
    }
    yield lines;
  }
  if (rest !== '') yield [rest];
}
