import type { Deed } from '@shared/journal/act.ts';
import type { PlacedAnnotation } from './place-annotations.ts';

const OWN = 'urn:duidu:bookmarks:';

/**
 * Bookmarks for annotations that were placed; ours come back under their own ids and times.
 * @param known ids of bookmarks that the library has: what was brought in before is not brought in again.
 */
export function toBookmarks(
  placed: readonly PlacedAnnotation[],
  known: { has(id: string): boolean },
): Extract<Deed, { type: 'bookmark.add' }>[] {
  return placed.flatMap(({ annotation, target }) => {
    const bookmark = annotation.id.startsWith(OWN) ? annotation.id.slice(OWN.length) : annotation.id;
    if (known.has(bookmark)) return [];
    return [
      {
        type: 'bookmark.add',
        bookmark,
        target,
        note: annotation.note,
        tags: annotation.tags,
        ...(annotation.colour ? { colour: annotation.colour } : {}),
        ...(annotation.created ? { madeAt: annotation.created } : {}),
        ...(annotation.modified ? { changedAt: annotation.modified } : {}),
      },
    ];
  });
}
