/** What a file's name can say of the page in it. */
export interface NamedPage {
  readonly newspaper?: string;
  /** `2022`, `2022-03` or `2022-03-05`. */
  readonly publishedOn?: string;
  readonly edition?: string;
  readonly pageTitle?: string;
}

/** Places that a pattern may have, each once; `{*}` stands for what says nothing, as often as it is needed. */
const NAME_PLACES = ['paper', 'date', 'page', 'title'] as const;

type NamePlace = (typeof NAME_PLACES)[number];

/** A pattern that can be held against names. */
export interface NamePattern {
  /** @param path steps parted by `/`. Null where the name does not fit. */
  read(path: string): NamedPage | null;
}

const KEYS = { paper: 'newspaper', date: 'publishedOn', page: 'edition', title: 'pageTitle' } as const;

/** A day, month or year in the ways that names write them; eight and six digits without marks between. */
const DATE = String.raw`\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{4}([-._])\d{1,2}(?:\1\d{1,2})?(?!\d)|\d{8}(?!\d)|\d{6}(?!\d)|\d{4}年?(?!\d)`;
/** The number of a page: `3`, `03`, `A1`, `第三版`. */
const EDITION = '第?(?:[A-Z]{0,2}\\d{1,3}|[一二三四五六七八九十]{1,3})版?';

/**
 * Reads a pattern such as `{paper}-{date}-{page}`: its other characters stand for themselves, whatever their width
 * and case. It is held against the name without its ending or, where the pattern has a `/`, against as many steps.
 * @returns null where a place is not known or stands twice, two that take any words touch, or there is none.
 */
export function readNamePattern(pattern: string): NamePattern | null {
  const parts = pattern.split(/(\{[^{}]*\})/);
  const places: NamePlace[] = [];
  let source = '';
  let isOpen = false;
  for (const part of parts) {
    if (part === '') continue;
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    if (name === undefined) {
      source += foldWidth(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      isOpen = false;
      continue;
    }
    if (name !== '*' && !isPlace(name)) return null;
    const takesAny = name === '*' || name === 'paper' || name === 'title';
    if (takesAny && isOpen) return null;
    isOpen = takesAny;
    if (name === '*') source += '[^/]*?';
    else {
      if (places.includes(name)) return null;
      places.push(name);
      source += `(?<${name}>${FORMS[name]})`;
    }
  }
  if (places.length === 0) return null;
  const expression = new RegExp(`^${source}$`, 'i');
  const steps = pattern.split('/').length;
  return { read: (path) => readWith(expression, places, lastSteps(path, steps)) };
}

const FORMS: Readonly<Record<NamePlace, string>> = {
  paper: '[^/]+?',
  title: '[^/]+?',
  date: DATE.replace('([-._])', '(?<mark>[-._])').replace('\\1', '\\k<mark>'),
  page: EDITION,
};

const isPlace = (name: string): name is NamePlace => NAME_PLACES.includes(name as NamePlace);

function readWith(expression: RegExp, places: readonly NamePlace[], name: string): NamedPage | null {
  const found = expression.exec(foldWidth(name))?.groups;
  if (!found) return null;
  const page: { -readonly [Key in keyof NamedPage]: NamedPage[Key] } = {};
  for (const place of places) {
    const words = (found[place] ?? '').trim();
    const value = place === 'date' ? readDate(words) : place === 'page' ? readEdition(words) : words;
    const isWord = place === 'date' || place === 'page' || /\p{L}/u.test(words);
    if (value === null || value === '' || !isWord) return null;
    page[KEYS[place]] = value;
  }
  return page;
}

/** The last steps of a path, the ending of its name left away. */
const lastSteps = (path: string, count: number): string =>
  path
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .split('/')
    .slice(-count)
    .join('/');

/** Full width to half, unit by unit. */
const foldWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));

const EARLIEST_YEAR = 1800;
const LATEST_YEAR = 2199;

function readDate(words: string): string | null {
  const digits = /^\d{6,8}$/.test(words)
    ? [words.slice(0, 4), words.slice(4, 6), words.slice(6)]
    : words.split(/\D+/);
  const [year = 0, month, day] = digits.filter((part) => part !== '').map(Number);
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return null;
  const shown = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return shown;
  const longest = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day < 1 || day > longest ? null : `${shown}-${String(day).padStart(2, '0')}`;
}

/** The number alone, without noughts in front. */
const readEdition = (words: string): string =>
  words.replace(/^第|版$/g, '').replace(/^([A-Z]*)0+(?=\d)/i, '$1');

/** Patterns that archives are often named by, the fuller ones first. */
const USUAL_PATTERNS = [
  '{paper}-{date}-{page}',
  '{paper}_{date}_{page}',
  '{paper} {date} {page}',
  '{paper}{date}{page}',
  '{date}-{paper}-{page}',
  '{date}_{paper}_{page}',
  '{date}{paper}{page}',
  '{paper}/{date}/{page}',
  '{paper}/{date}-{page}',
  '{paper}/{date}_{page}',
  '{date}/{page}',
  '{date}-{page}-{title}',
  '{date}_{page}_{title}',
  '{date}-{page}',
  '{date}_{page}',
  '{date} {page}',
  '{paper}-{date}',
  '{paper}_{date}',
  '{paper}{date}',
  '{date}-{title}',
  '{date}_{title}',
  '{date} {title}',
  '{date}',
];

/** The first usual pattern that most of these fit; null where none fits half of them. */
export function guessNamePattern(paths: readonly string[]): string | null {
  let best: { readonly pattern: string; readonly fitting: number } | null = null;
  for (const pattern of USUAL_PATTERNS) {
    const read = readNamePattern(pattern);
    const fitting = paths.filter((path) => read?.read(path)).length;
    if (fitting * 2 >= paths.length && fitting > (best?.fitting ?? 0)) best = { pattern, fitting };
  }
  return best?.pattern ?? null;
}
