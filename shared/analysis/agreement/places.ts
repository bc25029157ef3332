import type { ComparedArticle, NamedThing } from '../compared-article.ts';

/** Ranks of places, the lowest first. */
export const RANKS = ['village', 'town', 'county', 'prefecture', 'province', 'country'] as const;

/** A place that a figure is said of, or what lies in one: a firm, a school, a harbour. */
export interface Place {
  /** Folded; null of 全市, the whole city, where nothing says which. */
  readonly name: string | null;
  /** Codes of the divisions that it may be, as the register has them, each beginning with that of the one it lies in. */
  readonly codes: readonly string[];
  /** Index in `RANKS`; null of what is none, and of what may be any. */
  readonly rank: number | null;
}

/** How one thing lies to another. */
export type Order = 'same' | 'within' | 'apart' | 'unknown';

/** What the ends of names and the words before them say of places. */
export interface PlaceWords {
  /** Ends of names, the longest first, with the index in `RANKS`; null of a site. */
  readonly ends: readonly { readonly end: string; readonly rank: number | null }[];
  /** Words before the name of a place that lies beside another. */
  readonly beside: readonly string[];
}

/** Digits of a code by the rank of its division: a province has two, a prefecture four. */
const DIGITS: Readonly<Record<number, number>> = { 2: 4, 4: 3, 6: 2, 9: 1 };

export const rankOf = (name: string, { ends }: PlaceWords): number | null =>
  ends.find(({ end }) => name.length > end.length && name.endsWith(end))?.rank ?? null;

/** @param name folded. */
export function placeOf({ type, codes }: NamedThing, name: string, words: PlaceWords): Place {
  const ranks = new Set(codes.map(({ length }) => DIGITS[length] ?? null));
  const rank = type !== 'place' ? null : ranks.size === 1 ? [...ranks][0]! : rankOf(name, words);
  return { name, codes, rank };
}

/** What is known of where an article's places lie. */
export interface ArticlePlaces {
  /** Those with a rank that the headline names, else the first of the body. */
  readonly homes: readonly Place[];
  /** Folded names before which a word says that they lie beside. */
  readonly beside: ReadonlySet<string>;
  /** The folded text. */
  readonly text: string;
}

/** Units before a name in which a word that it lies beside may stand. */
const BEFORE = 6;

export function articlePlacesOf(
  { names, title }: ComparedArticle,
  text: string,
  words: PlaceWords,
  fold: (text: string) => string,
): ArticlePlaces {
  const head = fold(title);
  const places = names
    .filter(({ type }) => type === 'place')
    .map((named) => ({ ...placeOf(named, fold(named.name), words), at: named.at ?? -1 }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.at - b.at);
  const inHead = places.filter(({ name }) => head.includes(shortOf(name!)));
  const beside = new Set<string>();
  for (const { name } of names) {
    const own = fold(name);
    for (let at = text.indexOf(own); at >= 0; at = text.indexOf(own, at + 1)) {
      const before = text.slice(Math.max(0, at - BEFORE), at);
      if (words.beside.some((word) => before.includes(word))) beside.add(own);
    }
  }
  const isTold = ({ name, rank }: Place): boolean =>
    (text.split(name!).length > 2 || levelsOf(text, words).has(rank!)) &&
    places.every((other) => other.rank !== rank || areOneName(other.name!, name!));
  return { homes: inHead.length > 0 ? inHead : places.slice(0, 1).filter(isTold), beside, text };
}

const LEVEL = /[全该本](地区|专区|国|省|区|市|州|县|乡|镇|村)/g;
/** The ranks that an article speaks of as its own: 全县, the whole county. */
const levelsOf = (text: string, words: PlaceWords): Set<number | null> =>
  new Set([...text.matchAll(LEVEL)].map(([level]) => rankOf(level, words)));

const RANKED = /(?:县|市|区|省|州|镇|乡|村|旗|盟)$/;
const shortOf = (name: string): string => (name.length > 2 ? name.replace(RANKED, '') : name);

/** Whether two names are of one place: a division without the word that says which it is, a name with that of where it lies. */
const areOneName = (a: string, b: string): boolean =>
  a === b || shortOf(a) === shortOf(b) || a.endsWith(b) || b.endsWith(a);

/** How the first of two places lies to the second, as the register and the words of their articles say. */
export function placeOrder(part: Place, whole: Place, articles: readonly ArticlePlaces[]): Order {
  if (part.codes.length > 0 && whole.codes.length > 0) {
    if (part.codes.some((code) => whole.codes.includes(code))) return 'same';
    return part.codes.some((code) => whole.codes.some((above) => code.startsWith(above)))
      ? 'within'
      : 'apart';
  }
  if (part.name !== null && whole.name !== null) {
    if (areOneName(part.name, whole.name)) return 'same';
    if (whole.rank !== null && part.name.startsWith(whole.name)) return 'within';
  }
  if (part.rank !== null && whole.rank !== null && part.rank >= whole.rank)
    return part.rank === whole.rank && (part.name === null || whole.name === null) ? 'unknown' : 'apart';
  if (whole.rank === null) return 'unknown';
  if (part.name === null) return 'unknown';
  if (articles.some(({ beside }) => beside.has(part.name!))) return 'apart';
  return articles.some((article) => liesIn(part, whole, article, articles.length === 1))
    ? 'within'
    : 'unknown';
}

/** Whether an article of the whole names the part. */
function liesIn(part: Place, whole: Place, { homes, text }: ArticlePlaces, isOneArticle: boolean): boolean {
  if (!text.includes(part.name!)) return false;
  return whole.name === null
    ? isOneArticle || homes.some(({ rank }) => rank === whole.rank)
    : homes.some(({ name }) => name !== null && areOneName(name, whole.name!));
}
