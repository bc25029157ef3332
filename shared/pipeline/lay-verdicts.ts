import type { AnchoredText } from '@shared/anchors/describe.ts';
import type { FactCorrection } from '@shared/journal/act.ts';
import type { FactVerdict } from '@shared/journal/state.ts';
import { type FactAsRead, type FoundFact, isTimeKind, type SaidField } from '@shared/model/fact.ts';
import { overlapOf, type ReadingSpan, readingOffset } from '@shared/model/offset.ts';
import { findInPassages } from './find-in-passages.ts';
import type { Passage } from './passage.ts';

/** Overlap over union from which a verdict takes a fact for the one it was made of. */
const SAME_FACT = 0.5;

/** A fact that the person said is none, in the passage of that index. */
export interface TakenAway {
  /** Id of the act that said so. */
  readonly act: string;
  readonly passage: number;
  readonly fact: FoundFact;
}

export interface Overlay {
  readonly facts: readonly (readonly FoundFact[])[];
  readonly takenAway: readonly TakenAway[];
  readonly unattached: readonly FactVerdict[];
}

/**
 * Lays what the person said over what was recognised, before linking: a correction goes to the fact of the
 * same words and kind, else to the best overlap of its family from IoU 0.5, else it stays as the person's
 * own fact and is listed; a rejection takes away what overlaps it and was not spoken of.
 * @param readAs the facts of a passage as they are linked without what the person said.
 */
export function layVerdicts(
  passages: readonly Passage[],
  found: readonly (readonly FoundFact[])[],
  verdicts: readonly FactVerdict[],
  anchored: AnchoredText,
  readAs: (passage: number) => readonly FoundFact[],
): Overlay {
  if (verdicts.length === 0) return { facts: found, takenAway: [], unattached: [] };
  const facts = found.map((list) => [...list]);
  const takenAway: TakenAway[] = [];
  const unattached: FactVerdict[] = [];
  const find = findInPassages(passages, anchored);
  for (const verdict of verdicts) {
    const place = find(verdict.target)?.place;
    if (!place) {
      unattached.push(verdict);
      continue;
    }
    const { passage } = place;
    const list = facts[passage] as FoundFact[];
    const { text } = passages[passage] as Passage;
    const moved = verdict.correction.span && find(verdict.correction.span)?.place;
    const correctedFrom = (base: FoundFact): FoundFact =>
      correct(base, verdict, moved?.passage === passage ? moved.span : base, text);
    const isSame = (fact: FoundFact): boolean => isExactly(fact, verdict, place.span);

    if (verdict.verdict === 'rejected') {
      const known = matching(list, verdict, place.span);
      if (known) takenAway.push({ act: verdict.act, passage, fact: known });
      facts[passage] = list.filter(
        (fact) =>
          !isSame(fact) &&
          (fact.verdict !== undefined ||
            isTimeKind(fact.kind) !== isTimeKind(verdict.kind) ||
            overlapOf(fact, place.span) === 0),
      );
    } else if (verdict.verdict === 'withdrawn') {
      const own = correctedFrom(ownFact(verdict, place.span));
      takenAway.push({ act: verdict.act, passage, fact: own });
    } else if (verdict.verdict === 'added') {
      // What the person adds on the very words of a fact stands for it.
      const others = list.filter((fact) => !isSame(fact));
      facts[passage] = inOrder([...others, correctedFrom(ownFact(verdict, place.span))]);
    } else {
      const known = matching(list, verdict, place.span);
      if (known === undefined) unattached.push(verdict);
      if (known === undefined && !hasCorrection(verdict)) continue;
      const base = known ?? ownFact(verdict, place.span);
      const read = known && (known.asRead ?? readAs(passage).find((fact) => isExactly(fact, known, known)));
      const others = list.filter((other) => other !== known);
      const fact = correctedFrom(base);
      const shown = read && hasCorrection(verdict) ? { ...fact, asRead: asReadOf(read) } : fact;
      facts[passage] = inOrder([...others, shown]);
    }
  }
  return { facts, takenAway, unattached };
}

const hasCorrection = ({ correction }: FactVerdict): boolean => Object.keys(correction).length > 0;

const inOrder = (facts: FoundFact[]): FoundFact[] => facts.sort((a, b) => a.start - b.start);

const isExactly = (fact: FoundFact, { kind }: Pick<FoundFact, 'kind'>, span: ReadingSpan): boolean =>
  fact.kind === kind && fact.start === span.start && fact.end === span.end;

/** What a card shows of a fact as it was read. */
function asReadOf(fact: FoundFact | FactAsRead): FactAsRead {
  const { text, kind, value, valueMax, unit, bound, per, terms, measure, when } = fact;
  return {
    text,
    kind,
    value,
    ...(valueMax === undefined ? {} : { valueMax }),
    unit,
    bound,
    ...(per === undefined ? {} : { per }),
    ...(terms === undefined ? {} : { terms }),
    measure: typeof measure === 'string' ? measure : (measure?.text ?? null),
    when,
  };
}

function matching(
  facts: readonly FoundFact[],
  verdict: FactVerdict,
  span: ReadingSpan,
): FoundFact | undefined {
  const same = facts.find((fact) => isExactly(fact, verdict, span));
  if (same) return same;
  return facts
    .filter(
      (fact) => isTimeKind(fact.kind) === isTimeKind(verdict.kind) && overlapOf(fact, span) >= SAME_FACT,
    )
    .sort((a, b) => overlapOf(b, span) - overlapOf(a, span))[0];
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
  const { valueMax: printedMax, terms, multiplier, ...kept } = fact;
  // Another value is no longer that of the terms and multiples that are printed.
  const asPrinted =
    rest.value === undefined ? { ...(terms && { terms }), ...(multiplier && { multiplier }) } : {};
  const max = valueMax === undefined ? printedMax : (valueMax ?? undefined);
  return {
    ...kept,
    ...asPrinted,
    ...rest,
    ...(max === undefined ? {} : { valueMax: max }),
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    measure: measure === undefined ? fact.measure : nearestPhrase(text, measure, span),
    ...saidOf(fact, verdict.correction),
    verdict: verdict.verdict === 'rejected' || verdict.verdict === 'withdrawn' ? 'added' : verdict.verdict,
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
