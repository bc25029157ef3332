import type { AnchoredText } from '@shared/anchors/describe.ts';
import { resolveSelector } from '@shared/anchors/resolve.ts';
import type { MarkedName } from '@shared/journal/state.ts';
import type { FoundName, NameMention } from '@shared/model/name.ts';
import { readingSpan, type SourceSpan } from '@shared/model/offset.ts';
import type { Passage } from './passage.ts';

/** A name that the person said is none, in the passage of that index. */
export interface RejectedName {
  /** Id of the act that said so. */
  readonly act: string;
  readonly passage: number;
  readonly name: FoundName;
}

export interface MarkedPassages {
  readonly names: readonly (readonly FoundName[])[];
  readonly rejected: readonly RejectedName[];
  /** Marks whose words stand in no passage, with their place on the page; a byline's words are such. */
  readonly elsewhere: readonly PlacedMark[];
  /** Ids of the acts whose words are not found any more. */
  readonly unplaced: readonly string[];
}

interface PlacedMark {
  readonly mark: MarkedName;
  readonly spans: readonly SourceSpan[];
}

/**
 * Lays what the person said of names over what was recognised, before anything is linked to them: what overlaps the
 * marked words gives way to the name that they are, or to none. The post of a name that keeps its words stays.
 */
export function layNameMarks(
  passages: readonly Passage[],
  found: readonly (readonly FoundName[])[],
  marks: readonly MarkedName[],
  anchored: AnchoredText,
): MarkedPassages {
  const names = found.map((list) => [...list]);
  const rejected: RejectedName[] = [];
  const elsewhere: PlacedMark[] = [];
  const unplaced: string[] = [];
  const backs = marks.length === 0 ? [] : passages.map(({ map }) => map.invert(anchored.text.length));
  for (const mark of marks) {
    const placement = resolveSelector(mark.target, anchored);
    if (!placement.ok) {
      unplaced.push(mark.act);
      continue;
    }
    const places = backs.map((back) => placement.value.spans.flatMap((span) => back.mapSpan(span)));
    const passage = places.findIndex((spans) => spans.length > 0);
    const spans = places[passage];
    if (!spans) {
      elsewhere.push({ mark, spans: placement.value.spans });
      continue;
    }
    const span = readingSpan(
      Math.min(...spans.map(({ start }) => start)),
      Math.max(...spans.map(({ end }) => end)),
    );
    const list = names[passage] as FoundName[];
    const touched = list.filter(({ start, end }) => start < span.end && end > span.start);
    const known = touched.find(({ start, end }) => start === span.start && end === span.end);
    names[passage] = list.filter((name) => !touched.includes(name));
    if (mark.nameType === null) {
      const name = known ?? touched[0];
      if (name) rejected.push({ act: mark.act, passage, name });
      continue;
    }
    const { text } = passages[passage] as Passage;
    const words = text.slice(span.start, span.end);
    names[passage]?.push({ ...span, text: words, ...described(mark, known) } as FoundName);
    names[passage]?.sort((a, b) => a.start - b.start);
  }
  return { names, rejected, elsewhere, unplaced };
}

/** What a marked mention is besides its words: of the name that was read there, what the mark leaves true. */
function described(
  { nameType, as }: MarkedName,
  known: FoundName | NameMention | undefined,
): Pick<FoundName, 'type' | 'canonical' | 'role' | 'places' | 'said'> {
  const type = nameType as NonNullable<typeof nameType>;
  const kept = known?.type === type ? known : undefined;
  const canonical = as ?? kept?.canonical;
  return {
    type,
    said: true,
    ...(canonical === undefined ? {} : { canonical }),
    ...(kept?.role === undefined ? {} : { role: kept.role }),
    ...(kept?.places === undefined || as !== undefined ? {} : { places: kept.places }),
  };
}

/** The same over the names of bylines, which stand in no passage. */
export function markBylineNames(
  mentions: readonly NameMention[],
  marks: readonly PlacedMark[],
): readonly NameMention[] {
  return mentions.flatMap((mention) => {
    const placed = marks.find(({ spans }) =>
      spans.some(({ start, end }) => start < mention.end && end > mention.start),
    );
    if (!placed) return [mention];
    if (placed.mark.nameType === null) return [];
    const { canonical: _canonical, role: _role, places: _places, ...words } = mention;
    return [{ ...words, ...described(placed.mark, mention) }];
  });
}
