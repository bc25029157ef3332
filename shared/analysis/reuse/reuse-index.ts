import type { Folding } from '@shared/text/folding.ts';
import { type ComparableText, comparableText } from './comparable-text.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { type Steps, type Stretch, stretchAround } from './shared-stretch.ts';

/** Fewest units that are the same in a passage: a full name with its post has fewer. */
const FEWEST = 20;
/** A passage shorter than this that stands in very many articles is a formula: every paper words it so. */
const FORMULA_LENGTH = 60;
/** How many articles are very many. A press release of one paragraph reaches fewer, a set phrase soon more. */
const VERY_MANY = 12;
/** Articles that a fingerprint leads to: of a text that stands in more, those kept first stand for all. */
export const LED_TO = 64;

export interface PassageEnd {
  readonly article: string;
  /** UTF-16 units of the text as given, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A passage that stands in two articles. */
export interface SharedPassage {
  readonly ends: readonly [PassageEnd, PassageEnd];
  /** Units that are the same on both sides, blanks not counted. */
  readonly same: number;
}

interface Posting {
  readonly article: number;
  readonly at: number;
}

interface Posted {
  /** In how many articles the fingerprint stands. */
  articles: number;
  /** The last article that was counted. */
  last: number;
  readonly postings: Posting[];
}

/**
 * Texts in which copied passages are found, one more at a time. The work for one more article grows with its length and
 * with what it shares, not with the library.
 */
export class ReuseIndex {
  /** Units and places looked at so far. */
  readonly steps: Steps = { count: 0 };
  private readonly folding: Folding;
  private readonly numbers = new Map<string, number>();
  private readonly ids: string[] = [];
  private readonly texts: ComparableText[] = [];
  private readonly posted = new Map<number, Posted>();

  constructor(folding: Folding) {
    this.folding = folding;
  }

  /** Takes one more article in and gives the passages that it shares with those before it. */
  add(article: string, text: string): SharedPassage[] {
    this.put(article, text);
    return this.passagesOf(article);
  }

  /** Takes one more article in that is not itself asked about. */
  put(article: string, text: string): void {
    if (this.numbers.has(article)) throw new Error(`article ${article} is in the index already`);
    const number = this.ids.push(article) - 1;
    this.numbers.set(article, number);
    this.texts.push(comparableText(text, this.folding));
    this.post(number);
  }

  /** All passages that an article of the index shares with others, by those articles and by place. */
  passagesOf(article: string): SharedPassage[] {
    const number = this.numbers.get(article);
    if (number === undefined) throw new Error(`no article ${article} in the index`);
    const { units } = this.texts[number]!;
    const found = new Map<number, Stretch[]>();
    for (const { hash, at } of fingerprintsOf(units))
      for (const posting of this.posted.get(hash)?.postings ?? []) {
        this.steps.count++;
        if (posting.article === number) continue;
        const stretches = found.get(posting.article) ?? [];
        if (stretches.some((stretch) => holds(stretch, at, posting.at))) continue;
        const other = this.texts[posting.article]!.units;
        const stretch = stretchAround(units, at, other, posting.at, this.steps);
        if (stretch === null) continue;
        stretches.push(stretch);
        found.set(posting.article, stretches);
      }
    return [...found].flatMap(([other, stretches]) =>
      withoutRepeats(stretches)
        .filter((stretch) => stretch.same >= FEWEST && !this.isFormula(number, stretch))
        .map((stretch) => this.passage(number, other, stretch)),
    );
  }

  private post(number: number): void {
    for (const { hash, at } of fingerprintsOf(this.texts[number]!.units)) {
      let posted = this.posted.get(hash);
      if (posted === undefined) {
        posted = { articles: 0, last: -1, postings: [] };
        this.posted.set(hash, posted);
      }
      if (posted.last !== number) posted.articles++;
      posted.last = number;
      if (posted.postings.length < LED_TO) posted.postings.push({ article: number, at });
    }
  }

  /** Whether every part of the stretch stands in very many articles, and it is no longer than set phrases are. */
  private isFormula(number: number, { start, end }: Stretch): boolean {
    if (end - start >= FORMULA_LENGTH) return false;
    const inside = fingerprintsOf(this.texts[number]!.units.subarray(start, end));
    return inside.every(({ hash }) => (this.posted.get(hash)?.articles ?? 0) >= VERY_MANY);
  }

  private passage(number: number, other: number, stretch: Stretch): SharedPassage {
    return {
      ends: [
        this.end(number, stretch.start, stretch.end),
        this.end(other, stretch.otherStart, stretch.otherEnd),
      ],
      same: stretch.same,
    };
  }

  private end(number: number, start: number, end: number): PassageEnd {
    const { starts, ends } = this.texts[number]!;
    return { article: this.ids[number]!, start: starts[start]!, end: ends[end - 1]! };
  }
}

/** Whether both places lie in the stretch: its seed is found again on each of its fingerprints. */
const holds = (stretch: Stretch, at: number, otherAt: number): boolean =>
  at >= stretch.start && at < stretch.end && otherAt >= stretch.otherStart && otherAt < stretch.otherEnd;

/** The longest first; what lies within one of them on either side tells nothing more. */
function withoutRepeats(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => b.same - a.same || a.start - b.start)) {
    const isTold = kept.some(
      (longer) =>
        (stretch.start >= longer.start && stretch.end <= longer.end) ||
        (stretch.otherStart >= longer.otherStart && stretch.otherEnd <= longer.otherEnd),
    );
    if (!isTold) kept.push(stretch);
  }
  return kept.sort((a, b) => a.start - b.start);
}
