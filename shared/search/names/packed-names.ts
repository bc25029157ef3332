import { NAME_TYPES, type NameType } from '@shared/model/name.ts';

/** A mention of a name, as far as names are gathered by it. */
export interface SaidName {
  readonly type: NameType;
  /** The form that mentions are gathered under before a person joins any. */
  readonly full: string;
  /** As printed. */
  readonly text: string;
  /** The post printed beside it. */
  readonly post?: string | undefined;
  /** Units of the gazetteer that it may mean, each from the province down. */
  readonly paths: readonly string[];
}

/** Words that a figure or a quotation says it is of, and its place among those of its article. */
export interface SaidOf {
  readonly text: string;
  readonly place: number;
}

export interface NamedArticle {
  readonly article: string;
  readonly names: readonly SaidName[];
  /** Subjects of its figures. */
  readonly subjects: readonly SaidOf[];
  /** Speakers of its quotations. */
  readonly speakers: readonly SaidOf[];
}

/** The names of one article as they are kept; words are numbers of `texts`. */
export interface PackedNames {
  readonly article: string;
  /** Each once; the first is empty. */
  readonly texts: readonly string[];
  /** Four numbers a name: place of its type in `NAME_TYPES`, its full form, the form as printed, mentions. */
  readonly said: Uint32Array;
  /** Two numbers each, a name's place in `said` and a text, each pair once. */
  readonly posts: Uint32Array;
  readonly paths: Uint32Array;
  /** Two numbers each, a text and a place among the article's facts or quotations. */
  readonly subjects: Uint32Array;
  readonly speakers: Uint32Array;
}

/** Numbers of a name in `PackedNames.said`. */
export const SAID_WIDTH = 4;

export function packNames({ article, names, subjects, speakers }: NamedArticle): PackedNames {
  const numbers = new Map([['', 0]]);
  const number = (text: string): number => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const said = new Map<string, number[]>();
  const pairs = { posts: new Map<string, number[]>(), paths: new Map<string, number[]>() };
  const places = new Map<string, number>();
  for (const { type, full, text, post, paths } of names) {
    const key = `${type}|${number(full)}|${number(text)}`;
    const row = said.get(key) ?? [NAME_TYPES.indexOf(type), number(full), number(text), 0];
    row[SAID_WIDTH - 1]!++;
    said.set(key, row);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    const pair = (texts: Map<string, number[]>, of: string): unknown =>
      texts.set(`${place}|${of}`, [place, number(of)]);
    if (post) pair(pairs.posts, post);
    for (const path of paths) pair(pairs.paths, path);
  }
  const flat = (rows: Iterable<readonly number[]>): Uint32Array => Uint32Array.from([...rows].flat());
  const saidOf = (some: readonly SaidOf[]): Uint32Array =>
    flat(some.map(({ text, place }) => [number(text), place]));
  return {
    article,
    said: flat(said.values()),
    posts: flat(pairs.posts.values()),
    paths: flat(pairs.paths.values()),
    subjects: saidOf(subjects),
    speakers: saidOf(speakers),
    texts: [...numbers.keys()],
  };
}
