import type { SourceSpan } from '@shared/model/offset.ts';
import { type Draft, type DraftArticle, hullOf, nearestArticles, newArticle, type Part } from '../draft.ts';
import type { Block } from '../print/blocks.ts';
import { endsSentence } from '../print/sentences.ts';
import { findPart, holderOf, takeOut } from './draft-edits.ts';
import { breakAt } from './paragraph-cuts.ts';

/** A longer line that a new article begins with is its text rather than its headline. */
const LONGEST_HEADLINE = 40;

/**
 * A new article begins where the words begin. Words that stood as a headline, a heading or page furniture, and
 * a short line chosen as a whole, become its headline.
 */
export function splitArticle(draft: Draft, source: string, at: readonly SourceSpan[]): boolean {
  const start = at[0]?.start ?? 0;
  breakAt(draft, start);
  const found = findPart(draft, start);
  const home = found?.article ?? holderOf(draft, start) ?? nearestArticles(draft.articles)(start);
  if (!home) return false;
  if (found && found.index === 0 && headOf(home).every((block) => hullOf(block).start > start)) return true;
  const later = (block: Block): boolean => hullOf(block).start >= start;
  const after = home.parts.findIndex((part) => later(part.block));
  const index = found ? found.index : after < 0 ? home.parts.length : after;
  const title = found ? [] : takeHeadline(draft, source, at, home);
  if (!title) return false;
  const fresh = newArticle(home.kind);
  fresh.title = title;
  fresh.parts = home.parts.splice(index);
  fresh.captions = home.captions.filter(later);
  home.captions = home.captions.filter((block) => !later(block));
  fresh.bylines = home.bylines.filter((byline) => later(byline.block));
  home.bylines = home.bylines.filter((byline) => !later(byline.block));
  const [first, second] = fresh.parts;
  if (title.length === 0 && first && second && isHeadline(first, at))
    fresh.title = [fresh.parts.shift()!.block];
  draft.articles.splice(draft.articles.indexOf(home) + 1, 0, fresh);
  return true;
}

const headOf = ({ title, subtitle }: DraftArticle): Block[] => [...title, ...subtitle];

/** What of the words stood as a headline or in no article; none where they are a byline or a caption; null: no ink. */
function takeHeadline(
  draft: Draft,
  source: string,
  at: readonly SourceSpan[],
  home: DraftArticle,
): Block[] | null {
  const isHere = (block: Block): boolean =>
    block.runs.some((run) => at.some(({ start, end }) => run.start < end && start < run.end));
  const others = [...home.captions, ...home.bylines.map(({ block }) => block)];
  if (others.some(isHere)) return [];
  const taken = takeOut(draft, source, at, true);
  return taken.length > 0 ? taken.map(({ block }) => block) : null;
}

function isHeadline({ role, block }: Part, at: readonly SourceSpan[]): boolean {
  if (role === 'heading') return true;
  const isWhole = block.runs.every((run) =>
    at.some(({ start, end }) => start <= run.start && run.end <= end),
  );
  return isWhole && block.text.length <= LONGEST_HEADLINE && !endsSentence(block.text);
}

/** The article of the second words goes on after that of the first; its headline becomes a heading. */
export function mergeArticles(draft: Draft, first: SourceSpan, second: SourceSpan): boolean {
  const into = holderOf(draft, first.start);
  const from = holderOf(draft, second.start);
  if (!into || !from) return false;
  if (into === from) return true;
  const head = [...from.title, ...from.subtitle];
  if (into.title.length === 0) {
    into.title = from.title;
    into.subtitle.push(...from.subtitle);
  } else into.parts.push(...head.map((block): Part => ({ role: 'heading', block })));
  into.parts.push(...from.parts);
  into.bylines.push(...from.bylines);
  into.captions.push(...from.captions);
  if (into.kind === 'filler') into.kind = from.kind;
  draft.articles = draft.articles.filter((article) => article !== from);
  return true;
}

/** The article of the words comes after the other on the page; null: first. */
export function arrangeArticle(draft: Draft, what: SourceSpan, after: SourceSpan | null): boolean {
  const moved = holderOf(draft, what.start);
  const before = after && holderOf(draft, after.start);
  if (!moved || (after && !before) || moved === before) return false;
  const others = draft.articles.filter((article) => article !== moved);
  others.splice(before ? others.indexOf(before) + 1 : 0, 0, moved);
  draft.articles = others;
  return true;
}
