import type { PlacedCut } from '@shared/model/page-cut.ts';
import { type DraftArticle, type DraftDoubt, hullOf, type Part } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { breaksOff, opensDispatch, startsInside } from '../print/sentences.ts';
import { shareOfPairs } from './headlines.ts';
import { isListItem } from './story-evidence.ts';
import { type Terms, Vocabulary } from './vocabulary.ts';

/** Neighbouring stories that a paragraph is compared with, on either side. */
const NEIGHBOURS = 2;
/** Shorter paragraphs say too little to be told apart. */
const SHORTEST = 24;
const LONGEST_RUN = 6;
/** How much a headline's words count beside those of one paragraph. */
const HEADLINE = 2;
/** How much likelier, as a logarithm, the words of a run must be in the other story for a doubt and for a move. */
const DOUBTFUL = 5;
const MOVED = 6;
/** From here on a run of several paragraphs is doubted at a lesser share of each: they bear each other out. */
const MANY = 8;
/** The same, as shares of what the story's own paragraphs are likelier in it than in the other. */
const DOUBTFUL_SHARE = 0.6;
const MOVED_SHARE = 1.3;
/** The same for a doubt where nothing of the story's own stands on the other side. */
const AT_EDGE = 24;
const AT_EDGE_SHARE = 1.95;

/** Who speaks in a paragraph of an interview. */
const SPEAKER = /^([\p{Script=Han}A-Za-z·]{1,8})[：:]\s*\S/u;
/** What it is worth that somebody speaks in a paragraph who speaks often in the other story and nowhere else in its own. */
const SPEAKS_THERE = 5;

/** Parts of a story whose words are those of a neighbouring one. */
interface Run {
  readonly from: DraftArticle;
  readonly start: number;
  readonly end: number;
  readonly to: DraftArticle;
  readonly favour: number;
  readonly sure: boolean;
}

/** The terms of a story's parts and of its headline, and who speaks in each part, '' for nobody, with how often. */
interface StoryTerms {
  readonly article: DraftArticle;
  /** Its place among the stories of the page. */
  readonly place: number;
  readonly parts: readonly Terms[];
  readonly speakers: readonly string[];
  readonly spoken: ReadonlyMap<string, number>;
  readonly headline: Terms;
}

/**
 * Finds paragraphs whose words are those of a neighbouring story rather than of their own: columns of two
 * stories were mixed, or a block was set into the wrong one. Each is doubted, with the order that puts them right;
 * what the print says to belong to the other story too is moved to its end.
 */
export function returnStrangers(
  articles: readonly DraftArticle[],
  knowledge: SegmentKnowledge,
): DraftDoubt[] {
  const stories = articles.filter(
    (article) => article.kind === 'article' && article.parts.length > 0 && !isMiscellany(article),
  );
  if (stories.length < 2) return [];
  const runs = findRuns(stories, knowledge);
  const doubts: DraftDoubt[] = [];
  const moved = new Map<DraftArticle, Part[]>();
  const gone = new Set<Part>();
  for (const { from, to, start, end, sure } of runs) {
    const parts = from.parts.slice(start, end);
    const beside = (sure ? from.parts[start - 1] : to.parts.at(-1)) as Part;
    const other: PlacedCut = {
      type: 'reorder',
      what: parts.map(({ block }) => hullOf(block)),
      after: hullOf(beside.block),
    };
    for (const { block } of parts)
      doubts.push({ reason: 'owner-unknown', article: sure ? to : from, span: hullOf(block), other });
    if (!sure) continue;
    for (const part of parts) gone.add(part);
    moved.set(to, [...(moved.get(to) ?? []), ...parts]);
  }
  for (const article of stories) {
    const came = moved.get(article) ?? [];
    article.parts = [...article.parts.filter((part) => !gone.has(part)), ...came];
  }
  return doubts;
}

/** Whether a story is a list of short items, each of a matter of its own. */
function isMiscellany({ parts }: DraftArticle): boolean {
  const marked = parts.filter(({ block }) => isListItem(block)).length;
  return marked >= 3 && marked >= 0.6 * parts.length;
}

function findRuns(stories: readonly DraftArticle[], knowledge: SegmentKnowledge): Run[] {
  const { terms: reader } = knowledge;
  const window = 2 * NEIGHBOURS + 1;
  const terms: (StoryTerms | undefined)[] = [];
  const vocabularies = Array.from({ length: Math.min(window, stories.length) }, () => new Vocabulary());
  const vocabularyOf = (s: number): Vocabulary => vocabularies[s % window] as Vocabulary;
  const learn = (s: number): void => {
    const article = stories[s];
    if (!article) return;
    const parts = article.parts.map(({ block }) => reader.read(block.text));
    const headline = reader.read([...article.title, ...article.subtitle].map(({ text }) => text).join('\n'));
    const speakers = article.parts.map(({ block }) => SPEAKER.exec(block.text)?.[1] ?? '');
    terms[s] = { article, place: s, parts, speakers, spoken: countEach(speakers), headline };
    delete terms[s - window];
    const vocabulary = vocabularyOf(s);
    vocabulary.clear();
    for (const part of parts) vocabulary.add(part, 1);
    vocabulary.add(headline, HEADLINE);
  };
  for (let s = 0; s < NEIGHBOURS; s++) learn(s);
  const runs: Run[] = [];
  for (let s = 0; s < stories.length; s++) {
    learn(s + NEIGHBOURS);
    const own = terms[s] as StoryTerms;
    const found: Run[] = [];
    for (let n = Math.max(0, s - NEIGHBOURS); n <= Math.min(stories.length - 1, s + NEIGHBOURS); n++)
      if (n !== s) found.push(...strangersIn(own, vocabularyOf(s), terms[n] as StoryTerms, vocabularyOf(n)));
    runs.push(...withoutOverlaps(found));
  }
  return runs;
}

/** Whether a part can be told apart by its words or its speaker, and stands whole. */
const isWhole = ({ role, block }: Part, speaker: string): boolean =>
  role === 'body' &&
  (block.text.length >= SHORTEST || speaker !== '') &&
  !startsInside(block.text) &&
  !breaksOff(block.text);

/** Whether a part is text that ends inside a sentence. */
const isCut = (part: Part | undefined): boolean => part?.role === 'body' && breaksOff(part.block.text);

/** Share of a headline's pairs that the first paragraph under it has where it tells of it. */
const TOLD = 0.3;

/** Whether a headline tells of the paragraph right under it, or that begins as news does. */
const isHeaded = ({ title }: DraftArticle, { block }: Part): boolean =>
  title.length > 0 &&
  (opensDispatch(block.text) || shareOfPairs(title.map(({ text }) => text).join(' '), block.text) >= TOLD);

function countEach(speakers: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const speaker of speakers) if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return counts;
}

/** Runs of paragraphs of one story that seem to be another's. `own` is left as it was. */
function strangersIn(story: StoryTerms, own: Vocabulary, neighbour: StoryTerms, other: Vocabulary): Run[] {
  const { article, parts, speakers, spoken } = story;
  const spokenThere = (start: number, end: number): number => {
    let sum = 0;
    for (const [speaker, count] of countEach(speakers.slice(start, end)))
      if (count === spoken.get(speaker) && (neighbour.spoken.get(speaker) ?? 0) >= 2) sum += count;
    return sum;
  };
  const favourOf = (start: number, end: number): number => {
    for (let i = start; i < end; i++) own.add(parts[i] as Terms, -1);
    let sum = 0;
    for (let i = start; i < end; i++) sum += other.favours(parts[i] as Terms, own);
    for (let i = start; i < end; i++) own.add(parts[i] as Terms, 1);
    return sum + spokenThere(start, end) * SPEAKS_THERE;
  };
  // Neighbours on one topic share their words: a sentence that is cut, or who speaks, must say so too.
  const isBorneOut = (start: number, end: number): boolean =>
    (end - start === 1 && isCut(article.parts[start - 1])) ||
    (neighbour.place < story.place && isCut(neighbour.article.parts.at(-1))) ||
    spokenThere(start, end) > 0;
  const whole = article.parts.map(
    (part, i) => isWhole(part, speakers[i] as string) && !(i === 0 && isHeaded(article, part)),
  );
  const alone = parts.map((_, i) => (whole[i] ? favourOf(i, i + 1) : 0));
  const bond = bondOf(alone.filter((_, i) => whole[i]));
  const runs: Run[] = [];
  for (let start = 0; start < parts.length; start++) {
    if (!whole[start] || (alone[start] as number) < -0.5 * DOUBTFUL) continue;
    let end = start + 1;
    let favour = alone[start] as number;
    let best = { end, favour };
    while (end < parts.length && end - start < LONGEST_RUN) {
      end++;
      favour = favourOf(start, end);
      if (favour > best.favour) best = { end, favour };
    }
    // The last story keeps at least one paragraph of its own.
    if (best.end - start >= parts.length) continue;
    const count = whole.slice(start, best.end).filter(Boolean).length;
    // What was set into a story stands between paragraphs of its own.
    const interrupts = start > 0 && best.end < parts.length;
    const sure =
      interrupts &&
      best.favour >= MOVED &&
      best.favour >= MOVED_SHARE * bond * count &&
      isBorneOut(start, best.end);
    const expected = DOUBTFUL_SHARE * bond * (best.favour >= MANY ? Math.sqrt(count) : count);
    const least = interrupts
      ? Math.max(DOUBTFUL, expected)
      : Math.max(AT_EDGE, AT_EDGE_SHARE * bond * count, expected);
    if (!sure && best.favour < least) continue;
    runs.push({ from: article, start, end: best.end, to: neighbour.article, favour: best.favour, sure });
    start = best.end - 1;
  }
  return runs;
}

/** How much likelier most paragraphs of a story are in it than in the other; 0 where they are as likely in both. */
function bondOf(favours: readonly number[]): number {
  const sorted = [...favours].sort((a, b) => a - b);
  return Math.max(0, -(sorted[sorted.length >> 1] ?? 0));
}

/** Of runs that share a paragraph, one that moves, else the one that most belongs elsewhere. */
function withoutOverlaps(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of [...runs].sort((a, b) => Number(b.sure) - Number(a.sure) || b.favour - a.favour))
    if (kept.every(({ start, end }) => end <= run.start || run.end <= start)) kept.push(run);
  return kept.sort((a, b) => a.start - b.start);
}
