import type { Command } from './command.ts';

/** One stroke of a command's keys. */
export interface Stroke {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** As `KeyboardEvent.key` has it, letters in lower case. */
  readonly key: string;
}

/** What of a keyboard event decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Reads `Ctrl+Shift+Z`, or `g n` for two strokes one after the other. @throws Error for keys that no event could have */
export function strokesOf(keys: string): readonly Stroke[] {
  return keys.split(' ').map((text) => {
    const parts = text === '+' ? ['+'] : text.split(/\+(?=.)/);
    const key = parts[parts.length - 1];
    const modifiers = parts.slice(0, -1);
    if (key === '' || modifiers.some((each) => !['Ctrl', 'Alt', 'Shift'].includes(each))) throw new Error(`not keys: ${keys}`);
    return {
      ctrl: modifiers.includes('Ctrl'),
      alt: modifiers.includes('Alt'),
      shift: modifiers.includes('Shift'),
      key: key.length === 1 ? key.toLowerCase() : key,
    };
  });
}

/** Whether an event is this stroke. Command counts as Ctrl; Shift does not count where it only makes the character, as in `?`. */
export function isStroke(press: KeyPress, stroke: Stroke): boolean {
  const character = press.key.length === 1;
  const madeByShift = character && press.key.toLowerCase() === press.key.toUpperCase();
  return (
    (character ? press.key.toLowerCase() : press.key) === stroke.key &&
    (press.ctrlKey || press.metaKey) === stroke.ctrl &&
    press.altKey === stroke.alt &&
    (madeByShift || press.shiftKey === stroke.shift)
  );
}

/** Strokes further apart than this, in milliseconds, do not belong together. */
const PATIENCE = 1500;

/** Finds the command that was typed, stroke by stroke. */
export class KeyReader {
  #strokes: KeyPress[] = [];
  #last = 0;

  /**
   * @param writing whether text is being written, which only keys with Ctrl or Alt interrupt
   * @param now in milliseconds, on any clock
   * @returns the command to run; `wait` when what was typed so far could become one; null when it means nothing here
   */
  read(press: KeyPress, commands: readonly Command[], writing: boolean, now: number): Command | 'wait' | null {
    if (['Control', 'Meta', 'Shift', 'Alt'].includes(press.key)) return null;
    if (writing && !press.ctrlKey && !press.metaKey && !press.altKey) {
      this.#strokes = [];
      return null;
    }
    const before = now - this.#last > PATIENCE ? [] : this.#strokes;
    this.#last = now;
    // What was typed before may be a false start: then this stroke alone counts.
    for (const typed of before.length === 0 ? [[press]] : [[...before, press], [press]]) {
      const found = this.#match(typed, commands);
      if (found === null) continue;
      this.#strokes = found === 'wait' ? typed : [];
      return found;
    }
    this.#strokes = [];
    return null;
  }

  #match(typed: readonly KeyPress[], commands: readonly Command[]): Command | 'wait' | null {
    let wait = false;
    for (const command of commands) {
      for (const keys of command.keys ?? []) {
        const strokes = strokesOf(keys);
        if (strokes.length < typed.length || !typed.every((press, at) => isStroke(press, strokes[at]))) continue;
        if (strokes.length > typed.length) wait = true;
        else if (command.enabled?.() ?? true) return command;
      }
    }
    return wait ? 'wait' : null;
  }
}

const MAC_NAMES: Readonly<Record<string, string>> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥' };

/** Keys as caps to draw: `[['Ctrl', 'K']]`, one list for each stroke. */
export function keyCaps(keys: string, mac: boolean): readonly (readonly string[])[] {
  return keys.split(' ').map((text) => {
    const parts = text === '+' ? ['+'] : text.split(/\+(?=.)/);
    const caps = parts.map((part) => (part.length === 1 ? part.toUpperCase() : part));
    // The character says by itself that Shift is held.
    const shown = caps.length === 2 && caps[0] === 'Shift' && !/[A-Z]/.test(caps[1]) ? caps.slice(1) : caps;
    return mac ? shown.map((cap) => MAC_NAMES[cap] ?? cap) : shown;
  });
}
