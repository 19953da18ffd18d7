/** What the terminal at one end of a stream can show. */
export interface Terminal {
  readonly interactive: boolean;
  readonly width: number;
  readonly rows: number;
  readonly ascii: boolean;
  readonly colour: boolean;
}

/** Width of what goes into a file or another program. */
const PAGE = 110;

export function terminalOf(stream: NodeJS.WriteStream): Terminal {
  const { TERM, NO_COLOR, LC_ALL, LC_CTYPE, LANG } = process.env;
  const locale = LC_ALL || LC_CTYPE || LANG || '';
  const interactive = stream.isTTY === true && TERM !== 'dumb';
  return {
    interactive,
    width: stream.isTTY ? Math.max(40, stream.columns || 80) : PAGE,
    rows: stream.rows || 24,
    ascii: locale !== '' && !/utf-?8/i.test(locale),
    colour: interactive && (NO_COLOR ?? '') === '',
  };
}
