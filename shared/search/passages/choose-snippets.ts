import type { Mark, Snippet } from '../search-index.ts';

/** Units of text around what was found. */
const WIDTH = 90;
/** Units by which a passage may grow or shrink to begin where a sentence begins. */
const SLACK = 24;
const SENTENCE_ENDS = /[。！？；!?;\n]/;

/**
 * The passages of a text that hold the most marks, at most `count`, in the order of the text. Without marks the
 * first one is the beginning of the text.
 * @param marks in order, disjoint.
 */
export function chooseSnippets(text: string, marks: readonly Mark[], count: number): Snippet[] {
  if (marks.length === 0) return text ? [snippetAt(text, marks, 0, boundaryAfter(text, WIDTH))] : [];
  const windows = marks.map(([start], first) => {
    let last = first;
    while (last + 1 < marks.length && (marks[last + 1] as Mark)[1] - start <= WIDTH) last++;
    let worth = 0;
    for (let i = first; i <= last; i++) {
      const [from, to] = marks[i] as Mark;
      // A long match says more than as many single characters.
      worth += (to - from) ** 1.5;
    }
    return { first, last, worth };
  });
  windows.sort((a, b) => b.worth - a.worth || a.first - b.first);
  const chosen: Snippet[] = [];
  for (const { first, last } of windows) {
    if (chosen.length === count) break;
    const [start] = marks[first] as Mark;
    const [, end] = marks[last] as Mark;
    const room = Math.max(0, WIDTH - (end - start)) >> 1;
    const from = boundaryBefore(text, Math.max(0, start - room), start);
    const to = Math.max(end, boundaryAfter(text, Math.min(text.length, Math.max(end, from + WIDTH))));
    if (chosen.every((other) => to <= other.start || from >= other.end))
      chosen.push(snippetAt(text, marks, from, to));
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function snippetAt(text: string, marks: readonly Mark[], start: number, end: number): Snippet {
  return {
    text: text.slice(start, end),
    start,
    end,
    marks: marks
      .filter(([from, to]) => from < end && to > start)
      .map(([from, to]) => [Math.max(0, from - start), Math.min(end, to) - start] as const),
  };
}

/** Start of the sentence that holds `at` where it is near, but not after `limit`; never inside a surrogate pair. */
function boundaryBefore(text: string, at: number, limit: number): number {
  for (let i = at; i > Math.max(0, at - SLACK); i--) if (SENTENCE_ENDS.test(text[i - 1] as string)) return i;
  for (let i = at; i < Math.min(limit, at + SLACK); i++)
    if (i > 0 && SENTENCE_ENDS.test(text[i - 1] as string)) return i;
  return at > SLACK ? wholeCharacter(text, at) : 0;
}

function boundaryAfter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  for (let i = at; i < Math.min(text.length, at + SLACK); i++)
    if (SENTENCE_ENDS.test(text[i] as string)) return i + 1;
  return wholeCharacter(text, at);
}

function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
