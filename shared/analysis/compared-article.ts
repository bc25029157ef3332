import type { Article, Extraction } from '@shared/model/extraction.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { NameMention, NameType } from '@shared/model/name.ts';
import { type ReadingOffset, type SourceOffset, sourceOffset } from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import { type OffsetMap, readingMap } from '@shared/text/offset-map.ts';

/** A figure with its place in the body that it stands in. */
export interface Claim {
  readonly fact: Fact;
  /** Reading offsets in the body's text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A name as it is compared: its fullest form on the page. */
export interface NamedThing {
  readonly name: string;
  readonly type: NameType;
  /** Codes of the divisions that it may be, as the national register has them; none where it is no place of the register. */
  readonly codes: readonly string[];
  /** Reading offset in the body; null where it stands in the headline or a caption. */
  readonly at: number | null;
}

/** What articles are compared by. */
export interface ComparedArticle {
  readonly id: string;
  /** Empty where none is printed. */
  readonly title: string;
  /** ISO, at the precision known; null where nothing says it. */
  readonly publishedOn: string | null;
  readonly body: ReadingText;
  /** Figures of the body in its order; times are none. */
  readonly claims: readonly Claim[];
  readonly names: readonly NamedThing[];
}

/** @param sourceLength units of the source text. */
export function comparedArticles(extraction: Extraction, sourceLength: number): ComparedArticle[] {
  const { articles, facts, names, source } = extraction;
  return articles.map((article) =>
    comparedArticle(
      {
        article,
        facts: facts.filter((fact) => fact.article === article.id),
        names: names.filter((name) => name.article === article.id),
      },
      source.publishedOn.value,
      sourceLength,
    ),
  );
}

/** An article with what was found in it. */
export interface FoundArticle {
  readonly article: Article;
  readonly facts: readonly Fact[];
  readonly names: readonly NameMention[];
}

/**
 * One article as it is compared.
 * @param publishedOn ISO; null where nothing says it.
 * @param sourceLength units of the source text.
 */
export function comparedArticle(
  { article: { id, title, body }, facts, names }: FoundArticle,
  publishedOn: string | null,
  sourceLength: number,
): ComparedArticle {
  const back = readingMap(body).invert(sourceLength);
  return {
    id,
    title: title?.text ?? '',
    publishedOn,
    body,
    claims: facts
      .filter((fact) => typeof fact.value !== 'string')
      .flatMap((fact) => claimOf(fact, back))
      .sort((a, b) => a.start - b.start || a.end - b.end),
    names: names.map(({ text, canonical, type, places = [], start }) => ({
      name: canonical ?? text,
      type,
      codes: places.map(({ code }) => code),
      at: start < sourceLength ? back.map(start) : null,
    })),
  };
}

/** None where the figure stands in a headline or caption. */
function claimOf(fact: Fact, back: OffsetMap<SourceOffset, ReadingOffset>): Claim[] {
  const { start, end } = fact.spans?.at(-1) ?? fact;
  const first = fact.end > fact.start ? back.map(fact.spans?.[0]?.start ?? fact.start) : null;
  const last = end > start ? back.map(sourceOffset(end - 1)) : null;
  return first === null || last === null ? [] : [{ fact, start: first, end: last + 1 }];
}
