import type { StoryPiece } from '@shared/analysis/continuations/find-continuations.ts';
import type { SourceDescription } from '@shared/model/source.ts';
import { type JumpNote, pageNumberIn, readJumpNote } from '@shared/numerals/jump-note.ts';
import { readingsOf } from '../library/article-at.ts';
import type { ArticleRow, SourceRow } from '../library/rows.ts';
import { startOfArticle } from './article-targets.ts';

/** A note of a cut where it stands in its source. */
export interface PlacedNote extends Pick<JumpNote, 'direction' | 'page' | 'words'> {
  readonly start: number;
  readonly end: number;
}

/** The notes among a page's furniture. */
export function findNotes(furniture: SourceRow['furniture'], text: string): PlacedNote[] {
  return furniture.flatMap(({ start, end }) => {
    let at: number = start;
    return text
      .slice(start, end)
      .split('\n')
      .flatMap((line): PlacedNote[] => {
        const from = at;
        at += line.length + 1;
        const note = readJumpNote(line);
        if (!note) return [];
        const { direction, page, words } = note;
        return [
          { direction, page, words: withoutSigns(words), start: from + note.start, end: from + note.end },
        ];
      });
  });
}

/** The notes that stand at the end or the beginning of each article, by its id. */
export function giveNotes(
  notes: readonly PlacedNote[],
  articles: readonly ArticleRow[],
): ReadonlyMap<string, readonly PlacedNote[]> {
  const given = new Map<string, PlacedNote[]>();
  for (const note of notes) {
    const owner = ownerOf(note, articles);
    if (owner) given.set(owner, [...(given.get(owner) ?? []), note]);
  }
  return given;
}

/** The articles of a source as pieces of stories. */
export const listPieces = (
  { articles, sheets }: Pick<SourceRow, 'articles' | 'sheets'>,
  edition: SourceDescription['edition'],
  notes: ReturnType<typeof giveNotes>,
): StoryPiece[] =>
  articles.map(({ id, hasTitle, title }) => ({
    article: id,
    page: pageOf(id, sheets, edition),
    title: hasTitle ? withoutSigns(title) : '',
    notes: notes.get(id) ?? [],
  }));

/** Who ends just before a note that leads on, or begins just behind one that leads back. */
function ownerOf({ direction, start, end }: PlacedNote, articles: readonly ArticleRow[]): string | null {
  let nearest: { readonly id: string; readonly distance: number } | null = null;
  for (const { id, article } of articles)
    for (const { pieces } of readingsOf(article))
      for (const { to, length } of pieces) {
        const distance = direction === 'onward' ? start - (to + length) : to - end;
        if (distance >= 0 && (nearest === null || distance < nearest.distance)) nearest = { id, distance };
      }
  return nearest?.id ?? null;
}

/** The number of the page that an article stands on: of its sheet where the file has several, else as the page says. */
function pageOf(
  article: string,
  sheets: SourceRow['sheets'],
  edition: SourceDescription['edition'],
): string | null {
  const at = startOfArticle(article);
  const sheet = sheets.length > 1 ? sheets.find(({ start, end }) => start <= at && at < end) : undefined;
  if (sheet) return sheet.page === undefined ? null : String(sheet.page);
  return edition === undefined ? null : pageNumberIn(edition);
}

const withoutSigns = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');
