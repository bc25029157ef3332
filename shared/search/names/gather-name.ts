import { NAME_TYPES } from '@shared/model/name.ts';
import { type NameColumns, type NamePart, partOf, type TakenNames } from './name-columns.ts';

/** A figure or a quotation, by its place among those of its article in the state that was taken in. */
export interface PlacedSaying {
  readonly article: string;
  readonly state: string;
  readonly place: number;
}

/** A name with all that the library says under it. */
export interface GatheredName {
  /** As printed, the most frequent first. */
  readonly forms: readonly string[];
  /** Those of most articles first. */
  readonly posts: readonly string[];
  readonly paths: readonly string[];
  /** Full forms of the programmes that its articles name, in the order of first mention. */
  readonly programmes: readonly string[];
  readonly mentions: number;
  /** By their ids. */
  readonly articles: readonly { readonly article: string; readonly mentions: number }[];
  /** In the order of their articles. */
  readonly figures: readonly PlacedSaying[];
  readonly quotes: readonly PlacedSaying[];
}

const PLACE = NAME_TYPES.indexOf('place');
const PROGRAMME = NAME_TYPES.indexOf('programme');

/** Looks at every article once and, where it says the name, at all that it says. */
export function gatherName(columns: NameColumns, name: number): GatheredName {
  const { said, texts } = columns;
  const own = flagsOf(columns, (other) => other === name);
  const forms = new Map<string, number>();
  for (let at = 0; at < own.length; at++)
    if (own[at] && said.mentions[at])
      add(forms, texts.text(said.prints[at] as number), said.mentions[at] as number);
  const articles = articlesSaying(columns, own);
  const ofName = texts.flagsOf([columns.formOf(name), ...forms.keys()]);
  const posts = new Map<string, number>();
  const paths = new Map<string, number>();
  const programmes = new Set<string>();
  const figures: PlacedSaying[] = [];
  const quotes: PlacedSaying[] = [];
  for (const { article, taken } of articles) {
    for (const post of textsBeside(columns, taken, 'posts', own)) add(posts, post, 1);
    for (const path of textsBeside(columns, taken, 'paths', own)) add(paths, path, 1);
    for (const [other] of pairsOf(taken, 'said'))
      if (said.types[other] === PROGRAMME) programmes.add(texts.text(said.fulls[other] as number));
    for (const [part, into] of [
      ['subjects', figures],
      ['speakers', quotes],
    ] as const)
      for (const [text, place] of pairsOf(taken, part))
        if (ofName[text]) into.push({ article, state: taken.state, place });
  }
  return {
    forms: byCount(forms),
    posts: byCount(posts),
    paths: byCount(paths),
    programmes: [...programmes],
    mentions: articles.reduce((sum, { mentions }) => sum + mentions, 0),
    articles: articles.map(({ article, mentions }) => ({ article, mentions })),
    figures,
    quotes,
  };
}

/** The posts of some names, those of most articles first. */
export function postsOf(columns: NameColumns, names: Uint32Array): Map<number, readonly string[]> {
  const counts = new Map(Array.from(names, (name) => [name, new Map<string, number>()] as const));
  const wanted = flagsOf(columns, (name) => counts.has(name));
  for (const { numbers } of columns.articles.values()) {
    const [from, to] = partOf(numbers, 'posts');
    for (let i = from; i < to; i += 2) {
      const said = numbers[i] as number;
      const posts = wanted[said] ? counts.get(columns.said.names[said] as number) : undefined;
      if (posts) add(posts, columns.texts.text(numbers[i + 1] as number), 1);
    }
  }
  return new Map([...counts].map(([name, posts]) => [name, byCount(posts)]));
}

/** What tells who is meant by a name in an article: its posts there, and some places, the most named first. */
export function tellingWords(columns: NameColumns, name: number, article: string, places: number): string[] {
  const taken = columns.articles.get(article);
  if (!taken) return [];
  const { said, texts } = columns;
  const named = new Map<string, number>();
  for (const [at, mentions] of pairsOf(taken, 'said'))
    if (said.types[at] === PLACE) add(named, texts.text(said.fulls[at] as number), mentions);
  const own = pairsOf(taken, 'posts').filter(([at]) => said.names[at] === name);
  return [...new Set([...own.map(([, text]) => texts.text(text)), ...byCount(named).slice(0, places)])];
}

interface ArticleSaying {
  readonly article: string;
  readonly taken: TakenNames;
  readonly mentions: number;
}

function articlesSaying({ articles }: NameColumns, own: Uint8Array): ArticleSaying[] {
  const found: ArticleSaying[] = [];
  for (const [article, taken] of articles) {
    const { numbers } = taken;
    const [from, to] = partOf(numbers, 'said');
    let mentions = 0;
    for (let i = from; i < to; i += 2) if (own[numbers[i] as number]) mentions += numbers[i + 1] as number;
    if (mentions > 0) found.push({ article, taken, mentions });
  }
  return found.sort((a, b) => (a.article < b.article ? -1 : 1));
}

/** Texts that an article has beside a name, each once. */
const textsBeside = (
  { texts }: NameColumns,
  taken: TakenNames,
  part: NamePart,
  own: Uint8Array,
): ReadonlySet<string> =>
  new Set(pairsOf(taken, part).flatMap(([said, text]) => (own[said] ? [texts.text(text)] : [])));

function pairsOf({ numbers }: TakenNames, part: NamePart): (readonly [number, number])[] {
  const [from, to] = partOf(numbers, part);
  const pairs: (readonly [number, number])[] = [];
  for (let i = from; i < to; i += 2) pairs.push([numbers[i] as number, numbers[i + 1] as number]);
  return pairs;
}

/** 1 for each said whose name is wanted. */
const flagsOf = ({ said }: NameColumns, isWanted: (name: number) => boolean): Uint8Array =>
  Uint8Array.from(said.names, (name) => Number(isWanted(name)));

const add = (counts: Map<string, number>, text: string, count: number): unknown =>
  counts.set(text, (counts.get(text) ?? 0) + count);

/** Those of one count stay as they came. */
const byCount = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
