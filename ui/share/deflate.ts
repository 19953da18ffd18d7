import { InputError } from '../../sim/parameter/index.ts';

/** Text, deflated (raw, RFC 1951), as base64url without padding (RFC 4648, section 5). */
export async function deflated(text: string): Promise<string> {
  const bytes = await gathered(through(new TextEncoder().encode(text), new CompressionStream('deflate-raw')), Number.POSITIVE_INFINITY);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The text again. Inflation stops as soon as there is more than allowed: a small link cannot fill the memory.
 *
 * @param most bytes of the text
 * @throws InputError when it is no such text, or too long
 */
export async function inflated(packed: string, most: number): Promise<string> {
  if (!/^[\w-]*$/.test(packed)) throw damaged('a character that is not base64url');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  } catch {
    throw damaged('text that is cut off');
  }
  let whole: Uint8Array;
  try {
    whole = await gathered(through(bytes, new DecompressionStream('deflate-raw')), most);
  } catch (error) {
    throw error instanceof InputError ? error : damaged('data that cannot be unpacked');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    throw damaged('text that is not UTF-8');
  }
}

function through(bytes: Uint8Array<ArrayBuffer>, transform: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

async function gathered(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    length += step.value.length;
    if (length > most) {
      await reader.cancel();
      throw new InputError('the link unpacks to too much', {
        path: 'link',
        found: `more than ${most} bytes`,
        allowed: `at most ${most} bytes`,
      });
    }
    parts.push(step.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function damaged(found: string): InputError {
  return new InputError('the link is damaged', { path: 'link', found, allowed: 'the whole link, as it was copied' });
}
