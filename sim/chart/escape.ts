const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that XML 1.0 cannot hold even escaped, or that do nothing good in it: controls but tab and newline, lone surrogates, non-characters. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Marks that turn the direction of what follows, beyond their own text. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text for SVG and HTML, as content or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replace(DIRECTION, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
