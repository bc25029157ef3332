/** A run of text in quotation marks, marks included; no other holds it. */
export interface MarkedText {
  readonly start: number;
  readonly end: number;
  /** The closing mark is missing: the run ends with its paragraph. */
  readonly isOpen: boolean;
}

const CLOSINGS = new Map([
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
  ['＂', '＂'],
  ['"', '"'],
]);

const TERMINALS = new Set([...'。！？!?…，,']);

/** So many paragraphs may a quotation run on with no mark before it closes. */
const MOST_PARAGRAPHS = 3;

const LONGEST_NESTED = 300;

/**
 * Runs in quotation marks, in order, none within another. A title's marks (《…》) hide what is in them; a run
 * whose closing mark comes only in a paragraph with no opening one goes on into it.
 */
export function findMarkedText(text: string): MarkedText[] {
  const runs: MarkedText[] = [];
  let titles = 0;
  let at = 0;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '\n') titles = 0;
    else if (character === '《') titles += 1;
    else if (character === '》') titles = Math.max(0, titles - 1);
    const closing = titles > 0 ? undefined : CLOSINGS.get(character);
    if (closing === undefined) {
      at += 1;
      continue;
    }
    const run = readRun(text, at, character, closing);
    runs.push(run);
    at = run.end;
  }
  return runs;
}

function readRun(text: string, start: number, opening: string, closing: string): MarkedText {
  let paragraphs = 0;
  let lineEnd = -1;
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n') {
      if (lineEnd < 0) lineEnd = at;
      paragraphs += 1;
      if (paragraphs > MOST_PARAGRAPHS || opening === closing) break;
    } else if (character === closing) return { start, end: at + 1, isOpen: false };
    else if (character === opening) {
      if (lineEnd >= 0) break;
      const end = endOfNested(text, at, opening, closing);
      if (end < 0) return { start, end: at, isOpen: true };
      at = end - 1;
    }
  }
  return { start, end: lineEnd < 0 ? text.length : lineEnd, isOpen: true };
}

/**
 * The end of marks within the same marks, where the outer ones close soon after; −1 where they do not, so that
 * the outer closing mark must be missing.
 */
function endOfNested(text: string, start: number, opening: string, closing: string): number {
  let inner = -1;
  const limit = Math.min(text.length, start + LONGEST_NESTED);
  for (let at = start + 1; at < limit && text[at] !== '\n'; at += 1) {
    if (text[at] === opening) {
      return -1;
    } else if (text[at] === closing) {
      if (inner >= 0) return inner;
      inner = at + 1;
    }
  }
  return -1;
}

/** Whether the words in the marks end as speech does: with a full stop, or with a comma before 某某说. */
export function endsAsSentence(text: string, { end, isOpen }: MarkedText): boolean {
  let last = isOpen ? end - 1 : end - 2;
  while (last > 0 && (text[last] === '’' || text[last] === '』' || text[last] === '”')) last -= 1;
  return TERMINALS.has(text[last] ?? '') || text[last] === '—';
}
