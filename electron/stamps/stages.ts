/** What one stage is made of, as paths below the checkout; a folder stands for every module in it. */
export interface StageSources {
  /** Modules and, through their imports, whatever else of `shared/` and of the packages they run. */
  readonly withImports?: readonly string[];
  /** Modules that are taken without what they import. */
  readonly alone?: readonly string[];
}

/**
 * The stages that rows depend on. Readers of bytes are left out, wherever they are imported: their text is
 * what offsets count in, so they have versions of their own that somebody raises knowingly.
 */
export const STAGES = {
  segment: { withImports: ['shared/segment'] },
  facts: { withImports: ['shared/facts'] },
  names: { withImports: ['shared/names'] },
  quotes: { withImports: ['shared/quotes'] },
  dating: { withImports: ['shared/dating'] },
  /** What lies between the stages: order, offsets, cuts, verdicts. */
  pipeline: { withImports: ['shared/pipeline'] },
  /** Article, facts and page to rows of the library. */
  rows: { alone: ['renderer/library/library.ts', 'renderer/library/rows.ts'] },
  /** Rows to what is searched. */
  search: {
    withImports: ['shared/search/postings', 'shared/search/terms', 'shared/search/knowledge.ts'],
    alone: [
      'renderer/library/article-document.ts',
      'renderer/workers/indexing.ts',
      'renderer/workers/offered-rows.ts',
      'shared/names/name-form.ts',
    ],
  },
} as const satisfies Readonly<Record<string, StageSources>>;

/** Folders of readers of bytes. */
export const READERS = ['shared/decode', 'shared/formats'] as const;
