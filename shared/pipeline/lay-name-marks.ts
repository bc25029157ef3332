import type { AnchoredText } from '@shared/anchors/describe.ts';
import type { MarkedName } from '@shared/journal/state.ts';
import type { FoundName, NameMention } from '@shared/model/name.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import { findInPassages } from './find-in-passages.ts';
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
  if (marks.length === 0) return { names: found, rejected: [], elsewhere: [], unplaced: [] };
  const names = found.map((list) => [...list]);
  const rejected: RejectedName[] = [];
  const elsewhere: PlacedMark[] = [];
  const unplaced: string[] = [];
  const find = findInPassages(passages, anchored);
  for (const mark of marks) {
    const words = find(mark.target);
    if (!words?.place) {
      if (words) elsewhere.push({ mark, spans: words.spans });
      else unplaced.push(mark.act);
      continue;
    }
    const { passage, span } = words.place;
    const list = names[passage] as FoundName[];
    const touched = list.filter(({ start, end }) => start < span.end && end > span.start);
    const known = touched.find(({ start, end }) => start === span.start && end === span.end);
    names[passage] = list.filter((name) => !touched.includes(name));
    if (mark.nameType === null) {
      const name = known ?? touched[0];
      if (name) rejected.push({ act: mark.act, passage, name });
      continue;
    }
    const text = (passages[passage] as Passage).text.slice(span.start, span.end);
    names[passage]?.push({ ...span, text, ...described(mark, known) } as FoundName);
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

export interface MarkedBylines {
  readonly names: readonly NameMention[];
  readonly rejected: readonly { readonly act: string; readonly name: NameMention }[];
  /** Ids of the acts that name words which stand neither in a passage nor in a byline. */
  readonly unplaced: readonly string[];
}

/** The same over the names of bylines, which stand in no passage. */
export function markBylineNames(
  mentions: readonly NameMention[],
  marks: readonly PlacedMark[],
): MarkedBylines {
  const names: NameMention[] = [];
  const rejected: { readonly act: string; readonly name: NameMention }[] = [];
  const laid = new Set<PlacedMark>();
  for (const mention of mentions) {
    const placed = marks.filter(({ spans }) =>
      spans.some(({ start, end }) => start < mention.end && end > mention.start),
    );
    for (const one of placed) laid.add(one);
    const mark = placed.at(-1)?.mark;
    if (mark === undefined) names.push(mention);
    else if (mark.nameType === null) rejected.push({ act: mark.act, name: mention });
    else {
      const { canonical: _canonical, role: _role, places: _places, ...words } = mention;
      names.push({ ...words, ...described(mark, mention) });
    }
  }
  const unplaced = marks.filter((one) => !laid.has(one) && one.mark.nameType !== null);
  return { names, rejected, unplaced: unplaced.map(({ mark }) => mark.act) };
}
