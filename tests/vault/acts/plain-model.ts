import type { Selector } from '@shared/anchors/selector.ts';
import type { Act, Deed, FactCorrection, FigureTarget } from '@shared/journal/act.ts';
import type { LibraryState } from '@shared/journal/state.ts';

/** What the person did, as a list in which each deed stands or not: undo strikes out, redo writes in again. */
export class PlainModel {
  readonly acts: readonly Act[];

  constructor(acts: readonly Act[]) {
    this.acts = acts;
  }

  with(acts: readonly Act[]): PlainModel {
    return new PlainModel([...this.acts, ...acts]);
  }

  /** Deeds that stand, and the undos that a redo may take back, the last first. */
  #play(): { readonly standing: readonly { id: string; deed: Deed }[]; readonly undone: readonly string[] } {
    const done: { id: string; deed: Deed; stands: boolean }[] = [];
    const struckBy = new Map<string, string>();
    let undone: string[] = [];
    for (const { id, deed } of this.acts) {
      if (deed.type !== 'undo') {
        done.push({ id, deed, stands: true });
        undone = [];
        continue;
      }
      const again = struckBy.get(deed.act);
      const one = done.find((other) => other.id === (again ?? deed.act));
      // What was erased stays erased, whatever a journal says.
      if (!one || one.deed.type === 'source.erase') continue;
      one.stands = again !== undefined;
      if (again === undefined) {
        struckBy.set(id, one.id);
        undone.unshift(id);
      } else undone = undone.filter((other) => other !== deed.act);
    }
    return { standing: done.filter(({ stands }) => stands), undone };
  }

  get nextUndo(): string | null {
    const { standing } = this.#play();
    const erased: string[] = [];
    for (const { id, deed } of [...standing].reverse()) {
      if (deed.type === 'source.erase') erased.push(deed.source);
      else if (!/^source\.(add|remove|restore)$/.test(deed.type)) return id;
      else if ('source' in deed && !erased.includes(deed.source)) return id;
    }
    return null;
  }

  get nextRedo(): string | null {
    return this.#play().undone[0] ?? null;
  }

  /** Ids of the deeds that stand. */
  get standing(): readonly string[] {
    return this.#play().standing.map(({ id }) => id);
  }

  /** The state, in words that can be compared. */
  get picture(): Picture {
    return draw(this.#play().standing.map(({ deed }) => deed));
  }
}

export type Picture = Readonly<Record<string, readonly string[]>>;

const say = (value: unknown): string => JSON.stringify(value);
const sorted = (words: Iterable<string>): string[] => [...words].sort();

interface SaidOfFact {
  place: string;
  kind: string;
  /** Where the fact stands, and as what, after corrections. */
  nowPlace: string;
  nowKind: string;
  verdict: string;
  correction: FactCorrection;
}

function draw(deeds: readonly Deed[]): Picture {
  const sources: Record<string, string> = {};
  const descriptions: Record<string, Record<string, unknown>> = {};
  const tags: Record<string, string> = {};
  const cuts: string[] = [];
  const doubts: string[] = [];
  const bookmarks: Record<string, object> = {};
  const searches: Record<string, string> = {};
  let facts: SaidOfFact[] = [];
  let names: { as: string; forms: Set<string> }[] = [];
  const splits = new Set<string>();
  const labels: Record<string, { readonly tags: readonly string[]; readonly mark: string | null }> = {};
  let stories: (readonly [first: string, second: string])[] = [];
  const marks: Record<string, string> = {};
  const words: Record<string, string> = {};
  const pairs: Record<string, string> = {};
  let settled: { readonly of: readonly string[]; readonly said: string }[] = [];

  for (const deed of deeds) {
    if (deed.type === 'source.add') sources[deed.source] = 'present';
    if (deed.type === 'source.remove' && /present|removed/.test(sources[deed.source] ?? ''))
      sources[deed.source] = 'removed';
    if (deed.type === 'source.restore' && sources[deed.source] === 'removed')
      sources[deed.source] = 'present';
    if (deed.type === 'source.erase' && sources[deed.source]) sources[deed.source] = 'erased';
    if (deed.type === 'source.describe') {
      const said = { ...descriptions[deed.source], ...deed.description };
      descriptions[deed.source] = Object.fromEntries(
        Object.entries(said).filter(([, value]) => value !== null),
      );
    }
    if (deed.type === 'source.tag') tags[deed.source] = say(deed.tags);
    if (deed.type === 'article.label') {
      const place = placeOf(deed.target);
      const before = labels[place] ?? { tags: [], mark: null };
      labels[place] = {
        tags: deed.tags ?? before.tags,
        mark: deed.mark === undefined ? before.mark : deed.mark,
      };
    }
    if (deed.type === 'story.continue') {
      const [first, second] = [placeOf(deed.first), placeOf(deed.second)];
      stories = stories.filter(([from, to]) => from !== first && to !== second);
      stories.push([first, second]);
    }
    if (deed.type === 'page.cut') cuts.push(say(deed.cut));
    if (deed.type === 'doubt.settle') doubts.push(say(deed.target));
    if (deed.type === 'bookmark.add')
      bookmarks[deed.bookmark] = { target: deed.target, note: deed.note, tags: deed.tags };
    if (deed.type === 'bookmark.edit' && bookmarks[deed.bookmark])
      bookmarks[deed.bookmark] = { ...bookmarks[deed.bookmark], note: deed.note, tags: deed.tags };
    if (deed.type === 'bookmark.place' && bookmarks[deed.bookmark])
      bookmarks[deed.bookmark] = { ...bookmarks[deed.bookmark], target: deed.target };
    if (deed.type === 'bookmark.remove') delete bookmarks[deed.bookmark];
    if (deed.type === 'search.save') searches[deed.search] = say([deed.name, deed.query]);
    if (deed.type === 'search.forget') delete searches[deed.search];
    if (deed.type.startsWith('fact.')) facts = sayOfFact(facts, deed as FactDeed);
    if (deed.type === 'name.mark') marks[placeOf(deed.target)] = say(deed.nameType);
    if (deed.type === 'figures.join' || deed.type === 'figures.part')
      if (figureOf(deed.figures[0]) !== figureOf(deed.figures[1]))
        pairs[say(sorted(deed.figures.map(figureOf)))] = deed.type;
    if (deed.type === 'figures.settle' && (deed.use === null || deed.figures[deed.use])) {
      const of = deed.figures.map(figureOf);
      settled = settled.filter((other) => !other.of.every((figure) => of.includes(figure)));
      settled.push({ of, said: say([of, deed.use === null ? null : of[deed.use], deed.note]) });
    }
    if (deed.type === 'word.keep') words[deed.word] = say(deed.nameType);
    if (deed.type === 'word.forget') delete words[deed.word];
    if (deed.type === 'name.join') {
      const forms = new Set([deed.as, ...deed.forms]);
      for (const name of names)
        if ([...name.forms].some((form) => forms.has(form)))
          name.forms.forEach((form) => void forms.add(form));
      names = [
        ...names.filter((name) => ![...name.forms].some((form) => forms.has(form))),
        { as: deed.as, forms },
      ];
      for (const form of forms) splits.delete(`${form} from ${deed.as}`);
    }
    if (deed.type === 'name.split') {
      splits.add(`${deed.form} from ${deed.from}`);
      for (const name of names) if (name.as === deed.from) name.forms.delete(deed.form);
      names = names.filter(({ forms }) => forms.size > 1);
    }
  }
  return {
    sources: sorted(Object.entries(sources).map(say)),
    descriptions: sorted(
      Object.entries(descriptions).map(([of, said]) => say([of, Object.entries(said).sort()])),
    ),
    tags: sorted(Object.entries(tags).map(say)),
    cuts: sorted(cuts),
    doubts: sorted(doubts),
    bookmarks: sorted(Object.entries(bookmarks).map(say)),
    searches: sorted(Object.entries(searches).map(say)),
    facts: sorted(
      facts.map(({ place, kind, verdict, correction }) => sayFact(place, kind, verdict, correction)),
    ),
    names: sorted(names.map(({ as, forms }) => say([as, sorted(forms)]))),
    splits: sorted(splits),
    labels: sorted(
      Object.entries(labels)
        .filter(([, { tags, mark }]) => tags.length > 0 || mark !== null)
        .map(([place, { tags, mark }]) => say([place, tags, mark])),
    ),
    stories: sorted(stories.map(say)),
    marks: sorted(Object.entries(marks).map(say)),
    words: sorted(Object.entries(words).map(say)),
    pairs: sorted(Object.entries(pairs).map(say)),
    settled: sorted(settled.map(({ said }) => said)),
  };
}

type FactDeed = Extract<Deed, { type: `fact.${string}` }>;

function sayOfFact(facts: readonly SaidOfFact[], deed: FactDeed): SaidOfFact[] {
  const place = say(deed.target);
  const isOwn = ({ verdict }: SaidOfFact) => verdict === 'added' || verdict === 'withdrawn';
  const last = (is: (fact: SaidOfFact) => boolean) => [...facts].reverse().find(is);
  const isNow = (fact: SaidOfFact) => fact.nowPlace === place && fact.nowKind === deed.kind;
  const correction: FactCorrection = 'correction' in deed ? deed.correction : {};
  const isAdded = deed.type === 'fact.add';
  const before = isAdded
    ? last((fact) => isNow(fact) && isOwn(fact))
    : (last(isNow) ?? last((fact) => fact.place === place && fact.kind === deed.kind));
  const all = isAdded || !before ? correction : { ...before.correction, ...correction };
  const spoken = { confirm: 'confirmed', reject: 'rejected', correct: 'corrected', add: 'added' }[
    deed.type.slice(5) as 'add'
  ];
  const keepsPlace = before && !isAdded ? before : { place, kind: deed.kind };
  const said: SaidOfFact = {
    place: keepsPlace.place,
    kind: keepsPlace.kind,
    nowPlace: all.span ? say(all.span) : keepsPlace.place,
    nowKind: all.kind ?? keepsPlace.kind,
    verdict: before && isOwn(before) ? (spoken === 'rejected' ? 'withdrawn' : 'added') : spoken,
    correction: all,
  };
  return [...facts.filter((fact) => fact !== before), said];
}

const sayFact = (place: string, kind: string, verdict: string, correction: object): string =>
  say([place, kind, verdict, Object.entries(correction).sort(([a], [b]) => (a < b ? -1 : 1))]);

const figureOf = ({ target, kind }: FigureTarget): string => say([placeOf(target), kind]);

const placeOf = ({ source, textHash, spans }: Selector): string => say([source, textHash, spans]);

/** A folded state in the same words. */
export const pictureOf = (state: LibraryState): Picture => ({
  sources: sorted([...state.sources].map(([of, { status }]) => say([of, status]))),
  descriptions: sorted([...state.descriptions].map(([of, said]) => say([of, Object.entries(said).sort()]))),
  tags: sorted([...state.sourceTags].map(([of, tags]) => say([of, say(tags)]))),
  cuts: sorted([...state.cuts.values()].flat().map(({ cut }) => say(cut))),
  doubts: sorted([...state.settledDoubts.values()].flat().map(({ target }) => say(target))),
  bookmarks: sorted(
    [...state.bookmarks].map(([id, { target, note, tags }]) => say([id, { target, note, tags }])),
  ),
  searches: sorted([...state.searches].map(([id, { name, query }]) => say([id, say([name, query])]))),
  facts: sorted(
    [...state.verdicts.values()]
      .flat()
      .map(({ target, kind, verdict, correction }) => sayFact(say(target), kind, verdict, correction)),
  ),
  names: sorted(state.joinedNames.map(({ as, forms }) => say([as, sorted(forms)]))),
  splits: sorted([...state.splitNames].map((key) => key.split('|').slice(1).join(' from '))),
  labels: sorted(
    [...state.labels.values()].flat().map(({ target, tags, mark }) => say([placeOf(target), tags, mark])),
  ),
  stories: sorted(state.continued.map(({ first, second }) => say([placeOf(first), placeOf(second)]))),
  marks: sorted(
    [...state.markedNames.values()]
      .flat()
      .map(({ target, nameType }) => say([placeOf(target), say(nameType)])),
  ),
  words: sorted(state.ownWords.map(({ word, type }) => say([word, say(type)]))),
  pairs: sorted(
    state.pairedFigures.map(({ figures, isOne }) =>
      say([say(sorted(figures.map(figureOf))), isOne ? 'figures.join' : 'figures.part']),
    ),
  ),
  settled: sorted(
    state.settledFigures.map(({ figures, use, note }) =>
      say([figures.map(figureOf), use && figureOf(use), note]),
    ),
  ),
});
