import type { Numeral } from '@shared/numerals/numeral.ts';

const isLetter = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const JOINERS = new Set([...'.-_/:@#&=?%+~'].map((character) => character.charCodeAt(0)));

/** The end of a run of letters and digits with single joiners between: 5G, COVID-19, PM2.5, www.a.cn/b?c=1. */
export function endOfCode(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (isLetter(unit) || isDigit(unit)) end += 1;
    else if (JOINERS.has(unit) && end > at) {
      let next = end;
      while (JOINERS.has(text.charCodeAt(next))) next += 1;
      const after = text.charCodeAt(next);
      if (!isLetter(after) && !isDigit(after)) break;
      end = next;
    } else break;
  }
  return end;
}

/** Digits joined to more digits by `-`, `/`, `:` or a second point: dates, clock times, telephone numbers, scores. */
export function isChainedNumber(text: string, numeralEnd: number): boolean {
  const joiner = text[numeralEnd];
  if (joiner !== '-' && joiner !== '/' && joiner !== ':' && joiner !== '.' && joiner !== '：') return false;
  return isDigit(text.charCodeAt(numeralEnd + 1));
}

/** A leading zero with no decimal point shows an identifier: 007, 0571. */
export function hasLeadingZero(text: string, at: number): boolean {
  return text[at] === '0' && isDigit(text.charCodeAt(at + 1));
}

/** So many digits before 号 number no house and no street. */
const LONGEST_NUMBER = 5;

/** （2021）粤0304刑初 before 1273号: the year and court of a case. */
const CASE_NUMBER = /[（(〔[](?:19|20)\d{2}[）)〕\]][^\s，。；、]{1,12}$/;
const LONGEST_CASE_NUMBER = 18;

/** 107国道, 302路: a road or a line by its number; 8路纵队 counts. */
const NUMBERED_ROAD = /^(?:[国國省县縣乡鄉]道|路(?![大人纵縱队隊诸]))/;

/** 12 in 〔2023〕12号, 20230012 in 京20230012号: the number of a paper or a licence; 24 in 7×24小时. */
export function isCode(text: string, { start, end, form }: Numeral): boolean {
  if (form !== 'arabic') return false;
  const before = text[start - 1] ?? ' ';
  if (/[〕］】]/.test(before) && text[end] === '号') return true;
  if (text[end] === '号' && end - start > LONGEST_NUMBER) return true;
  if (text[end] === '号' && CASE_NUMBER.test(text.slice(Math.max(0, start - LONGEST_CASE_NUMBER), start)))
    return true;
  if (/^号[楼院线門门馆厅井]/.test(text.slice(end, end + 2))) return true;
  if (NUMBERED_ROAD.test(text.slice(end, end + 2))) return true;
  return /[×*xX]/.test(before) && isDigit(text.charCodeAt(start - 2)) && text.startsWith('小时', end);
}
