import type { PrintedImprint } from './printed-page.ts';

/** What a folio is printed from. */
export interface FolioFacts {
  readonly paper: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: string;
  readonly page: number;
  readonly section: string;
  readonly editor: string;
  readonly designer: string;
}

/** Lines of a folio and what they say. */
export interface Folio {
  readonly lines: readonly string[];
  readonly imprint: PrintedImprint;
}

const two = (n: number): string => String(n).padStart(2, '0');
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const DIGITS = '〇一二三四五六七八九';
const spoken = (n: number): string =>
  n < 10
    ? (DIGITS[n] as string)
    : `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
const numerals = (n: number, zero = '〇'): string =>
  [...String(n)]
    .map((digit) => DIGITS[Number(digit)] as string)
    .join('')
    .replaceAll('〇', zero);

const date = ({ year, month, day }: FolioFacts): string => `${year}年${month}月${day}日`;
const iso = ({ year, month, day }: FolioFacts): string => `${year}-${two(month)}-${two(day)}`;
const republic = ({ year }: FolioFacts): number => year - 1911;

/** `print` gives the lines; what of paper, date and edition they print is said beside them. */
const form =
  (says: string, print: (facts: FolioFacts) => readonly string[], edition = (page: number) => String(page)) =>
  (facts: FolioFacts): Folio => ({
    lines: print(facts),
    imprint: {
      ...(says.includes('p') ? { newspaper: facts.paper } : {}),
      ...(says.includes('d') ? { date: iso(facts) } : {}),
      ...(says.includes('e') ? { edition: edition(facts.page) } : {}),
    },
  });

/** Forms of folios, by a name that tells them apart: `p`, `d`, `e` say what is printed of paper, date, edition. */
export const FOLIO_FORMS = {
  plain: form('de', (f) => [`${date(f)} 星期${f.weekday} 第${f.page}版 ${f.section}`]),
  editor: form('de', (f) => [`${date(f)} 星期${f.weekday} 第${f.page}版 责任编辑：${f.editor}`]),
  dashed: form('de', (f) => [
    `第${two(f.page)}版：${f.section}　${iso(f)}　责编：${f.editor} 版式：${f.designer}`,
  ]),
  wide: form('de', (f) => [
    wide(`${date(f)}`).concat(`　星期${f.weekday}　${wide(`第${f.page}版`)}　${f.section}`),
  ]),
  'wide-paper': form('pde', (f) => [
    `${f.section}　${f.paper}　${wide(date(f))}　星期${f.weekday}　${wide(two(f.page))}`,
  ]),
  'paper-date': form('pd', (f) => [`${f.paper}　${date(f)}`]),
  'paper-edition': form('pde', (f) => [`${f.paper}　${date(f)}　第${f.page}版`]),
  'glued-paper': form('pde', (f) => [`${date(f)}${f.paper} 第${f.page}版`]),
  numerals: form('de', (f) => [
    `${numerals(f.year)}年${spoken(f.month)}月${spoken(f.day)}日　星期${f.weekday}　第${spoken(f.page)}版`,
  ]),
  'numerals-circle': form('pde', (f) => [
    f.paper,
    `${numerals(f.year, '○')}年${spoken(f.month)}月${spoken(f.day)}日　星期${f.weekday}　第${spoken(f.page)}版`,
  ]),
  republic: form('de', (f) => [
    `中华民国${numerals(republic(f))}年${spoken(f.month)}月${spoken(f.day)}日　星期${f.weekday}　第${spoken(f.page)}版`,
  ]),
  'republic-digits': form('de', (f) => [
    `民国${republic(f)}年${f.month}月${f.day}日　星期${f.weekday}　A${f.page}版`,
  ]),
  split: form('pde', (f) => [f.paper, `${date(f)} 星期${f.weekday}`, `第${f.page}版`, f.section]),
  'split-wide': form('de', (f) => [
    wide(String(f.year)).concat('年', wide(String(f.month)), '月', wide(String(f.day)), '日'),
    `星期${f.weekday}`,
    `第${spoken(f.page)}版`,
  ]),
  lettered: form('de', (f) => [`A${f.page} ${f.section} ${date(f)} 星期${f.weekday}`]),
  'lettered-end': form('de', (f) => [`${f.section}　${date(f)}　星期${f.weekday}　B${f.page}版`]),
  telephone: form('de', (f) => [
    `${f.page} ${f.section}　${date(f)} 星期${f.weekday}　责任编辑：${f.editor}　电话：68512345`,
  ]),
  dots: form('de', (f) => [`${f.year}.${f.month}.${f.day} 星期${f.weekday} 第${two(f.page)}版`]),
  slashes: form('pd', (f) => [`${f.paper} ${f.year}/${two(f.month)}/${two(f.day)}`]),
  issue: form('de', (f) => [
    `第${1200 + f.page * 37}期　${date(f)}　星期${f.weekday}　今日${f.page + 4}版　第${f.page}版`,
  ]),
  'editor-first': form('pde', (f) => [
    `责任编辑 ${f.editor}　${date(f)}　第${f.page}版　${f.paper}·${f.section}`,
  ]),
  rule: form('pde', (f) => [`${f.paper} | ${f.section} | ${iso(f)} | 第${two(f.page)}版`]),
  spaced: form('pde', (f) => [`${[...f.paper].join(' ')}　${date(f)}　星期${f.weekday}　${f.page}版`]),
  edition: form('e', (f) => [`第${f.page}版`]),
  'letter-only': form('e', (f) => [`A${two(f.page)}`]),
  'section-only': form('', (f) => [f.section]),
  'edition-section': form('e', (f) => [`第${two(f.page)}版：${f.section}`]),
  'foot-editors': form('', (f) => [`本版责编：${f.editor}　版式：${f.designer}`]),
  'foot-hotline': form('', (f) => [`新闻热线：0571-88001234　责任编辑：${f.editor}　校对：${f.designer}`]),
} as const satisfies Record<string, (facts: FolioFacts) => Folio>;

export type FolioForm = keyof typeof FOLIO_FORMS;
