import { resolveSelector } from '@shared/anchors/resolve.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import { success } from '@shared/contracts/results.ts';
import { findArticleOf } from '../library/article-at.ts';
import type { Library } from '../library/library.ts';
import { openLibrary } from '../library/open-library.ts';
import type { ArticleRow, TextRow } from '../library/rows.ts';
import { candidatesOf } from './candidates-of.ts';
import { answerCalls } from './message-calls.ts';
import type { Place, PlaceCalls, PlaceEvents } from './place-calls.ts';

let library: Library | null = null;
/** Which looking for candidates goes on; those before it have ended. */
let looking = 0;

const tell = answerCalls<PlaceCalls, PlaceEvents>(globalThis as unknown as DedicatedWorkerGlobalScope, {
  'place.open': async (name) => {
    const found = await openLibrary(name);
    if (!found.ok) return found;
    library = found.value;
    library.onTorn = (start) => tell('place.torn', start);
    return success(null);
  },
  'place.find': async (targets) => {
    if (!library) throw new Error('place.open comes first');
    const places = new Map<Selector, Place>();
    // One source at a time: all their texts at once may be more than there is room for.
    for (const source of new Set(targets.map((target) => target.source))) {
      const marked = targets.filter((target) => target.source === source);
      const [text] = await library.readTexts([source]);
      const articles = text ? await library.readArticlesOf([source]) : [];
      for (const target of marked) places.set(target, placeOne(target, text, articles));
    }
    return targets.map((target) => places.get(target) as Place);
  },
  'place.candidates': async (target) => {
    if (!library) throw new Error('place.open comes first');
    const own = ++looking;
    return await candidatesOf(library, target, () => own === looking);
  },
  'place.stop': async () => {
    looking++;
    return null;
  },
});

function placeOne(target: Selector, row: TextRow | undefined, articles: readonly ArticleRow[]): Place {
  if (!row) return { reason: 'anchor-source-unknown' };
  const found = resolveSelector(target, { source: row.sha256, text: row.text, textHash: row.textHash });
  if (!found.ok) return { reason: found.reason };
  const { spans, how } = found.value;
  const article = findArticleOf(articles, spans);
  return { spans, how, reason: null, article: article?.id ?? null };
}
