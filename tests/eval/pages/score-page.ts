import type { TrueArticle, TruePage } from '../../segment/generator/printed-page.ts';
import type { AnsweredArticle, AnsweredDoubt, AnsweredPage, Span } from './answered-page.ts';

/** What may be wrong with an article. A wrong cut is one of the first five. */
export const MISTAKES = [
  'missed',
  'merged',
  'split',
  'swallowed',
  'body-lost',
  'caption-in-body',
  'title',
  'byline',
  'order',
] as const;
export type Mistake = (typeof MISTAKES)[number];

const WRONG_CUTS: ReadonlySet<Mistake> = new Set(['missed', 'merged', 'split', 'swallowed', 'body-lost']);

/** How one article of the truth came back. */
export interface ArticleScore {
  readonly article: TrueArticle;
  readonly mistakes: readonly Mistake[];
  readonly found: boolean;
  readonly titleRight: boolean;
  readonly bylineRight: boolean;
  readonly inOrder: boolean;
  readonly paragraphs: number;
  /** Whether its characters went to another's article, or another's came into its. */
  readonly cutWrong: boolean;
  readonly right: boolean;
  /** A doubt on it or near it. */
  readonly doubted: boolean;
  /** Right, with a doubt near it that is near nothing wrong. */
  readonly alarmed: boolean;
}

/** A doubt, and which articles of the page are near it. */
export interface DoubtScore {
  readonly reason: AnsweredDoubt['reason'];
  readonly near: readonly ArticleScore[];
}

export interface PageScore {
  readonly articles: readonly ArticleScore[];
  /** Answered articles that answer to none. */
  readonly extra: number;
  readonly captions: Share;
  readonly furniture: Share;
  readonly doubts: readonly DoubtScore[];
}

export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** Characters within which a doubt is near an article. */
const NEAR = 40;
/** Fewest characters of another article, or share of an article, that count as a part of it. */
const PART = 12;
const PART_SHARE = 0.1;
/** Of a caption or a line of furniture, the share that must come back as such. */
const RECOGNISED = 0.8;
/** Characters of a body that may be lost or added without being a mistake. */
const SLACK = 3;

/** Text without what papers set differently: widths, blanks, quotation marks, punctuation. */
export const fold = (text: string): string =>
  text.normalize('NFKC').replace(/[\s“”"‘’'「」『』·,，。、:：;；!！?？■□#*()（）【】[\]—\-…]/g, '');

/** Offsets of ink under spans. */
function inkOf(spans: readonly Span[], text: string): Set<number> {
  const ink = new Set<number>();
  for (const [start, end] of spans)
    for (let i = start; i < end; i++) if (/\S/.test(text[i] as string)) ink.add(i);
  return ink;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const offset of small) if (large.has(offset)) count++;
  return count;
}

const ownSpans = (article: TrueArticle): Span[] => [
  ...article.titleSpans,
  ...article.kickerSpans,
  ...article.secondSpans,
  ...article.bylineSpans,
  ...article.leadSpans,
  ...[...article.paragraphs, ...article.headings].flatMap(({ spans }) => spans),
  ...(article.kind === 'photo' ? article.captions : []),
];

const isNear = (article: TrueArticle, [start, end]: Span): boolean =>
  ownSpans(article).some(([a, b]) => start < b + NEAR && end > a - NEAR);

/** An article of the truth with its ink: a photograph's body are its captions. */
interface Wanted {
  readonly article: TrueArticle;
  readonly body: ReadonlySet<number>;
}

interface Answered {
  readonly article: AnsweredArticle;
  readonly body: ReadonlySet<number>;
  readonly captions: ReadonlySet<number>;
}

/** Scores an answered page against its truth. */
export function scorePage(truth: TruePage, answer: AnsweredPage, text: string): PageScore {
  const answered: Answered[] = answer.articles.map((article) => ({
    article,
    body: inkOf(article.body, text),
    captions: inkOf(article.captions, text),
  }));
  const wanted: Wanted[] = truth.articles.map((article) => ({
    article,
    body: inkOf(
      article.kind === 'photo'
        ? article.captions
        : [...article.paragraphs, ...article.headings].flatMap(({ spans }) => spans),
      text,
    ),
  }));
  const held = wanted.map(({ article, body }) =>
    answered.map((one) => overlap(body, article.kind === 'photo' ? one.captions : one.body)),
  );
  const furniture = inkOf(answer.furniture, text);
  const captions = inkOf(
    answer.articles.flatMap((article) => article.captions),
    text,
  );
  const rubrics = truth.rubrics.map(([start, end]) => fold(text.slice(start, end)));
  const used = new Set<number>();
  const scores = wanted.map((want, w) => {
    const counts = held[w] as number[];
    const best = counts.length > 0 ? counts.indexOf(Math.max(...counts)) : -1;
    const isChief =
      best >= 0 && wanted.every((_, v) => v === w || (held[v]?.[best] ?? 0) <= (counts[best] ?? 0));
    const found = best >= 0 && isChief && (counts[best] ?? 0) >= want.body.size / 2;
    if (found) used.add(best);
    const lost =
      want.article.kind === 'photo' ? 0 : overlap(want.body, furniture) + overlap(want.body, captions);
    return scoreArticle(want, w, { counts, best, found, lost, held, wanted, answered, rubrics, text });
  });
  const wrong = scores.filter(({ right }) => !right);
  const idle = answer.doubts.filter(({ span }) => !wrong.some(({ article }) => isNear(article, span)));
  const articles = scores.map((score) => ({
    ...score,
    doubted: answer.doubts.some(({ span }) => isNear(score.article, span)),
    alarmed: score.right && idle.some(({ span }) => isNear(score.article, span)),
  }));
  return {
    articles,
    extra: answered.filter(({ article }, i) => article.kind === 'article' && !used.has(i)).length,
    captions: share(
      truth.articles.flatMap((article) => article.captions),
      captions,
      text,
    ),
    furniture: share(truth.furniture, furniture, text),
    doubts: answer.doubts.map(({ reason, span }) => ({
      reason,
      near: articles.filter(({ article }) => isNear(article, span)),
    })),
  };
}

function share(spans: readonly Span[], ink: ReadonlySet<number>, text: string): Share {
  const wanted = spans.map((span) => inkOf([span], text));
  return {
    hits: wanted.filter((one) => overlap(one, ink) >= RECOGNISED * one.size).length,
    of: wanted.length,
  };
}

interface Holding {
  readonly counts: readonly number[];
  readonly best: number;
  readonly found: boolean;
  readonly lost: number;
  readonly held: readonly (readonly number[])[];
  readonly wanted: readonly Wanted[];
  readonly answered: readonly Answered[];
  readonly rubrics: readonly string[];
  readonly text: string;
}

function scoreArticle(want: Wanted, index: number, holding: Holding): ArticleScore {
  const { counts, best, found, lost, held, wanted, answered, rubrics } = holding;
  const { article, body } = want;
  const mistakes = new Set<Mistake>();
  const most = counts[best] ?? 0;
  if (most < body.size / 2) mistakes.add('missed');
  else if (!found) mistakes.add('merged');
  const part = Math.max(PART, PART_SHARE * body.size);
  if (counts.some((count, i) => i !== best && count >= part)) mistakes.add('split');
  if (lost > SLACK) mistakes.add('body-lost');
  const answer = answered[best];
  let [titleRight, bylineRight, inOrder, paragraphs] = [false, false, false, 0];
  if (found && answer) {
    const eaten = wanted.some(
      (other, v) =>
        v !== index &&
        (held[v]?.[best] ?? 0) >= Math.max(PART, 0.5 * other.body.size) &&
        other.article.kind !== 'photo',
    );
    if (eaten) mistakes.add('swallowed');
    const captions = article.kind === 'photo' ? [] : article.captions;
    if (overlap(inkOf(captions, holding.text), answer.body) > SLACK) mistakes.add('caption-in-body');
    titleRight = isTitleRight(article, answer.article, rubrics);
    bylineRight = isSame(new Set(article.byline.map(fold)), new Set(answer.article.byline.map(fold)));
    inOrder = isInOrder(article, answer.article);
    paragraphs = countParagraphs(article, answer.article);
    if (!titleRight) mistakes.add('title');
    if (!bylineRight) mistakes.add('byline');
    if (!inOrder) mistakes.add('order');
  }
  return {
    article,
    mistakes: [...mistakes],
    found,
    titleRight,
    bylineRight,
    inOrder,
    paragraphs,
    cutWrong: [...mistakes].some((mistake) => WRONG_CUTS.has(mistake)),
    right: mistakes.size === 0,
    doubted: false,
    alarmed: false,
  };
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));

/** The headline with or without its kicker and second line, as title or as title and subtitle; nothing for an untitled one. */
function isTitleRight(article: TrueArticle, answer: AnsweredArticle, rubrics: readonly string[]): boolean {
  const got = fold(answer.title);
  if (article.untitled)
    return got === '' || rubrics.includes(got) || fold(article.paragraphs[0]?.text ?? '').startsWith(got);
  const kicker = article.kicker ?? '';
  const second = article.second ?? '';
  const { title } = article;
  const readings = [title, kicker + title, title + second, kicker + title + second].map(fold);
  const plain = readings[0] as string;
  return (
    readings.includes(got) ||
    rubrics.some((rubric) => got === rubric + plain) ||
    readings.includes(fold(answer.title + answer.subtitle)) ||
    readings.includes(fold(answer.subtitle + answer.title))
  );
}

/** Characters by which a paragraph's beginning and end are known. */
const EDGE = 12;

function isInOrder(article: TrueArticle, answer: AnsweredArticle): boolean {
  const flat = fold(answer.text);
  let at = 0;
  for (const { text } of article.paragraphs) {
    const next = flat.indexOf(fold(text).slice(0, EDGE), at);
    if (next < 0) return false;
    at = next;
  }
  return true;
}

/** Paragraphs that came back whole, a dateline before and a byline behind them allowed. */
function countParagraphs(article: TrueArticle, answer: AnsweredArticle): number {
  const printed = answer.paragraphs.map(fold);
  const lead = fold(article.lead).length + 4;
  const tail = EDGE + article.byline.join('').length;
  return article.paragraphs.filter(({ text }) => {
    const whole = fold(text);
    return printed.some((one) => {
      const from = one.indexOf(whole);
      return from >= 0 && from <= lead && one.length - from - whole.length <= tail;
    });
  }).length;
}
