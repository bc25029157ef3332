import type { OwnWord } from '@shared/model/name.ts';
import type { SourceDescription, SourceHash } from '@shared/model/source.ts';
import type { Act, Cut, Deed, DescriptionChange } from './act.ts';
import { inOrder } from './in-order.ts';
import { areSameWords, judge } from './judge.ts';
import type {
  Bookmark,
  FactVerdict,
  JoinedNames,
  KeptSource,
  LibraryState,
  MadeCut,
  MarkedName,
  SavedSearch,
  SettledDoubt,
} from './state.ts';
import { effectiveActs } from './undo.ts';

/**
 * The present state of everything the person made. The same acts always give the same state, in whichever order
 * the journals of several devices were merged.
 */
export function fold(acts: readonly Act[]): LibraryState {
  const state = new Folding();
  const ordered = inOrder(acts);
  const effective = effectiveActs(ordered);
  for (const act of ordered)
    if (effective.has(act.id) && !state.apply(act, act.deed)) state.unplaced.push(act.id);
  return state;
}

/** Key of a form in `LibraryState.splitNames`. */
export const splitNameKey = (nameType: string, form: string, from: string): string =>
  `${nameType}|${form}|${from}`;

/** Source that a cut belongs to. */
export const sourceOfCut = (cut: Cut): SourceHash => {
  if (cut.type === 'merge') return cut.first.source;
  return 'at' in cut ? cut.at.source : cut.what.source;
};

class Folding implements LibraryState {
  readonly sources = new Map<SourceHash, KeptSource>();
  readonly descriptions = new Map<SourceHash, SourceDescription>();
  readonly sourceTags = new Map<SourceHash, readonly string[]>();
  readonly cuts = new Map<SourceHash, MadeCut[]>();
  readonly settledDoubts = new Map<SourceHash, SettledDoubt[]>();
  readonly verdicts = new Map<SourceHash, readonly FactVerdict[]>();
  readonly markedNames = new Map<SourceHash, readonly MarkedName[]>();
  ownWords: readonly OwnWord[] = [];
  joinedNames: JoinedNames[] = [];
  readonly splitNames = new Set<string>();
  readonly bookmarks = new Map<string, Bookmark>();
  readonly searches = new Map<string, SavedSearch>();
  readonly unplaced: string[] = [];

  /** @returns false when the deed's target is not there. */
  apply(act: Act, deed: Deed): boolean {
    switch (deed.type) {
      case 'source.add':
        this.sources.set(deed.source, {
          source: deed.source,
          name: deed.name,
          size: deed.size,
          addedAt: this.sources.get(deed.source)?.addedAt ?? act.at,
          status: 'present',
          ...(deed.origin ? { origin: deed.origin } : {}),
        });
        return true;
      case 'source.remove':
        return this.setStatus(deed.source, 'removed');
      case 'source.restore':
        return this.sources.get(deed.source)?.status === 'removed' && this.setStatus(deed.source, 'present');
      case 'source.erase':
        return this.setStatus(deed.source, 'erased');
      case 'source.describe':
        return this.describe(deed.source, deed.description);
      case 'source.tag':
        this.sourceTags.set(deed.source, deed.tags);
        return true;
      case 'page.cut':
        push(this.cuts, sourceOfCut(deed.cut), { act: act.id, cut: deed.cut });
        return true;
      case 'doubt.settle':
        push(this.settledDoubts, deed.target.source, {
          act: act.id,
          target: deed.target,
          reason: deed.reason,
        });
        return true;
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
      case 'name.mark': {
        const { target, nameType, as } = deed;
        const others = (this.markedNames.get(target.source) ?? []).filter(
          (other) => !areSameWords(other.target, target),
        );
        const mark = { act: act.id, target, nameType, ...(as === undefined ? {} : { as }) };
        this.markedNames.set(target.source, [...others, mark]);
        return true;
      }
      case 'word.keep':
        this.forgetWord(deed.word);
        this.ownWords = [...this.ownWords, { word: deed.word, type: deed.nameType }];
        return true;
      case 'word.forget':
        return this.forgetWord(deed.word);
      case 'name.join':
        return this.joinNames({ nameType: deed.nameType, as: deed.as, forms: deed.forms });
      case 'name.split':
        return this.splitName(deed);
      case 'bookmark.add':
        this.bookmarks.set(deed.bookmark, {
          id: deed.bookmark,
          target: deed.target,
          note: deed.note,
          tags: deed.tags,
          madeAt: deed.madeAt ?? act.at,
          changedAt: deed.changedAt ?? deed.madeAt ?? act.at,
        });
        return true;
      case 'bookmark.edit': {
        const bookmark = this.bookmarks.get(deed.bookmark);
        if (bookmark === undefined) return false;
        this.bookmarks.set(deed.bookmark, {
          ...bookmark,
          note: deed.note,
          tags: deed.tags,
          changedAt: act.at,
        });
        return true;
      }
      case 'bookmark.remove':
        return this.bookmarks.delete(deed.bookmark);
      case 'search.save':
        this.searches.set(deed.search, { id: deed.search, name: deed.name, query: deed.query });
        return true;
      case 'search.forget':
        return this.searches.delete(deed.search);
      case 'undo':
        return true;
    }
  }

  private describe(source: SourceHash, change: DescriptionChange): boolean {
    const said = Object.entries({ ...this.descriptions.get(source), ...change });
    this.descriptions.set(source, Object.fromEntries(said.filter(([, value]) => value !== null)));
    return true;
  }

  private setStatus(source: SourceHash, status: KeptSource['status']): boolean {
    const kept = this.sources.get(source);
    if (kept === undefined || kept.status === 'erased') return false;
    this.sources.set(source, { ...kept, status });
    return true;
  }

  private judge(verdict: FactVerdict): boolean {
    const { source } = verdict.target;
    this.verdicts.set(source, judge(this.verdicts.get(source) ?? [], verdict));
    return true;
  }

  private forgetWord(word: string): boolean {
    const before = this.ownWords.length;
    this.ownWords = this.ownWords.filter((other) => other.word !== word);
    return this.ownWords.length < before;
  }

  private joinNames(join: JoinedNames): boolean {
    const forms = new Set([join.as, ...join.forms]);
    const touching = this.joinedNames.filter(
      (other) => other.nameType === join.nameType && other.forms.some((form) => forms.has(form)),
    );
    for (const other of touching) for (const form of other.forms) forms.add(form);
    this.joinedNames = this.joinedNames.filter((other) => !touching.includes(other));
    this.joinedNames.push({ ...join, forms: [...forms] });
    for (const form of forms) this.splitNames.delete(splitNameKey(join.nameType, form, join.as));
    return true;
  }

  private splitName({ nameType, form, from }: Extract<Deed, { type: 'name.split' }>): boolean {
    this.splitNames.add(splitNameKey(nameType, form, from));
    this.joinedNames = this.joinedNames
      .map((join) =>
        join.nameType === nameType && join.as === from
          ? { ...join, forms: join.forms.filter((other) => other !== form) }
          : join,
      )
      .filter(({ forms }) => forms.length > 1);
    return true;
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
