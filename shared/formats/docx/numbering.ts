import { walkXml } from '../xml/walk-xml.ts';
import { printCount } from './print-count.ts';

interface Level {
  start: number;
  format: string;
  /** `第%1章`: a place for each level's number. */
  pattern: string;
  /** Numbers of higher levels are printed in digits. */
  isDigits: boolean;
  /** Level, from 0, whose next number begins this one again; null for every higher one. */
  restartsAfter: number | null;
}

interface List {
  readonly outline: string;
  /** Numbers that this list begins a level with, and levels that it has of its own. */
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

const newLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  pattern: '',
  isDigits: false,
  restartsAfter: null,
});

/** Prints the numbers that a document does not store and every program shows in front of its paragraphs. */
export interface Numbering {
  /**
   * The label of the next paragraph of a list, empty where it has none.
   * @param level from 0; null where only the style names the list.
   */
  next(list: string, level: number | null, style: string | null): string;
}

/** Lists of `numbering.xml` (ECMA-376-1, 17.9). */
export function readNumbering(bytes: Uint8Array | null): Numbering {
  const outlines = new Map<string, Map<number, Level>>();
  const styled = new Map<string, number>();
  const lists = new Map<string, List>();
  if (bytes) walkNumbering(bytes, outlines, styled, lists);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next: (id, given, style) => {
      const list = lists.get(id);
      if (!list) return '';
      const { outline } = list;
      const level = given ?? (style === null ? undefined : styled.get(`${outline} ${style}`)) ?? 0;
      const levelAt = (at: number): Level | undefined =>
        list.levels.get(at) ?? outlines.get(outline)?.get(at);
      const own = levelAt(level);
      if (!own) return '';
      const numbers = counts.get(outline) ?? [];
      counts.set(outline, numbers);
      // A list that shares its outline goes on counting, unless it says where it begins.
      const begins = begun.has(`${id} ${level}`) ? undefined : list.starts.get(level);
      begun.add(`${id} ${level}`);
      numbers[level] = begins ?? (numbers[level] ?? own.start - 1) + 1;
      for (let below = level + 1; below < 9; below++) {
        const after = levelAt(below)?.restartsAfter ?? null;
        if (after === null || level <= after) delete numbers[below];
      }
      return printLabel(own, numbers, levelAt);
    },
  };
}

function printLabel(
  { pattern, format, isDigits }: Level,
  numbers: readonly number[],
  levelAt: (level: number) => Level | undefined,
): string {
  if (format === 'bullet' || format === 'none') return '';
  return pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const level = levelAt(at);
    const number = numbers[at] ?? level?.start ?? 1;
    return printCount(number, isDigits ? 'decimal' : (level?.format ?? 'decimal'));
  });
}

function walkNumbering(
  bytes: Uint8Array,
  outlines: Map<string, Map<number, Level>>,
  styled: Map<string, number>,
  lists: Map<string, List>,
): void {
  let outline = '';
  let levels = new Map<number, Level>();
  let level = newLevel();
  let at = 0;
  let list: List | null = null;
  let listId = '';
  walkXml(bytes, {
    open: (name, attributes) => {
      const { val = '' } = attributes;
      switch (name) {
        case 'abstractNum':
          outline = attributes.abstractNumId ?? '';
          levels = new Map();
          outlines.set(outline, levels);
          return;
        case 'num':
          listId = attributes.numId ?? '';
          return;
        case 'abstractNumId':
          list = { outline: val, starts: new Map(), levels: new Map() };
          lists.set(listId, list);
          return;
        case 'lvlOverride':
          at = Number(attributes.ilvl) || 0;
          return;
        case 'startOverride':
          list?.starts.set(at, Number(val) || 0);
          return;
        case 'lvl':
          at = Number(attributes.ilvl) || 0;
          level = newLevel();
          (list ? list.levels : levels).set(at, level);
          return;
        case 'start':
          level.start = Number(val) || 0;
          return;
        case 'numFmt':
          level.format = val;
          return;
        case 'lvlText':
          level.pattern = val;
          return;
        case 'isLgl':
          level.isDigits = val !== '0' && val !== 'false';
          return;
        case 'lvlRestart':
          level.restartsAfter = Number(val) - 1;
          return;
        case 'pStyle':
          styled.set(`${outline} ${val}`, at);
      }
    },
    close: (name) => {
      if (name === 'num') list = null;
    },
  });
}
