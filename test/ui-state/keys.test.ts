import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../ui/command/command.ts';
import { isStroke, type KeyPress, KeyReader, keyCaps, strokesOf } from '../../ui/command/keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const command = (id: string, keys: string[], enabled?: () => boolean): Command => ({
  id,
  title: id,
  group: 'Help',
  keys,
  run: () => undefined,
  ...(enabled !== undefined && { enabled }),
});

const COMMANDS = [
  command('palette', ['Ctrl+K']),
  command('help', ['?']),
  command('network', ['g n']),
  command('tribes', ['g t']),
  command('pause', ['p']),
];

describe('keys of a command', () => {
  it('are read with their modifiers', () => {
    expect(strokesOf('Ctrl+Shift+Z')).toEqual([{ ctrl: true, alt: false, shift: true, key: 'z' }]);
    expect(strokesOf('g n').map((stroke) => stroke.key)).toEqual(['g', 'n']);
    expect(strokesOf('Ctrl++')).toEqual([{ ctrl: true, alt: false, shift: false, key: '+' }]);
    expect(() => strokesOf('Hyper+Q')).toThrow('not keys');
  });

  it('are met by Ctrl or Command, and by letters whatever their case', () => {
    const [undo] = strokesOf('Ctrl+Z');
    expect(isStroke(press('z', { ctrlKey: true }), undo)).toBe(true);
    expect(isStroke(press('z', { metaKey: true }), undo)).toBe(true);
    expect(isStroke(press('Z', { ctrlKey: true }), undo)).toBe(true);
    expect(isStroke(press('Z', { ctrlKey: true, shiftKey: true }), undo)).toBe(false);
    expect(isStroke(press('z'), undo)).toBe(false);
  });

  it('are met by a character that takes Shift on some keyboards and not on others', () => {
    const [help] = strokesOf('?');
    expect(isStroke(press('?', { shiftKey: true }), help)).toBe(true);
    expect(isStroke(press('?'), help)).toBe(true);
    expect(isStroke(press('?', { ctrlKey: true }), help)).toBe(false);
  });

  it('are drawn as caps', () => {
    expect(keyCaps('Ctrl+Shift+Z', false)).toEqual([['Ctrl', 'Shift', 'Z']]);
    expect(keyCaps('Ctrl+K', true)).toEqual([['⌘', 'K']]);
    expect(keyCaps('Shift+?', false)).toEqual([['?']]);
    expect(keyCaps('g n', false)).toEqual([['G'], ['N']]);
  });
});

describe('what is typed', () => {
  const id = (found: Command | 'wait' | null) => (found === null || found === 'wait' ? found : found.id);

  it('is a command at once, or after its second stroke', () => {
    const reader = new KeyReader();
    expect(id(reader.read(press('k', { ctrlKey: true }), COMMANDS, false, 0))).toBe('palette');
    expect(id(reader.read(press('g'), COMMANDS, false, 10))).toBe('wait');
    expect(id(reader.read(press('n'), COMMANDS, false, 20))).toBe('network');
    expect(id(reader.read(press('n'), COMMANDS, false, 30))).toBe(null);
  });

  it('does not wait for ever for the second stroke', () => {
    const reader = new KeyReader();
    reader.read(press('g'), COMMANDS, false, 0);
    expect(id(reader.read(press('n'), COMMANDS, false, 5000))).toBe(null);
  });

  it('may be a false start: the last stroke then counts alone', () => {
    const reader = new KeyReader();
    reader.read(press('g'), COMMANDS, false, 0);
    expect(id(reader.read(press('p'), COMMANDS, false, 10))).toBe('pause');
    reader.read(press('g'), COMMANDS, false, 20);
    expect(id(reader.read(press('g'), COMMANDS, false, 30))).toBe('wait');
    expect(id(reader.read(press('t'), COMMANDS, false, 40))).toBe('tribes');
  });

  it('is text while text is written, but for keys with Ctrl or Alt', () => {
    const reader = new KeyReader();
    for (const key of ['g', 'n', 'p', '?']) expect(reader.read(press(key), COMMANDS, true, 0)).toBe(null);
    expect(id(reader.read(press('k', { ctrlKey: true }), COMMANDS, true, 10))).toBe('palette');
  });

  it('passes over a command that is not enabled, to one that is', () => {
    const shared = [command('off', ['x'], () => false), command('on', ['x'])];
    expect(id(new KeyReader().read(press('x'), shared, false, 0))).toBe('on');
    expect(id(new KeyReader().read(press('x'), shared.slice(0, 1), false, 0))).toBe(null);
  });

  it('never means anything for modifiers alone, nor for keys that no command has', () => {
    const others = fc.constantFrom('Tab', 'Enter', ' ', 'ArrowLeft', 'Escape', 'F5', 'Shift', 'Control', 'Meta', 'Alt', 'Dead');
    fc.assert(
      fc.property(fc.array(others, { maxLength: 6 }), fc.boolean(), (keys, ctrlKey) => {
        const reader = new KeyReader();
        for (const key of keys) expect(reader.read(press(key, { ctrlKey }), COMMANDS, false, 0)).toBe(null);
      }),
    );
  });
});
