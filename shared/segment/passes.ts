import type { Hint } from '@shared/model/read-source.ts';
import { copyArticles, type Draft } from './draft.ts';
import type { SegmentKnowledge } from './knowledge.ts';
import { ITEM_PASSES } from './passes/item-passes.ts';
import type { PageWork, Pass } from './passes/pass.ts';
import { PRINT_PASSES } from './passes/print-passes.ts';
import { STORY_PASSES } from './passes/story-passes.ts';
import { countPairs } from './print/seams.ts';
import { HeadReading } from './stories/head-reading.ts';

/** The passes in their order. */
export const PASSES: readonly Pass[] = [...PRINT_PASSES, ...ITEM_PASSES, ...STORY_PASSES];

/** A page of which nothing was read yet. */
const unread = (text: string, hints: readonly Hint[], knowledge: SegmentKnowledge): PageWork => ({
  text,
  hints,
  isTold: false,
  lines: [],
  marks: [],
  frontDate: undefined,
  heads: new HeadReading(
    [],
    { roles: [], inHead: [], probabilities: new Float32Array() },
    knowledge.pages.doubts,
  ),
  joined: [],
  blocks: [],
  pairs: countPairs([]),
  repeats: [],
  items: [],
  openings: () => 0,
  articles: [],
  furniture: [],
  strangers: [],
  doubts: [],
  imprint: {},
});

/** Runs one pass: what it writes into the articles it writes into copies, so that no earlier page changes. */
export function runPass(pass: Pass, work: PageWork, knowledge: SegmentKnowledge): PageWork {
  if (pass.unlessTold && work.isTold) return work;
  const own = pass.reads.includes('articles') ? { ...work, ...copyArticles(work) } : work;
  return { ...own, ...pass.run(own, knowledge) };
}

/** The page as recognised, before the person's mending. */
export function readPage(text: string, hints: readonly Hint[], knowledge: SegmentKnowledge): Draft {
  let work = unread(text, hints, knowledge);
  for (const pass of PASSES) work = runPass(pass, work, knowledge);
  return {
    articles: [...work.articles],
    furniture: [...work.marks, ...work.furniture.flatMap((block) => block.runs)],
    duplicates: work.repeats.flatMap((repeat) => repeat.spans.map((spans) => ({ spans }))),
    imprint: work.imprint,
    doubts: [...work.doubts],
  };
}
