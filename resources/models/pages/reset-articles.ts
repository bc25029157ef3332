import type { PoolArticle } from '../../../tests/segment/generator/article-pool.ts';
import type { ComposedArticle, ComposedPage } from './composed.ts';

type Part = PoolArticle['parts'][number];

/** Characters of the longest brief, and of the shortest and longest words of a made caption or heading. */
const LONGEST_BRIEF = 260;
const LONGEST_CAPTION = 40;
const SHORTEST_HEADING = 5;
const LONGEST_HEADING = 16;

const partsOf = ({ paragraphs, headings }: ComposedArticle): Part[] =>
  [
    ...paragraphs.map(({ k, text }) => ({ k, role: 'paragraph' as const, text })),
    ...headings.map(({ k, text }) => ({ k, role: 'heading' as const, text })),
  ]
    .sort((a, b) => a.k - b.k)
    .map(({ role, text }) => ({ role, text }));

/** Of each source's articles, how many are taken for its longest. */
const LONGEST_ARTICLES = 12;
const inkOf = ({ paragraphs }: ComposedArticle): number =>
  paragraphs.reduce((sum, { text }) => sum + text.length, 0);

const clauseOf = (text: string): string => (text.split(/[。；]/u)[0] ?? '').slice(0, LONGEST_CAPTION);

/** A clause of a paragraph that could head it; null where it has none of the right size. */
function headingFor(text: string, turn: number): string | null {
  const clauses = text
    .split(/[，。；：、“”]/u)
    .filter((clause) => clause.length >= SHORTEST_HEADING && clause.length <= LONGEST_HEADING);
  return clauses.length > 0 ? (clauses[turn % clauses.length] as string) : null;
}

/** An article with headings put between its paragraphs, each in words of what it heads. */
function withSections(parts: readonly Part[], turn: number, every = 2 + (turn % 3)): Part[] {
  const out: Part[] = [];
  let since = 0;
  let headings = 0;
  for (const part of parts.filter(({ role }) => role === 'paragraph')) {
    const heading = since >= every ? headingFor(part.text, turn + headings) : null;
    if (heading) {
      out.push({
        role: 'heading',
        text: turn % 4 === 0 ? `${'一二三四五六七八九十'[headings % 10]}、${heading}` : heading,
      });
      since = 0;
      headings++;
    }
    out.push(part);
    since++;
  }
  return out;
}

/**
 * The articles of composed pages as a pool of one source: news cut to a length, features with headings, briefs,
 * photographs. The same turn gives the same pool.
 */
export class ComposedPool {
  private readonly bySource: readonly (readonly ComposedArticle[])[];
  private readonly headed: readonly ComposedArticle[];

  constructor(pages: readonly ComposedPage[]) {
    const sources = new Map<string, ComposedArticle[]>();
    const met = new Set<string>();
    for (const { style, articles } of pages) {
      if (style.startsWith('hant')) continue;
      for (const article of articles) {
        if (!article.title || article.paragraphs.length === 0 || met.has(article.title)) continue;
        met.add(article.title);
        sources.set(article.source, [...(sources.get(article.source) ?? []), article]);
      }
    }
    this.bySource = [...sources.keys()].sort().map((source) => sources.get(source) as ComposedArticle[]);
    this.headed = this.bySource.flat().filter(({ headings }) => headings.length > 0);
  }

  /** One of the longest articles, with a few headings far apart. */
  drawLong(turn: number): PoolArticle[] {
    const own = this.bySource[turn % this.bySource.length] as readonly ComposedArticle[];
    const longest = [...own].sort((a, b) => inkOf(b) - inkOf(a)).slice(0, LONGEST_ARTICLES);
    const article = longest[(turn * 7919) % longest.length] as ComposedArticle;
    return [
      {
        id: `${turn}-long`,
        genre: 'feature',
        script: 'simplified',
        title: article.title.replace(/\s+/gu, ' '),
        kicker: article.kicker,
        second: article.second,
        parts: withSections(partsOf(article), turn, 4 + (turn % 6)),
        captions: [`${clauseOf(partsOf(article).at(-1)?.text ?? '')}。`],
      },
    ];
  }

  get isEmpty(): boolean {
    return this.bySource.length === 0;
  }

  draw(turn: number): PoolArticle[] {
    const own = this.bySource[turn % this.bySource.length] as readonly ComposedArticle[];
    const pick = (k: number, from = own): ComposedArticle =>
      from[(turn * 7919 + k * 104_729) % from.length] as ComposedArticle;
    const make = (
      k: number,
      article: ComposedArticle,
      genre: PoolArticle['genre'],
      parts: readonly Part[],
      captions: readonly string[],
    ): PoolArticle => ({
      id: `${turn}-${k}`,
      genre,
      script: 'simplified',
      title: article.title.replace(/\s+/gu, ' '),
      kicker: article.kicker,
      second: article.second,
      parts,
      captions,
    });
    const out: PoolArticle[] = [];
    for (let k = 0; k < 12; k++) {
      const article = pick(k);
      const parts = partsOf(article);
      const cut = parts.slice(0, 3 + ((turn + k) % 9));
      while (cut.at(-1)?.role === 'heading') cut.pop();
      const last = cut.at(-1)?.text ?? '';
      const captions =
        (turn + k) % 4 === 0
          ? [`图为${clauseOf(last)}。`]
          : (turn + k) % 5 === 0
            ? [`${clauseOf(last)}。`]
            : [];
      const genre = (['news', 'news', 'school', 'works', 'opinion'] as const)[(turn + k) % 5] as 'news';
      out.push(
        make(k, article, cut.some(({ role }) => role === 'heading') ? 'feature' : genre, cut, captions),
      );
    }
    const long = own.filter(({ paragraphs }) => paragraphs.length >= 5);
    for (let k = 20; k < 22 && long.length > 0; k++) {
      const article = pick(k, long);
      const captions = (turn + k) % 2 === 0 ? [`${clauseOf(partsOf(article).at(-1)?.text ?? '')}。`] : [];
      out.push(make(k, article, 'feature', withSections(partsOf(article), turn + k), captions));
    }
    for (let k = 30; k < 32 && this.headed.length > 0; k++) {
      const article = pick(k, this.headed);
      const parts = partsOf(article);
      while (parts.at(-1)?.role === 'heading') parts.pop();
      out.push(make(k, article, 'feature', parts, []));
    }
    for (let k = 40; k < 50; k++) {
      const article = pick(k);
      const brief = partsOf(article).find(
        ({ role, text }) => role === 'paragraph' && text.length < LONGEST_BRIEF,
      );
      if (brief) out.push(make(k, article, 'brief', [brief], []));
    }
    for (let k = 60; k < 63; k++) {
      const article = pick(k);
      const [first] = partsOf(article).filter(({ role }) => role === 'paragraph');
      if (first) out.push(make(k, article, 'photo', [], [`${clauseOf(first.text)}。`]));
    }
    return out;
  }
}
