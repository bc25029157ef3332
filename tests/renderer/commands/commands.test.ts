import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../renderer/commands/commands.ts';
import { commandForKey, type KeyPress, keysOf } from '../../../renderer/commands/shortcuts.ts';
import { REACHED_BY_KEYS } from './reached-by-keys.ts';

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isTyping: false,
  isBoxed: false,
  ...part,
});

const idFor = (key: KeyPress, isMac = false): string | null => commandForKey(key, isMac)?.id ?? null;

describe('the list of commands', () => {
  it('names each command once and gives no two the same keys', () => {
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = COMMANDS.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has a way by keys alone to each', () => {
    const reached = new Set<string>(Object.values(REACHED_BY_KEYS).flat());
    expect([...reached].sort()).toEqual(COMMANDS.map(({ id }) => id).sort());
  });

  it.each(['zh', 'en'])('has words for each command in %s', (language) => {
    const file = resolve(import.meta.dirname, `../../../resources/locales/${language}/commands.json`);
    const words = JSON.parse(readFileSync(file, 'utf8'));
    expect(COMMANDS.map(({ id }) => id).filter((id) => !words[id])).toEqual([]);
  });

  it('finds each command by its own keys', () => {
    for (const { id, shortcut } of COMMANDS) {
      if (shortcut === null) continue;
      const keys = shortcut.split('+');
      const part = {
        ctrlKey: keys.includes('Mod'),
        shiftKey: keys.includes('Shift'),
        altKey: keys.includes('Alt'),
      };
      expect(idFor(press(keys.at(-1) || '+', part)), shortcut).toBe(id);
    }
  });
});

it.each(['README.md', 'README.zh.md'])('%s names only keys that do what it says', (file) => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../..', file), 'utf8');
  const told = [...readme.matchAll(/`(Ctrl [^`]+)`/g)].map(([, keys]) => keys);
  const known = COMMANDS.flatMap(({ shortcut }) => (shortcut ? [keysOf(shortcut, false).join(' ')] : []));
  expect(told.length).toBeGreaterThan(3);
  expect(told.filter((keys) => !known.includes(keys as string))).toEqual([]);
  expect(readme).toMatch(/`Ctrl K` (goes to the search|检索书库)/);
  expect(idFor(press('k', { ctrlKey: true }))).toBe('focusSearch');
  expect(idFor(press('p', { ctrlKey: true }))).toBe('printArticle');
});

describe('keys', () => {
  it('are left alone while text is typed, unless they hold Control; undo is then the text’s own', () => {
    expect(idFor(press('j', { isTyping: true }))).toBeNull();
    expect(idFor(press('z', { isTyping: true, ctrlKey: true }))).toBeNull();
    expect(idFor(press('k', { isTyping: true, ctrlKey: true }))).toBe('focusSearch');
    expect(idFor(press('Escape', { isTyping: true }))).toBe('release');
  });

  it('do nothing below a box but take back what was done in it', () => {
    expect(idFor(press('x', { isBoxed: true }))).toBeNull();
    expect(idFor(press('5', { isBoxed: true, ctrlKey: true }))).toBeNull();
    expect(idFor(press('z', { isBoxed: true, ctrlKey: true }))).toBe('undo');
    expect(idFor(press('z', { isBoxed: true, isTyping: true, ctrlKey: true }))).toBeNull();
  });

  it('take Command on a Mac and Control elsewhere', () => {
    expect(idFor(press('k', { metaKey: true }), true)).toBe('focusSearch');
    expect(idFor(press('k', { metaKey: true }))).toBeNull();
    expect(idFor(press('k', { ctrlKey: true }), true)).toBeNull();
  });

  it('tell undo from redo by Shift', () => {
    expect(idFor(press('z', { ctrlKey: true }))).toBe('undo');
    expect(idFor(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('redo');
  });

  it('are shown in the signs of the system', () => {
    expect(keysOf('Mod+Shift+z', true)).toEqual(['⌘', '⇧', 'Z']);
    expect(keysOf('Mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  });
});
