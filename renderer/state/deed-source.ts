import type { Deed } from '@shared/journal/act.ts';
import { sourceOfCut } from '@shared/journal/fold.ts';
import type { SourceHash } from '@shared/model/source.ts';

/** The sources that a deed is about, which have to be in the vault for it. */
export function sourcesOfDeed(deed: Deed): readonly SourceHash[] {
  switch (deed.type) {
    case 'source.remove':
    case 'source.describe':
    case 'source.tag':
      return [deed.source];
    case 'page.cut':
      return [sourceOfCut(deed.cut)];
    case 'story.continue':
      return [deed.first.source, deed.second.source];
    case 'doubt.settle':
    case 'fact.confirm':
    case 'fact.correct':
    case 'fact.reject':
    case 'fact.add':
    case 'name.mark':
    case 'article.label':
    case 'bookmark.add':
      return [deed.target.source];
    case 'figures.join':
    case 'figures.part':
    case 'figures.settle':
      return [...new Set(deed.figures.map(({ target }) => target.source))];
    default:
      return [];
  }
}
