import type { AnchoredText } from '@shared/anchors/describe.ts';
import { resolveSelector } from '@shared/anchors/resolve.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import type { FactCorrection } from '@shared/journal/act.ts';
import type { FactVerdict } from '@shared/journal/state.ts';
import { type FoundFact, isTimeKind, type SaidField } from '@shared/model/fact.ts';
import { type ReadingSpan, readingOffset, readingSpan } from '@shared/model/offset.ts';
import type { Passage } from './passage.ts';

/** Overlap over union from which a verdict takes a fact for the one it was made of. */
const SAME_FACT = 0.5;

export interface Overlay {
  readonly facts: readonly (readonly FoundFact[])[];
  readonly unattached: readonly FactVerdict[];
}

/**
 * Lays what the person said over what was recognised, before linking: a correction goes to the fact of the
 * same words and kind, else to the best overlap of its family from IoU 0.5, else it stays as the person's
 * own fact and is listed; a rejection takes away what overlaps it.
 */
export function layVerdicts(
  passages: readonly Passage[],
  found: readonly (readonly FoundFact[])[],
  verdicts: readonly FactVerdict[],
  anchored: AnchoredText,
): Overlay {
  if (verdicts.length === 0) return { facts: found, unattached: [] };
  const facts = found.map((list) => [...list]);
  const unattached: FactVerdict[] = [];
  const backs = passages.map(({ map }) => map.invert(anchored.text.length));
  const find = (selector: Selector): Place | null => {
    const placement = resolveSelector(selector, anchored);
    if (!placement.ok) return null;
    for (const [index, back] of backs.entries()) {
      const spans = placement.value.spans.flatMap((span) => back.mapSpan(span));
      if (spans.length > 0)
        return {
          passage: index,
          span: readingSpan(Math.min(...spans.map((s) => s.start)), Math.max(...spans.map((s) => s.end))),
        };
    }
    return null;
  };
  for (const verdict of verdicts) {
    const place = find(verdict.target);
    if (place === null) {
      unattached.push(verdict);
      continue;
    }
    const list = facts[place.passage] as FoundFact[];
    if (verdict.verdict === 'rejected') {
      facts[place.passage] = list.filter(
        (fact) => isTimeKind(fact.kind) !== isTimeKind(verdict.kind) || overlap(fact, place.span) === 0,
      );
      continue;
    }
    const known = verdict.verdict === 'added' ? undefined : matching(list, verdict, place.span);
    if (known === undefined && verdict.verdict !== 'added') unattached.push(verdict);
    if (known === undefined && verdict.verdict === 'confirmed') continue;
    const moved = verdict.correction.span && find(verdict.correction.span);
    const base = known ?? ownFact(verdict, place.span);
    const fact = correct(
      base,
      verdict,
      moved?.passage === place.passage ? moved.span : base,
      (passages[place.passage] as Passage).text,
    );
    facts[place.passage] = [...list.filter((other) => other !== known), fact].sort(
      (a, b) => a.start - b.start,
    );
  }
  return { facts, unattached };
}

interface Place {
  readonly passage: number;
  readonly span: ReadingSpan;
}

function overlap(a: ReadingSpan, b: ReadingSpan): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function matching(
  facts: readonly FoundFact[],
  verdict: FactVerdict,
  span: ReadingSpan,
): FoundFact | undefined {
  const same = facts.find(
    (fact) => fact.kind === verdict.kind && fact.start === span.start && fact.end === span.end,
  );
  if (same) return same;
  return facts
    .filter((fact) => isTimeKind(fact.kind) === isTimeKind(verdict.kind) && overlap(fact, span) >= SAME_FACT)
    .sort((a, b) => overlap(b, span) - overlap(a, span))[0];
}

/** A fact that stands on the person's word alone. */
const ownFact = (verdict: FactVerdict, span: ReadingSpan): FoundFact => ({
  ...span,
  text: '',
  kind: verdict.kind,
  value: null,
  unit: null,
  bound: 'exact',
  measure: null,
  subject: null,
  when: null,
  rule: 'person',
  confidence: 1,
});

function correct(fact: FoundFact, verdict: FactVerdict, span: ReadingSpan, text: string): FoundFact {
  const { span: _selector, measure, valueMax, ...rest } = verdict.correction satisfies FactCorrection;
  const { valueMax: printedMax, ...kept } = fact;
  const max = valueMax === undefined ? printedMax : (valueMax ?? undefined);
  return {
    ...kept,
    ...rest,
    ...(max === undefined ? {} : { valueMax: max }),
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    measure: measure === undefined ? fact.measure : nearestPhrase(text, measure, span),
    ...saidOf(fact, verdict.correction),
    verdict: verdict.verdict === 'rejected' ? 'corrected' : verdict.verdict,
    confidence: 1,
  };
}

function saidOf({ said = [] }: FoundFact, correction: FactCorrection): Pick<FoundFact, 'said'> {
  const fields = [...new Set([...said, ...(Object.keys(correction) as SaidField[])])];
  return fields.length === 0 ? {} : { said: fields };
}

/** The person's words where they stand nearest the figure; words that are not printed have no place. */
function nearestPhrase(text: string, words: string | null, span: ReadingSpan): FoundFact['measure'] {
  if (words === null || words === '') return null;
  const before = text.lastIndexOf(words, span.start);
  const after = text.indexOf(words, span.start);
  const at = before < 0 || (after >= 0 && after - span.end < span.start - before) ? after : before;
  return {
    text: words,
    start: readingOffset(at < 0 ? span.start : at),
    end: readingOffset(at < 0 ? span.start : at + words.length),
  };
}
