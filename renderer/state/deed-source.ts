import type { Deed } from '@shared/journal/act.ts';
import { sourceOfCut } from '@shared/journal/fold.ts';
import type { SourceHash } from '@shared/model/source.ts';

/** The source that a deed needs to be in the vault for; null when it names none. */
export function sourceOfDeed(deed: Deed): SourceHash | null {
  switch (deed.type) {
    case 'source.remove':
    case 'source.describe':
    case 'source.tag':
      return deed.source;
    case 'page.cut':
      return sourceOfCut(deed.cut);
    case 'doubt.settle':
    case 'fact.confirm':
    case 'fact.correct':
    case 'fact.reject':
    case 'fact.add':
    case 'name.mark':
    case 'article.label':
    case 'bookmark.add':
      return deed.target.source;
    default:
      return null;
  }
}
