import { type Candidate, findCandidates } from '@shared/anchors/candidates.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import { findArticleOf } from '../library/article-at.ts';
import type { Library } from '../library/library.ts';
import type { PlaceCandidate } from './place-calls.ts';

/** More are not looked through by anybody. */
const MOST = 5;
/** Texts that are in memory at a time. */
const A_BATCH = 32;

/**
 * Passages like the words of a target, the likest first: of its own source where that is here, else of all.
 * @param goesOn asked between texts; once it says no, what was found so far is all.
 */
export async function candidatesOf(
  library: Library,
  target: Selector,
  goesOn: () => boolean,
): Promise<PlaceCandidate[]> {
  const held = await library.texts.toCollection().primaryKeys();
  const looked = held.includes(target.source) ? [target.source] : held;
  let best: Candidate[] = [];
  for (let at = 0; at < looked.length && goesOn(); at += A_BATCH)
    for (const row of await library.readTexts(looked.slice(at, at + A_BATCH))) {
      if (!row) continue;
      const found = findCandidates(target, { source: row.sha256, text: row.text, textHash: row.textHash });
      best = [...best, ...found].sort((a, b) => b.score - a.score).slice(0, MOST);
    }
  const articles = await library.readArticlesOf([...new Set(best.map((one) => one.target.source))]);
  return best.map((one) => {
    const ofSource = articles.filter(({ source }) => source === one.target.source);
    return { ...one, article: findArticleOf(ofSource, one.target.spans)?.id ?? null };
  });
}
