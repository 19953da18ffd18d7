import { InputError } from '../../parameter/index.ts';
import { checkNetworkLimits } from '../limits.ts';
import { ByteDecoder } from './decode-bytes.ts';
import { counted } from './imported-network.ts';

interface ChunkReader {
  read(): Promise<{ done: boolean; value?: Uint8Array | string }>;
  releaseLock(): void;
}

/** Text or bytes, whole or in pieces: a string, a Node file stream, a Blob's stream, any iterable of pieces. */
export type Content =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>
  | { getReader(): ChunkReader };

/** A file to read: its name (for messages and to guess the format) and its content. */
export interface NetworkFile {
  readonly name: string;
  readonly content: Content;
  /** Size in bytes where it is known beforehand, so that a file too large is refused before it is read. */
  readonly bytes?: number;
}

/** Formats that are read as one document (XML, JSON, GML) take up to 25 times their size in memory. */
const DOCUMENT_BYTES = 67_108_864;

/** Pieces are joined until they are this long (characters), so that readers do not pay per tiny piece. */
const PIECE = 65_536;
/** Bytes decoded at once, so that no string nears the longest that an engine can hold. */
const SLICE = 1_048_576;

/**
 * The text of a file, piece by piece, without its byte-order mark, in the encoding that `ByteDecoder` finds; what it had to guess goes into `warnings`.
 * Throws an InputError for a file that is too large (at once where the size is known), compressed or binary.
 */
export async function* textPieces(file: NetworkFile, warnings: string[]): AsyncGenerator<string> {
  checkNetworkLimits({ bytes: file.bytes }, 'file', file.name);
  let text = '';
  for await (const piece of decoded(file, warnings)) {
    text = text === '' ? piece : text + piece;
    if (text.length < PIECE) continue;
    refuseBinary(text, file.name);
    yield text;
    text = '';
  }
  refuseBinary(text, file.name);
  if (text !== '') yield text;
}

/** The whole text of a document of bounded size. */
export async function wholeText(pieces: AsyncIterable<string>, file: NetworkFile): Promise<string> {
  if (file.bytes !== undefined && file.bytes > DOCUMENT_BYTES) throw tooLargeADocument(file, file.bytes);
  const parts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > DOCUMENT_BYTES) throw tooLargeADocument(file, length);
    parts.push(piece);
  }
  return parts.join('');
}

function tooLargeADocument(file: NetworkFile, bytes: number): InputError {
  const allowed = `at most ${DOCUMENT_BYTES} bytes in GraphML, GEXF, GML or JSON`;
  return new InputError(
    `${file.name}: the document is too large to be read whole (${counted(bytes, 'byte')}). Convert it to an edge list or Pajek.`,
    {
      file: file.name,
      path: 'file',
      found: `${bytes} bytes`,
      allowed,
    },
  );
}

async function* decoded(file: NetworkFile, warnings: string[]): AsyncGenerator<string> {
  const decoder = new ByteDecoder(file.name, warnings);
  let bytes = 0;
  let start = true;
  for await (const chunk of chunksOf(file.content)) {
    bytes += chunk.length;
    checkNetworkLimits({ bytes }, 'file', file.name);
    if (typeof chunk === 'string') {
      yield start && chunk.startsWith('\ufeff') ? chunk.slice(1) : chunk;
    } else {
      for (let at = 0; at < chunk.length; at += SLICE) yield decoder.decode(chunk.subarray(at, at + SLICE));
    }
    start &&= chunk.length === 0;
  }
  yield decoder.end();
}

async function* chunksOf(content: Content): AsyncGenerator<string | Uint8Array> {
  if (typeof content === 'string') {
    for (let at = 0; at < content.length; at += PIECE) yield content.slice(at, at + PIECE);
  } else if (content instanceof Uint8Array) {
    yield content;
  } else if (Symbol.asyncIterator in content || Symbol.iterator in content) {
    yield* content;
  } else {
    const reader = content.getReader();
    try {
      for (let step = await reader.read(); !step.done; step = await reader.read()) {
        if (step.value !== undefined) yield step.value;
      }
    } finally {
      reader.releaseLock();
    }
  }
}

function refuseBinary(text: string, name: string): void {
  if (!text.includes('\0')) return;
  const [found, allowed] = ['a zero byte', 'a text file'];
  throw new InputError(`${name}: found ${found}; expected ${allowed}.`, { file: name, path: 'file', found, allowed });
}
