import { InputError } from '../parameter/index.ts';
import { TABLE_FORMATS, type TableFormat } from '../store/codec/index.ts';

/** The format that the ending of --out says. @throws InputError */
export function tableFormatOf(file: string): TableFormat {
  const format = TABLE_FORMATS.find((each) => file.endsWith(`.${each}`));
  if (format !== undefined) return format;
  const allowed = `a file that ends in ${TABLE_FORMATS.map((each) => `.${each}`).join(', ')}`;
  throw new InputError(`--out ${file}: the ending says no format; ${allowed} is allowed`, { path: '--out', found: file, allowed });
}
