import { findMostLike } from '@shared/anchors/approximate.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import { findUnseen } from '@shared/text/unseen.ts';
import type { Evidence } from '../evidence.ts';

/** Where the words of an export stand in a source, or what stands there instead. */
export type PlacedWords =
  | { readonly state: 'standing'; readonly spans: readonly SourceSpan[] }
  /** The words with both contexts stand once elsewhere; `rewrapped`: but for line ends and blanks. */
  | { readonly state: 'moved'; readonly spans: readonly SourceSpan[]; readonly rewrapped: boolean }
  /** `now`: the wording found in their place, null where nothing like it stands. */
  | { readonly state: 'changed'; readonly now: string | null };

/** Finds an export's words in a text: where they were, then once elsewhere with both contexts, then by likeness. */
export function placeWords(evidence: Evidence, text: string): PlacedWords {
  const { spans } = evidence;
  if (standsAt(evidence, spans, text)) return { state: 'standing', spans };
  const moved = findOnce(evidence, text);
  if (moved) return { state: 'moved', spans: moved, rewrapped: false };
  const rewrapped = findOnceRewrapped(evidence, text);
  if (rewrapped) return { state: 'moved', spans: rewrapped, rewrapped: true };
  return { state: 'changed', now: wordingNear(evidence, text) };
}

const firstOf = (spans: readonly SourceSpan[]): number => Math.min(...spans.map(({ start }) => start));
const lastOf = (spans: readonly SourceSpan[]): number => Math.max(...spans.map(({ end }) => end));

function standsAt({ exact, prefix, suffix }: Evidence, spans: readonly SourceSpan[], text: string): boolean {
  const [first, last] = [firstOf(spans), lastOf(spans)];
  return (
    last <= text.length &&
    spans.map(({ start, end }) => text.slice(start, end)).join('') === exact &&
    text.slice(Math.max(0, first - prefix.length), first) === prefix &&
    text.slice(last, last + suffix.length) === suffix
  );
}

/** Spans moved by `by` units. */
const shift = (spans: readonly SourceSpan[], by: number): SourceSpan[] =>
  spans.map(({ start, end }) => ({ start: start + by, end: end + by }) as SourceSpan);

/** The one place where the words stand between both contexts; null where there is none or more than one. */
function findOnce(evidence: Evidence, text: string): readonly SourceSpan[] | null {
  const { spans, exact, prefix } = evidence;
  const first = spans.find(({ start }) => start === firstOf(spans)) as SourceSpan;
  // Pieces may stand in another order than they are read; the one that the prefix precedes is sought.
  const before = spans.slice(0, spans.indexOf(first)).reduce((sum, { start, end }) => sum + end - start, 0);
  const needle = prefix + exact.slice(before, before + first.end - first.start);
  let found: readonly SourceSpan[] | null = null;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const there = shift(spans, at + prefix.length - first.start);
    if (!standsAt(evidence, there, text)) continue;
    if (found) return null;
    found = there;
  }
  return found;
}

/** The same, where line ends and blanks do not count; only for words in one piece. */
function findOnceRewrapped(evidence: Evidence, text: string): readonly SourceSpan[] | null {
  if (evidence.spans.length > 1) return null;
  const squeezed = squeeze(text);
  // A context may begin or end in the middle of a wrap, so each part is squeezed by itself.
  const [prefix, exact, suffix] = [evidence.prefix, evidence.exact, evidence.suffix].map(
    (part) => squeeze(part).text,
  ) as [string, string, string];
  if (exact === '') return null;
  const needle = prefix + exact + suffix;
  const at = squeezed.text.indexOf(needle);
  if (at < 0 || squeezed.text.indexOf(needle, at + 1) >= 0) return null;
  const start = squeezed.places[at + prefix.length] as number;
  const end = (squeezed.places[at + prefix.length + exact.length - 1] as number) + 1;
  return [{ start, end } as SourceSpan];
}

/** Text without blanks, line ends and what leaves no trace in print; `places`: where each unit left stands. */
function squeeze(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  const units: string[] = [];
  const unseen = findUnseen(text);
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    const hidden = unseen[next];
    if (hidden?.start === at) {
      at = hidden.end - 1;
      next++;
      continue;
    }
    const unit = text[at] as string;
    if (/[\s\u0085]/.test(unit)) continue;
    places.push(at);
    units.push(unit);
  }
  return { text: units.join(''), places };
}

/** Share of units that a changed wording keeps to be shown as the changed one. */
const LIKENESS = 0.6;

/** What now stands in the words' place: between their contexts, else where they were, else what is most like them. */
function wordingNear({ exact, prefix, suffix, spans }: Evidence, text: string): string | null {
  const between = wordingBetween(prefix, suffix, exact.length, text);
  if (between !== null) return between;
  const whole = prefix + exact + suffix;
  if (whole.length > 5) {
    const [best] = findMostLike(whole, text, LIKENESS);
    if (best) return text.slice(best.start, best.end);
  }
  const there = text.slice(firstOf(spans), lastOf(spans));
  return there === '' ? null : there;
}

/** The wording between two contexts that stand near each other; null where they do not. */
function wordingBetween(prefix: string, suffix: string, length: number, text: string): string | null {
  if (prefix.length < 4 || suffix.length < 4) return null;
  const at = text.indexOf(prefix);
  if (at < 0 || text.indexOf(prefix, at + 1) >= 0) return null;
  const from = at + prefix.length;
  const to = text.indexOf(suffix, from);
  return to >= 0 && to - from <= length * 2 + 32 ? text.slice(from, to) : null;
}
