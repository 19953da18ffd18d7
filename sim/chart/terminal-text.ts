import { terminalWidth } from './text-size.ts';

/** A name as a terminal may show it: no controls or escapes that would move the cursor, colour the screen or turn the direction. */
export function plainText(text: string): string {
  return text.replace(/\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, '?');
}

/** Cut to at most this many columns. */
export function cutTo(text: string, columns: number): string {
  if (terminalWidth(text) <= columns) return text;
  const characters = [...text];
  while (characters.length > 0 && terminalWidth(characters.join('')) > columns - 1) characters.pop();
  return `${characters.join('')}~`;
}

export function padRight(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - terminalWidth(text)));
}

export function padLeft(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - terminalWidth(text))) + text;
}
