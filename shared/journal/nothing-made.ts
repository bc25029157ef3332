import type { LibraryState } from './state.ts';

/** The state before anything was done. */
export const NOTHING_MADE: LibraryState = {
  sources: new Map(),
  descriptions: new Map(),
  sourceTags: new Map(),
  cuts: new Map(),
  settledDoubts: new Map(),
  verdicts: new Map(),
  markedNames: new Map(),
  ownWords: [],
  joinedNames: [],
  splitNames: new Set(),
  pairedFigures: [],
  settledFigures: [],
  labels: new Map(),
  continued: [],
  bookmarks: new Map(),
  removedBookmarks: new Map(),
  searches: new Map(),
  unplaced: [],
};
