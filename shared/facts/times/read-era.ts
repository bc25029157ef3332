import { readGroup } from '@shared/numerals/read-group.ts';
import { type CalendarNumber, endOfJoiner, readCalendarNumber } from './calendar-number.ts';
import { finished, newDraft, type Reading } from './reading.ts';

interface Years {
  readonly from: number;
  readonly to: number;
}

/** Which years of a decade its beginning, middle and end are. */
const DECADE_PARTS: readonly (readonly [string, number, number])[] = [
  ['初期', 0, 3],
  ['初', 0, 3],
  ['前期', 0, 4],
  ['中期', 4, 6],
  ['中叶', 4, 6],
  ['后期', 5, 9],
  ['末期', 7, 9],
  ['末', 7, 9],
];

/** Which years of a century its beginning, middle and end are. */
const CENTURY_PARTS: readonly (readonly [string, number, number])[] = [
  ['上半叶', 1, 50],
  ['前半叶', 1, 50],
  ['下半叶', 51, 100],
  ['后半叶', 51, 100],
  ['初', 1, 10],
  ['中叶', 41, 60],
  ['中期', 41, 60],
  ['后期', 71, 100],
  ['末', 91, 100],
];

function readingOfYears({ from, to }: Years, end: number): Reading {
  const draft = newDraft(end);
  draft.moment = { origin: 'calendar', year: from };
  draft.to = { year: to };
  return finished(draft, 'years-of-era', 0.9);
}

function readDecade(text: string, number: CalendarNumber, century: number): Reading | null {
  if (!text.startsWith('年代', number.end)) return null;
  const { value, width, arabic } = number;
  const full = width === 4 && (arabic || number.inRow);
  if (value % 10 !== 0 || (!full && value > 90)) return null;
  const first = full ? value : (century > 0 ? (century - 1) * 100 : value < 20 ? 2000 : 1900) + value;
  const end = number.end + 2;
  const part = DECADE_PARTS.find(([word]) => text.startsWith(word, end));
  if (part === undefined) return readingOfYears({ from: first, to: first + 9 }, end);
  return readingOfYears({ from: first + part[1], to: first + part[2] }, end + part[0].length);
}

/** 90年代初, 1980年代, 20世纪80年代, 20世纪末, 90后. */
export function readNumberedEra(text: string, at: number): Reading | null {
  const number = readCalendarNumber(text, at);
  if (number === null) return readDecadePair(text, at, 20);
  const listed = readListedDecades(text, number, 20);
  if (listed !== null) return listed;
  if (
    /^世[纪紀]/.test(text.slice(number.end, number.end + 2)) &&
    number.value > 0 &&
    number.value <= 21 &&
    number.width <= 3
  )
    return readCentury(text, number.end + 2, number.value);
  return readDecade(text, number, 0) ?? readGeneration(text, number);
}

/** 五六十年代, 八、九十年代. */
function readDecadePair(text: string, at: number, century: number): Reading | null {
  const pair = readGroup(text, at);
  if (pair?.valueMax === undefined || pair.valueMax > 90 || !text.startsWith('年代', pair.end)) return null;
  const first = (century - 1) * 100;
  return readingOfYears({ from: first + pair.value, to: first + 9 + pair.valueMax }, pair.end + 2);
}

/** 70、80年代, 七十至九十年代: the first and the last of decades that share one 年代. */
function readListedDecades(text: string, first: CalendarNumber, century: number): Reading | null {
  const isDecade = ({ value }: CalendarNumber): boolean => value % 10 === 0 && value >= 10 && value <= 90;
  const joined = /[、和与]/.test(text[first.end] ?? ' ') ? first.end + 1 : endOfJoiner(text, first.end);
  const last = joined > first.end && isDecade(first) ? readCalendarNumber(text, joined) : null;
  if (last === null || !isDecade(last) || last.value <= first.value) return null;
  if (!text.startsWith('年代', last.end)) return null;
  const base = (century - 1) * 100;
  return readingOfYears({ from: base + first.value, to: base + last.value + 9 }, last.end + 2);
}

/** @param at after 世纪. */
export function readCentury(text: string, at: number, century: number): Reading {
  const number = readCalendarNumber(text, at);
  const decade =
    number === null
      ? readDecadePair(text, at, century)
      : (readListedDecades(text, number, century) ?? readDecade(text, number, century));
  if (decade !== null) return decade;
  const first = (century - 1) * 100;
  const part = CENTURY_PARTS.find(([word]) => text.startsWith(word, at));
  if (part !== undefined)
    return readingOfYears({ from: first + part[1], to: first + part[2] }, at + part[0].length);
  return readingOfYears({ from: first + 1, to: first + 100 }, at);
}

/** 后 begins other words before these: 后来, 后续. */
const AFTER_GENERATION = new Set([...'来续期面天']);

/** People born in a decade or half of one: 90后, 95后. */
function readGeneration(text: string, number: CalendarNumber): Reading | null {
  const { value, width, end, arabic, inRow } = number;
  if (text[end] !== '后' || width !== 2 || value % 5 !== 0 || (!arabic && !inRow)) return null;
  if (AFTER_GENERATION.has(text[end + 1] ?? '')) return null;
  const first = (value < 30 ? 2000 : 1900) + value;
  return readingOfYears({ from: first, to: first + (value % 10 === 0 ? 9 : 4) }, end + 1);
}
