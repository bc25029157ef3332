import { type Column, TABLE_NAMES, TABLES } from '../tables.ts';

/** What the search of the desk knows of units of text; passed by the host. */
export interface SearchedUnits {
  /** A text as it is compared. */
  readonly fold: (text: string) => string;
  /** Of a unit of folded text: written without spaces, so that two side by side are a term. */
  readonly isIdeograph: (unit: number) => boolean;
  /** A letter or digit of a script that writes words apart. */
  readonly isWord: (unit: number) => boolean;
}

/**
 * An index template for OpenSearch and Elasticsearch whose analyser gives the terms of the desk's own search: folding
 * as a `mapping` character filter, and a `pattern` tokenizer whose lookahead gives each two ideographs side by side,
 * the last of a run, and words whole. Built in, no plugin. Queries are analysed without the last ideograph of what
 * was typed, which stands inside a longer run of the text.
 */
export function writeTemplate(units: SearchedUnits): string {
  const ideographs = `${classOf(units.isIdeograph)}\\x{10000}-\\x{10FFFF}`;
  const words = classOf(units.isWord);
  const pairs = `[${ideographs}]{2}`;
  const word = `(?<![${words}])[${words}]+`;
  const last = `[${ideographs}](?![${ideographs}])`;
  const alone = `(?<![${ideographs}])${last}`;
  const tokenizer = (...terms: readonly string[]) => ({
    type: 'pattern',
    pattern: `(?=(${terms.join('|')}))`,
    group: 1,
  });
  const analyzer = (name: string) => ({ type: 'custom', char_filter: ['duidu_fold'], tokenizer: name });
  const properties = Object.assign({}, ...TABLE_NAMES.map((table) => propertiesOf(TABLES[table].columns)));
  return `${JSON.stringify(
    {
      index_patterns: ['duidu-*'],
      template: {
        settings: {
          analysis: {
            char_filter: { duidu_fold: { type: 'mapping', mappings: foldingRules(units.fold) } },
            tokenizer: {
              duidu_terms: tokenizer(pairs, last, word),
              duidu_query: tokenizer(pairs, alone, `${last}(?!$)`, word),
            },
            analyzer: { duidu: analyzer('duidu_terms'), duidu_query: analyzer('duidu_query') },
          },
        },
        mappings: { properties },
      },
    },
    null,
    1,
  )}\n`;
}

/** Columns of words that are searched in; others are compared whole. */
const SEARCHED = new Set(['words', 'text', 'headline', 'subtitle', 'note', 'measure', 'subject', 'exact']);

const propertiesOf = (columns: readonly Column[]): Record<string, object> =>
  Object.fromEntries(columns.map((column) => [column.name, propertyOf(column)]));

function propertyOf({ name, type }: Column): object {
  if (type === 'number') return { type: 'double' };
  if (SEARCHED.has(name)) return { type: 'text', analyzer: 'duidu', search_analyzer: 'duidu_query' };
  // Dates too: a page may know a year alone, or an interval.
  return { type: 'keyword', ignore_above: 8191 };
}

const LAST_UNIT = 0xffff;
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Units of a kind as ranges of a regular expression's class. */
function classOf(isOfKind: (unit: number) => boolean): string {
  let ranges = '';
  for (let unit = 0; unit <= LAST_UNIT; unit++) {
    if (isSurrogate(unit) || !isOfKind(unit)) continue;
    const from = unit;
    while (unit < LAST_UNIT && !isSurrogate(unit + 1) && isOfKind(unit + 1)) unit++;
    ranges += from === unit ? escaped(from) : `${escaped(from)}-${escaped(unit)}`;
  }
  return ranges;
}

/**
 * Rules of a `mapping` filter, which takes the longest that fits and does not look at what it gave: each unit that
 * folds to something else, and each letter that is written with its marks apart.
 */
function foldingRules(fold: (text: string) => string): string[] {
  const rules: string[] = [];
  for (let unit = 1; unit <= LAST_UNIT; unit++) {
    if (isSurrogate(unit)) continue;
    const character = String.fromCharCode(unit);
    const folded = fold(character);
    if (folded !== character) rules.push(rule(character, folded));
    for (const apart of writtenApart(unit)) {
      const oneByOne = [...apart].map((each) => fold(each)).join('');
      if (fold(apart) !== oneByOne) rules.push(rule(apart, fold(apart)));
    }
  }
  return [...new Set(rules)];
}

const isHangul = (unit: number): boolean => unit >= 0xac00 && unit <= 0xd7a3;
const isKana = (unit: number): boolean =>
  (unit >= 0x3041 && unit <= 0x30ff) || (unit >= 0xff66 && unit <= 0xff9d);
/** Marks of voice, full and half width. */
const VOICE = ['\u3099', '\u309a', '\uff9e', '\uff9f'];

/** Hangul is left out: eleven thousand rules for what only old systems write. */
function writtenApart(unit: number): string[] {
  const character = String.fromCharCode(unit);
  if (isHangul(unit)) return [];
  return [character.normalize('NFD'), ...(isKana(unit) ? VOICE.map((mark) => character + mark) : [])];
}

/** Both sides are written by their units: blanks at the ends of a rule would be taken off. */
const rule = (from: string, to: string): string => `${unitsOf(from)}=>${unitsOf(to)}`;

const unitsOf = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => escaped(text.charCodeAt(i))).join('');

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
