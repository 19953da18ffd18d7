import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { InputError } from '../../parameter/index.ts';

/** No graph format nests deeper in earnest. */
const DEEPEST = 64;
/** Under this name the parser keeps character data apart, in which references are not to be resolved. */
const CDATA = '#cdata';
const META = XMLParser.getMetaDataSymbol() as symbol;
const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An element, seen without its namespace prefix; texts have their character references resolved. */
export interface XmlElement {
  readonly name: string;
  /** Elements of this name directly within. */
  all(name: string): XmlElement[];
  readonly children: readonly XmlElement[];
  /** Null where it has no such attribute. */
  attribute(name: string): string | null;
  readonly text: string;
  /** "line 12" of the document; found by counting, so ask only for a message. */
  readonly path: string;
}

type Parsed = Readonly<Record<string, unknown>> & { readonly [META]?: { readonly startIndex: number } };

/**
 * Parses a document to its root element. DOCTYPE is refused, so no entity is ever defined or expanded: a bomb cannot be lit.
 * Throws an InputError, naming the line, for anything that is not well-formed.
 */
export function parseXml(text: string, file: string): XmlElement {
  const fail = (path: string, found: string, allowed: string): InputError =>
    new InputError(`${file}, ${path}: found ${found}; expected ${allowed}.`, { file, path, found, allowed });
  const lineAt = lineFinder(text);
  const doctype = text.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (doctype !== -1) throw fail(lineAt(doctype), 'a DOCTYPE or ENTITY declaration', 'XML without one: entities are never expanded');
  let parsed: unknown;
  try {
    const valid = XMLValidator.validate(text);
    if (valid !== true) throw fail(`line ${valid.err.line}`, `malformed XML (${valid.err.msg.slice(0, 200)})`, 'a well-formed document');
    parsed = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      parseTagValue: false,
      parseAttributeValue: false,
      trimValues: false,
      cdataPropName: CDATA,
      processEntities: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
      removeNSPrefix: true,
      captureMetaData: true,
      maxNestedTags: DEEPEST,
      jPath: false,
    }).parse(text);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw fail('file', `malformed XML (${String(error).slice(0, 200)})`, `a well-formed document of at most ${DEEPEST} levels`);
  }
  const root = childrenOf(parsed, lineAt)[0];
  if (root === undefined) throw fail('file', 'no element', 'an XML document');
  return root;
}

function childrenOf(parsed: unknown, lineAt: (index: number) => string): XmlElement[] {
  if (!Array.isArray(parsed)) return [];
  const elements: XmlElement[] = [];
  for (const entry of parsed as Parsed[]) {
    const name = nameOf(entry);
    if (name !== null) elements.push(new Element(entry, name, lineAt));
  }
  return elements;
}

function nameOf(entry: Parsed): string | null {
  for (const key of Object.keys(entry)) if (key !== ':@' && key !== '#text' && key !== CDATA) return key;
  return null;
}

class Element implements XmlElement {
  readonly name: string;
  readonly #entry: Parsed;
  readonly #lineAt: (index: number) => string;

  constructor(entry: Parsed, name: string, lineAt: (index: number) => string) {
    this.#entry = entry;
    this.name = name;
    this.#lineAt = lineAt;
  }

  get children(): XmlElement[] {
    return childrenOf(this.#entry[this.name], this.#lineAt);
  }

  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  attribute(name: string): string | null {
    const attributes = this.#entry[':@'] as Readonly<Record<string, unknown>> | undefined;
    const value = attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    return typeof value === 'string' ? resolved(value) : null;
  }

  get text(): string {
    return (this.#entry[this.name] as Parsed[])
      .map((part) => resolved(textOf(part)) + ((part[CDATA] as Parsed[]) ?? []).map(textOf).join(''))
      .join('');
  }

  get path(): string {
    return this.#lineAt(this.#entry[META]?.startIndex ?? 0);
  }
}

function textOf(part: Parsed): string {
  const text = part['#text'];
  return typeof text === 'string' ? text : '';
}

function lineFinder(text: string): (index: number) => string {
  return (index) => {
    let line = 1;
    for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line++;
    return `line ${line}`;
  };
}

/** Resolves character references and the five names that XML predefines; anything else stays as it is. */
function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return PREDEFINED[name];
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const character = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return character ? String.fromCodePoint(code) : whole;
    },
  );
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
// What XML 1.0 cannot hold in any form: most control characters, halves of surrogate pairs, two non-characters.
const UNWRITABLE = /\p{Cs}|[\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/u;

/** Text as it must stand in an XML document, attribute or element. Throws an InputError for characters that XML cannot hold. */
export function xmlText(text: string): string {
  if (UNWRITABLE.test(text)) {
    throw new InputError(`XML cannot hold the control characters of ${JSON.stringify(text)}; write CSV or JSON instead.`, {
      path: 'ids and attributes',
      found: JSON.stringify(text),
      allowed: 'characters of XML 1.0',
    });
  }
  return text.replace(/[&<>"']/g, (mark) => MARKUP[mark]).replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}
