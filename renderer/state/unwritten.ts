import type { Selector } from '@shared/anchors/selector.ts';
import type { Act, Deed } from '@shared/journal/act.ts';
import { sourceOfCut } from '@shared/journal/fold.ts';
import { meaningOf } from '@shared/journal/undo.ts';
import type { FactKind } from '@shared/model/fact.ts';
import type { NameType } from '@shared/model/name.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { SourceHash } from '@shared/model/source.ts';

/** What the desk shows by acts that are not on disk yet, so that each is marked where it stands. */
export interface Unwritten {
  /** Ids of these acts. */
  readonly acts: ReadonlySet<string>;
  /** Sources that were taken in, taken away, put back, described, tagged or mended. */
  readonly sources: ReadonlySet<SourceHash>;
  /** As `factKey` says. */
  readonly facts: ReadonlySet<string>;
  /** As `type:form`. */
  readonly names: ReadonlySet<string>;
  readonly bookmarks: ReadonlySet<string>;
}

/** Names a fact by its words, as it is shown. */
export const factKey = (source: SourceHash, kind: FactKind, spans: readonly SourceSpan[]): string =>
  `${source} ${kind} ${spans.map(({ start, end }) => `${start}-${end}`).join()}`;

export const nameKey = (type: NameType, form: string): string => `${type}:${form}`;

/** @param acts all acts, which those that are undone are found in. */
export function listUnwritten(unwritten: readonly Act[], acts: readonly Act[]): Unwritten {
  const sources = new Set<SourceHash>();
  const facts = new Set<string>();
  const names = new Set<string>();
  const bookmarks = new Set<string>();
  const addFact = ({ source, spans }: Selector, kind: FactKind): unknown =>
    facts.add(factKey(source, kind, spans));
  const add = (deed: Deed): void => {
    switch (deed.type) {
      case 'source.add':
      case 'source.remove':
      case 'source.restore':
      case 'source.erase':
      case 'source.describe':
      case 'source.tag':
        sources.add(deed.source);
        break;
      case 'page.cut':
        sources.add(sourceOfCut(deed.cut));
        break;
      case 'doubt.settle':
        sources.add(deed.target.source);
        break;
      case 'fact.confirm':
      case 'fact.reject':
        addFact(deed.target, deed.kind);
        break;
      case 'fact.correct':
      case 'fact.add':
        // Corrected it stands on other words, or as another kind; undone it is as before.
        addFact(deed.target, deed.kind);
        addFact(deed.correction.span ?? deed.target, deed.correction.kind ?? deed.kind);
        break;
      case 'figures.join':
      case 'figures.part':
      case 'figures.settle':
        for (const { target, kind } of deed.figures) addFact(target, kind);
        break;
      case 'name.mark':
      case 'article.label':
        sources.add(deed.target.source);
        break;
      case 'story.continue':
        for (const { source } of [deed.first, deed.second]) sources.add(source);
        break;
      case 'name.join':
        for (const form of [deed.as, ...deed.forms]) names.add(nameKey(deed.nameType, form));
        break;
      case 'name.split':
        for (const form of [deed.form, deed.from]) names.add(nameKey(deed.nameType, form));
        break;
      case 'bookmark.add':
      case 'bookmark.edit':
      case 'bookmark.place':
      case 'bookmark.remove':
        bookmarks.add(deed.bookmark);
        break;
      case 'search.save':
      case 'search.forget':
      case 'word.keep':
      case 'word.forget':
      case 'undo':
        break;
    }
  };
  for (const act of unwritten) add(meaningOf(act, acts).deed);
  return { acts: new Set(unwritten.map(({ id }) => id)), sources, facts, names, bookmarks };
}
