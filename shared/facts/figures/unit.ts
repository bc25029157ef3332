import { lexiconLines, wordsUnder } from '@shared/text/lexicon-lines.ts';
import { WordTable } from '@shared/text/word-table.ts';

/** What a unit makes of the number before it. */
export type UnitKind = 'count' | 'measure' | 'money' | 'money-part' | 'percent' | 'age' | 'multiple';

export interface Unit {
  readonly kind: UnitKind;
  /** The unit as a fact names it: as printed, % for every percent sign, the ISO code for money. */
  readonly name: string;
  /** What is measured (length, area …); empty for what is counted. */
  readonly dimension: string;
  /** How many base units of its dimension one of it is; null where it has none. */
  readonly factor: number | null;
  /** Needs Arabic digits or a numeral of several characters before it. */
  readonly weak: boolean;
  /** 大: needs a Chinese numeral before it and a noun behind it. */
  readonly counted: boolean;
}

/** The files under `resources/` that hold units, classifiers and currencies. */
export const UNIT_FILES = [
  'lexicons/units/units.tsv',
  'lexicons/units/weak.txt',
  'lexicons/classifiers/classifiers.txt',
  'lexicons/currencies/signs.tsv',
  'lexicons/currencies/names.tsv',
  'lexicons/currencies/spoken.tsv',
  'lexicons/currencies/parts.tsv',
] as const;

const KINDS_OF_DIMENSION: Record<string, UnitKind> = {
  percent: 'percent',
  points: 'percent',
  'basis-points': 'percent',
  age: 'age',
  multiple: 'multiple',
  index: 'count',
};

/** Percent signs of all makes count percent points; ages in months keep their unit. */
function nameOfUnit(form: string, dimension: string): string {
  if (dimension === 'percent') return '%';
  if (dimension === 'points') return '个百分点';
  if (dimension === 'basis-points') return '个基点';
  if (form === '高龄') return '岁';
  return form;
}

export function readUnits(read: (path: string) => string): WordTable<Unit> {
  const weak = new Set(lexiconLines(read('lexicons/units/weak.txt')).flatMap(([words]) => words!.split(' ')));
  const words: (readonly [string, Unit])[] = [];
  const classifiers = lexiconLines(read('lexicons/classifiers/classifiers.txt'));
  for (const group of ['plain', 'weak', 'counted']) {
    for (const form of wordsUnder(classifiers, group)) {
      const unit = { kind: 'count', name: form, dimension: '', factor: null } as const;
      words.push([form, { ...unit, weak: group === 'weak', counted: group === 'counted' }]);
    }
  }
  for (const [forms, dimension, factor] of lexiconLines(read('lexicons/units/units.tsv'))) {
    for (const form of forms!.split('|')) {
      const kind = KINDS_OF_DIMENSION[dimension!] ?? 'measure';
      const name = nameOfUnit(form, dimension!);
      const size = factor ? Number(factor) : null;
      words.push([
        form,
        { kind, name, dimension: dimension!, factor: size, weak: weak.has(form), counted: false },
      ]);
    }
  }
  for (const [code, signs] of lexiconLines(read('lexicons/currencies/signs.tsv'))) {
    for (const sign of signs!.split(' ')) words.push([sign, moneyUnit('money', code!, 1, weak.has(sign))]);
  }
  for (const path of ['lexicons/currencies/names.tsv', 'lexicons/currencies/spoken.tsv']) {
    for (const [code, names] of lexiconLines(read(path))) {
      for (const form of names!.split(' ')) words.push([form, moneyUnit('money', code!, 1, weak.has(form))]);
    }
  }
  for (const [code, share, names] of lexiconLines(read('lexicons/currencies/parts.tsv'))) {
    for (const form of names!.split(' ')) {
      // 分 and 角 are money only behind 元; 分钱, 美分 and the like stand alone.
      if (form.length > 1) words.push([form, moneyUnit('money', code!, Number(share), weak.has(form))]);
    }
  }
  return new WordTable(words);
}

const moneyUnit = (kind: UnitKind, code: string, factor: number, weak: boolean): Unit => ({
  kind,
  name: code,
  dimension: 'money',
  factor,
  weak,
  counted: false,
});

/** 元 and its parts as they follow each other in 三元五角二分; 毫 is what Hong Kong says for 角. */
export const PARTS_OF_YUAN = new WordTable([
  ['角', 0.1],
  ['毛', 0.1],
  ['毫', 0.1],
  ['分', 0.01],
] as const);
