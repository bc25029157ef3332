import type { FoundFact } from '@shared/model/fact.ts';
import {
  ARABIC_DIGITS,
  CHINESE_DIGITS,
  isArabicDigit,
  isChineseNumeral,
} from '@shared/numerals/characters.ts';
import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import { type Figure, factOfFigure, type Reading } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { readAgeWithoutUnit, readNamedAge } from './read-age.ts';
import { readMeasured } from './read-measured.ts';
import { readFirst, readFromEnd, readNth, readRank, readRoman } from './read-ordinal.ts';
import { readDoubled, readEach, readEachOne, readRepeated } from './read-rate.ts';
import { readPressure, readSharedUnit } from './read-shared-unit.ts';
import { readSigned } from './read-signed.ts';
import { readTally } from './read-tally.ts';
import { readSplit, readTerms } from './read-terms.ts';
import { readSpread, readTolerance } from './read-tolerance.ts';
import { CHARACTER_ROLES } from './roles.ts';
import { endOfCode, hasLeadingZero, isChainedNumber, isCode } from './skip-identifier.ts';

const nothingUntil = (end: number): Reading => ({ figure: null, end });

const reading = (figure: Figure): Reading => ({ figure, end: figure.end });

/** The end of the run of Chinese numeral characters around `at`: 十四五 is a name, not 十四 and 五. */
function endOfNumeralRun(text: string, at: number): number {
  let end = at;
  while (isChineseNumeral(text, end)) end += 1;
  return end;
}

/** 数以千计, 数以万计的: about as many as the scale word says. */
function readByScale(text: string, at: number): Reading | null {
  const scale = /^[数數]以([百千万萬亿億]|十万|百万|千万)[计計]/.exec(text.slice(at, at + 5));
  const numeral = scale && readNumeral(text, at + 2);
  if (numeral === null) return null;
  const { value } = numeral;
  const end = at + scale![0].length;
  return reading({
    start: at,
    end,
    kind: 'quantity',
    value,
    unit: null,
    bound: 'approx',
    rule: 'by-scale',
    confidence: 0.6,
  });
}

/** .125: a decimal whose zero is not printed. */
function withLeadingPoint(text: string, numeral: Numeral): Numeral {
  const { start, end, form } = numeral;
  const isDecimal = text[start - 1] === '.' && !/[0-9A-Za-z.)]/.test(text[start - 2] ?? ' ');
  if (!isDecimal || form !== 'arabic' || !/^[0-9]+$/.test(text.slice(start, end))) return numeral;
  return { ...numeral, start: start - 1, value: Number(text.slice(start - 1, end)) };
}

/** Numbers said loosely, in no form of numerals: from so much to so much. */
const LOOSE: readonly (readonly [words: string, from: number, to: number, form: Numeral['form']])[] = [
  ['百儿八十', 80, 100, 'chinese'],
  ['千儿八百', 800, 1000, 'chinese'],
  ['万儿八千', 8000, 10_000, 'chinese'],
  // In percent points, as every share.
  ['十之八九', 80, 90, 'ratio'],
  ['十有八九', 80, 90, 'ratio'],
];

function readLoose(text: string, at: number): Numeral | null {
  if (!/[儿之有]/.test(text[at + 1] ?? ' ')) return null;
  const found = LOOSE.find(([words]) => text.startsWith(words, at));
  if (found === undefined) return null;
  const [words, value, valueMax, form] = found;
  return { start: at, end: at + words.length, value, valueMax, bound: 'approx', form, bare: false };
}

function readNumber(text: string, at: number, knowledge: FiguresKnowledge): Reading {
  const plain = readLoose(text, at) ?? readNumeral(text, at);
  if (plain === null) return readByScale(text, at) ?? nothingUntil(at + 1);
  const split = readSplit(text, at);
  if (split !== null) return reading(split);
  const numeral = withLeadingPoint(text, plain);
  const { end } = numeral;
  const terms = readTerms(text, numeral, knowledge);
  if (terms !== null) return reading(terms);
  if (isCode(text, numeral)) return nothingUntil(end + 1);
  const spread = text[end] === '±' ? readSpread(text, numeral, knowledge) : null;
  if (spread !== null) return reading(spread);
  const pressure = readPressure(text, numeral, knowledge);
  if (pressure !== null) return reading(pressure);
  const arabicEnd = isArabicDigit(text, end - 1);
  if (arabicEnd && (isChainedNumber(text, end) || hasLeadingZero(text, numeral.start))) {
    return nothingUntil(Math.max(end, endOfCode(text, at)));
  }
  if (
    !arabicEnd &&
    numeral.form !== 'ratio' &&
    CHINESE_DIGITS[text.charCodeAt(end)]! >= 0 &&
    text[end] !== '两'
  ) {
    return nothingUntil(endOfNumeralRun(text, end));
  }
  // 三五成 of 三五成群.
  const idiom = numeral.form === 'ratio' ? knowledge.phrases.startingAt(text, at) : null;
  if (idiom !== null && at + idiom.word.length > end) return nothingUntil(at + idiom.word.length);
  if (numeral.form === 'chinese' || numeral.form === 'half') {
    const phrase = knowledge.phrases.startingAt(text, at);
    // 十一 is a feast, but 十一公里 are eleven.
    const isNumber = phrase !== null && at + phrase.word.length <= end && numeral.end - at > 1;
    const counted = isNumber ? readMeasured(text, numeral, knowledge) : null;
    if (counted !== null && counted.unit !== null) return reading(counted);
    if (phrase !== null) return nothingUntil(Math.max(at + phrase.word.length, end));
    const rank = readRank(text, numeral, knowledge);
    if (rank !== null) return rank;
    const each = readEachOne(text, numeral, knowledge);
    if (each !== null) return each;
  }
  const figure = readAgeWithoutUnit(text, numeral, knowledge) ?? readMeasured(text, numeral, knowledge);
  if (figure !== null && figure.rule !== 'noun-counted') return reading(figure);
  const shared = readTally(text, numeral) ?? readSharedUnit(text, numeral, knowledge) ?? figure;
  if (shared !== null) return reading(shared);
  const repeated = readRepeated(text, numeral, knowledge);
  if (repeated !== null) return repeated;
  return nothingUntil(arabicEnd ? Math.max(end, endOfCode(text, end)) : end);
}

/** Words after which 负 says minus; elsewhere it ends a word (减负, 胜负). */
const BEFORE_MINUS = /[^\p{Script=Han}]|[为是到至达约率长]/u;

/** A minus counts only where no other number or word ends: 20-30 is a range, 减负30亿元 no debt. */
function readMinus(text: string, at: number, knowledge: FiguresKnowledge): Reading {
  if ((text[at] === '负' || text[at] === '負') && at > 0 && !BEFORE_MINUS.test(text[at - 1]!)) {
    return nothingUntil(at + 1);
  }
  const before = text.charCodeAt(at - 1);
  const free = at === 0 || (ARABIC_DIGITS[before]! < 0 && !/[A-Za-z%℃度]/.test(text[at - 1]!));
  const signed = isArabicDigit(text, at + 1) || isChineseNumeral(text, at + 1);
  return free && signed ? readNumber(text, at, knowledge) : nothingUntil(at + 1);
}

/** ICU24张, LPR3.45%: an abbreviation with a figure right behind it. */
const ABBREVIATION = /^[A-Z]{2,6}(?=[0-9])/;
const LONGEST_ABBREVIATION = 7;
/** Units by which names are numbered as well: CRH2型, MU5735次, ISO9001级. */
const NUMBERING = /^[号次系型级代版期路层楼区室道届轮院座排条线國国]/;

function readAbbreviated(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  const letters = ABBREVIATION.exec(text.slice(at, at + LONGEST_ABBREVIATION))?.[0];
  const numeral = letters === undefined ? null : readNumeral(text, at + letters.length);
  if (numeral === null || numeral.form !== 'arabic') return null;
  if (!/[\p{Script=Han}%％]/u.test(text[numeral.end] ?? ' ') || NUMBERING.test(text[numeral.end]!))
    return null;
  const measured = readMeasured(text, numeral, knowledge);
  return measured !== null && measured.unit !== null ? reading(measured) : null;
}

function readLetters(text: string, at: number, knowledge: FiguresKnowledge): Reading {
  return (
    readSigned(text, at, knowledge) ??
    readAbbreviated(text, at, knowledge) ??
    nothingUntil(endOfCode(text, at))
  );
}

function readAt(text: string, at: number, knowledge: FiguresKnowledge): Reading {
  switch (CHARACTER_ROLES[text.charCodeAt(at)]) {
    case 'number':
      return readNumber(text, at, knowledge);
    case 'letter':
      return readLetters(text, at, knowledge);
    case 'minus':
      return readMinus(text, at, knowledge);
    case 'tolerance':
      return readTolerance(text, at, knowledge) ?? nothingUntil(at + 1);
    case 'money':
      return readSigned(text, at, knowledge) ?? nothingUntil(at + 1);
    case 'nth':
      return readNth(text, at, knowledge) ?? nothingUntil(at + 1);
    case 'last':
      return readFromEnd(text, at, knowledge) ?? nothingUntil(at + 1);
    case 'roman':
      return readRoman(text, at, knowledge) ?? nothingUntil(at + 1);
    case 'first':
      return readFirst(text, at, knowledge) ?? nothingUntil(at + 1);
    case 'each':
      return readEach(text, at, knowledge) ?? nothingUntil(at + 1);
    case 'doubled':
      return readDoubled(text, at, knowledge) ?? nothingUntil(at + 1);
    case 'aged': {
      const age = readNamedAge(text, at);
      return age === null ? nothingUntil(at + 1) : reading(age);
    }
    default:
      return nothingUntil(at + 1);
  }
}

/**
 * Figures of a text in one pass, in order, none overlapping another; each place is read once or skipped.
 * @param text with half-width letters and digits (`foldWidth`).
 */
export function findFigures(text: string, knowledge: FiguresKnowledge): FoundFact[] {
  const found: FoundFact[] = [];
  let at = 0;
  while (at < text.length) {
    if (CHARACTER_ROLES[text.charCodeAt(at)] === undefined) {
      at += 1;
      continue;
    }
    const { figure, end } = readAt(text, at, knowledge);
    if (figure !== null) found.push(factOfFigure(text, figure));
    at = Math.max(end, at + 1);
  }
  return found;
}
