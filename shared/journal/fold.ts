import type { Selector } from '@shared/anchors/selector.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { Act, Cut, Deed, DescriptionChange } from './act.ts';
import { inOrder } from './in-order.ts';
import { joinNames, splitName } from './joined-names.ts';
import { areAmong, areSameFigures, areSameWords, judge } from './judge.ts';
import { NOTHING_MADE } from './nothing-made.ts';
import type {
  ArticleLabel,
  ContinuedStory,
  FactVerdict,
  KeptSource,
  LibraryState,
  MarkedName,
  PairedFigures,
  SettledDoubt,
} from './state.ts';
import { effectiveActs } from './undo.ts';

/**
 * The present state of everything the person made. The same acts always give the same state, in whichever order
 * the journals of several devices were merged.
 */
export function fold(acts: readonly Act[]): LibraryState {
  const ordered = inOrder(acts);
  const effective = effectiveActs(ordered);
  return new Folding(NOTHING_MADE).fold(ordered.filter(({ id }) => effective.has(id)));
}

/**
 * The state once acts were done behind all others. Parts that they leave as they were are the same objects, so that
 * whoever shows one part need not look at it again.
 * @param before what `acts` come to
 * @returns null where the acts have to be folded anew: one of them takes another back, or several devices made them.
 */
export function foldOnto(
  before: LibraryState,
  acts: readonly Act[],
  added: readonly Act[],
): LibraryState | null {
  const device = added[0]?.device;
  const isSimple = ({ deed }: Act): boolean => deed.type !== 'undo' && deed.type !== 'source.erase';
  // Between devices the clocks decide, by which an act that was done last may stand before others.
  const isOwn = (act: Act): boolean => act.device === device;
  if (!added.every((act) => isSimple(act) && isOwn(act)) || !acts.every(isOwn)) return null;
  return new Folding(before).fold(added);
}

/** Source that a cut belongs to. */
export const sourceOfCut = (cut: Cut): SourceHash => {
  if (cut.type === 'merge') return cut.first.source;
  return 'at' in cut ? cut.at.source : cut.what.source;
};

/** Acts applied one after another to a state, of which each part is copied before it is changed for the first time. */
class Folding {
  private readonly state: { -readonly [Part in keyof LibraryState]: LibraryState[Part] };
  private readonly own = new Set<keyof LibraryState>();

  constructor(before: LibraryState) {
    this.state = { ...before };
  }

  /** @returns what the acts come to; those that name what is not there are told by their ids. */
  fold(acts: readonly Act[]): LibraryState {
    const unplaced = acts.filter((act) => !this.apply(act, act.deed)).map(({ id }) => id);
    if (unplaced.length > 0) this.state.unplaced = [...this.state.unplaced, ...unplaced];
    return this.state;
  }

  private open<Part extends MapPart>(part: Part): OpenMap<LibraryState[Part]> {
    const known: ReadonlyMap<unknown, unknown> = this.state[part];
    if (this.own.has(part)) return known as OpenMap<LibraryState[Part]>;
    this.own.add(part);
    const copy = new Map(known) as LibraryState[Part] & OpenMap<LibraryState[Part]>;
    this.state[part] = copy;
    return copy;
  }

  /** @returns false when the deed's target is not there. */
  private apply(act: Act, deed: Deed): boolean {
    switch (deed.type) {
      case 'source.add':
        this.open('sources').set(deed.source, {
          source: deed.source,
          name: deed.name,
          size: deed.size,
          addedAt: this.state.sources.get(deed.source)?.addedAt ?? act.at,
          status: 'present',
          ...(deed.origin ? { origin: deed.origin } : {}),
        });
        return true;
      case 'source.remove':
        return this.setStatus(deed.source, 'removed', act.at);
      case 'source.restore':
        return (
          this.state.sources.get(deed.source)?.status === 'removed' && this.setStatus(deed.source, 'present')
        );
      case 'source.erase':
        return this.setStatus(deed.source, 'erased');
      case 'source.describe':
        return this.describe(deed.source, deed.description);
      case 'source.tag':
        this.open('sourceTags').set(deed.source, deed.tags);
        return true;
      case 'article.label':
        this.label(act.id, deed);
        return true;
      case 'story.continue':
        this.continueStory({ act: act.id, first: deed.first, second: deed.second });
        return true;
      case 'page.cut':
        return this.cut(act.id, deed.cut);
      case 'doubt.settle':
        return this.settle({ act: act.id, target: deed.target, reason: deed.reason });
      case 'fact.confirm':
        return this.judge({
          act: act.id,
          target: deed.target,
          kind: deed.kind,
          verdict: 'confirmed',
          correction: {},
        });
      case 'fact.reject':
        return this.judge({
          act: act.id,
          target: deed.target,
          kind: deed.kind,
          verdict: 'rejected',
          correction: {},
        });
      case 'fact.correct':
        return this.judge({
          act: act.id,
          target: deed.target,
          kind: deed.kind,
          verdict: 'corrected',
          correction: deed.correction,
        });
      case 'fact.add':
        return this.judge({
          act: act.id,
          target: deed.target,
          kind: deed.kind,
          verdict: 'added',
          correction: deed.correction,
        });
      case 'name.mark':
        return this.markName({
          act: act.id,
          target: deed.target,
          nameType: deed.nameType,
          ...(deed.as === undefined ? {} : { as: deed.as }),
        });
      case 'word.keep':
        this.forgetWord(deed.word);
        this.state.ownWords = [...this.state.ownWords, { word: deed.word, type: deed.nameType }];
        return true;
      case 'word.forget':
        return this.forgetWord(deed.word);
      case 'name.join':
        Object.assign(
          this.state,
          joinNames(this.state, { nameType: deed.nameType, as: deed.as, forms: deed.forms }),
        );
        return true;
      case 'name.split':
        Object.assign(this.state, splitName(this.state, deed));
        return true;
      case 'figures.join':
      case 'figures.part':
        return this.pairFigures({
          act: act.id,
          figures: deed.figures,
          isOne: deed.type === 'figures.join',
        });
      case 'figures.settle':
        return this.settleFigures(act, deed);
      case 'bookmark.add':
        if (this.state.removedBookmarks.has(deed.bookmark))
          this.open('removedBookmarks').delete(deed.bookmark);
        this.open('bookmarks').set(deed.bookmark, {
          id: deed.bookmark,
          target: deed.target,
          note: deed.note,
          tags: deed.tags,
          ...(deed.colour ? { colour: deed.colour } : {}),
          madeAt: deed.madeAt ?? act.at,
          changedAt: deed.changedAt ?? deed.madeAt ?? act.at,
        });
        return true;
      case 'bookmark.edit': {
        const bookmark = this.state.bookmarks.get(deed.bookmark);
        if (bookmark === undefined) return false;
        this.open('bookmarks').set(deed.bookmark, {
          ...bookmark,
          note: deed.note,
          tags: deed.tags,
          ...(deed.colour ? { colour: deed.colour } : {}),
          changedAt: act.at,
        });
        return true;
      }
      case 'bookmark.place': {
        const bookmark = this.state.bookmarks.get(deed.bookmark);
        if (bookmark === undefined) return false;
        this.open('bookmarks').set(deed.bookmark, { ...bookmark, target: deed.target, changedAt: act.at });
        return true;
      }
      case 'bookmark.remove': {
        const bookmark = this.state.bookmarks.get(deed.bookmark);
        if (bookmark === undefined) return false;
        this.open('removedBookmarks').set(deed.bookmark, { act: act.id, at: act.at, bookmark });
        return this.open('bookmarks').delete(deed.bookmark);
      }
      case 'search.save':
        this.open('searches').set(deed.search, { id: deed.search, name: deed.name, query: deed.query });
        return true;
      case 'search.forget':
        return this.state.searches.has(deed.search) && this.open('searches').delete(deed.search);
      case 'undo':
        return true;
    }
  }

  private describe(source: SourceHash, change: DescriptionChange): boolean {
    const said = Object.entries({ ...this.state.descriptions.get(source), ...change });
    this.open('descriptions').set(source, Object.fromEntries(said.filter(([, value]) => value !== null)));
    return true;
  }

  private setStatus(source: SourceHash, status: KeptSource['status'], removedAt?: string): boolean {
    const kept = this.state.sources.get(source);
    if (kept === undefined || kept.status === 'erased') return false;
    const { removedAt: _before, ...others } = kept;
    this.open('sources').set(source, {
      ...others,
      status,
      ...(removedAt === undefined ? {} : { removedAt }),
    });
    return true;
  }

  private label(act: string, { target, tags, mark }: Extract<Deed, { type: 'article.label' }>): void {
    const labels = this.state.labels.get(target.source) ?? [];
    const before = labels.find((other) => areSameWords(other.target, target));
    const label: ArticleLabel = {
      act,
      target: before?.target ?? target,
      tags: tags ?? before?.tags ?? [],
      mark: mark === undefined ? (before?.mark ?? null) : mark,
    };
    const others = labels.filter((other) => other !== before);
    this.open('labels').set(
      target.source,
      label.tags.length === 0 && label.mark === null ? others : [...others, label],
    );
  }

  private continueStory(story: ContinuedStory): void {
    const areSame = (a: Selector, b: Selector): boolean => a.source === b.source && areSameWords(a, b);
    const others = this.state.continued.filter(
      ({ first, second }) => !areSame(first, story.first) && !areSame(second, story.second),
    );
    this.state.continued = [...others, story];
  }

  private judge(verdict: FactVerdict): boolean {
    const { source } = verdict.target;
    this.open('verdicts').set(source, judge(this.state.verdicts.get(source) ?? [], verdict));
    return true;
  }

  private cut(act: string, cut: Cut): boolean {
    const source = sourceOfCut(cut);
    this.open('cuts').set(source, [...(this.state.cuts.get(source) ?? []), { act, cut }]);
    return true;
  }

  private settle(doubt: SettledDoubt): boolean {
    const { source } = doubt.target;
    this.open('settledDoubts').set(source, [...(this.state.settledDoubts.get(source) ?? []), doubt]);
    return true;
  }

  private markName(mark: MarkedName): boolean {
    const { source } = mark.target;
    const others = (this.state.markedNames.get(source) ?? []).filter(
      (other) => !areSameWords(other.target, mark.target),
    );
    this.open('markedNames').set(source, [...others, mark]);
    return true;
  }

  private forgetWord(word: string): boolean {
    const others = this.state.ownWords.filter((other) => other.word !== word);
    if (others.length === this.state.ownWords.length) return false;
    this.state.ownWords = others;
    return true;
  }

  /** @returns false where both are one figure. */
  private pairFigures(pair: PairedFigures): boolean {
    if (areSameFigures(...pair.figures)) return false;
    const others = this.state.pairedFigures.filter(({ figures }) => !areAmong(figures, pair.figures));
    this.state.pairedFigures = [...others, pair];
    return true;
  }

  /** @returns false where the figure that is to be used is none of them. */
  private settleFigures(
    { id, at }: Act,
    { figures, use, note }: Extract<Deed, { type: 'figures.settle' }>,
  ): boolean {
    const used = use === null ? null : figures[use];
    if (used === undefined) return false;
    this.state.settledFigures = [
      ...this.state.settledFigures.filter((other) => !areAmong(other.figures, figures)),
      { act: id, at, figures, use: used, note },
    ];
    return true;
  }
}

type MapPart = {
  [Part in keyof LibraryState]: LibraryState[Part] extends ReadonlyMap<string, unknown> ? Part : never;
}[keyof LibraryState];

type OpenMap<Part> = Part extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : never;
