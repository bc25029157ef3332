import { formOfMention } from '@shared/names/name-form.ts';
import { namesBeside, type PlacedName } from '@shared/search/claims/names-beside.ts';
import { type PackedClaims, packClaims } from '@shared/search/claims/packed-claims.ts';
import { readingsOf } from '../library/article-at.ts';
import type { ArticleRow, ClaimsRow, SourceRow } from '../library/rows.ts';

const NAMED: readonly PlacedName['kind'][] = ['place', 'programme', 'person'];

/** The facts of a source for the table of all facts, each with the names that stand in its sentence. */
export const claimsRow = ({ sha256 }: SourceRow, rows: readonly ArticleRow[]): ClaimsRow => ({
  sha256,
  articles: rows.map(packArticle),
});

function packArticle({ id, article, facts, names }: ArticleRow): PackedClaims {
  const placed = names.flatMap((name): PlacedName[] => {
    const kind = NAMED.find((named) => named === name.type);
    return kind ? [{ kind, form: formOfMention(name), start: name.start, end: name.end }] : [];
  });
  return packClaims(id, facts, namesBeside(readingsOf(article), facts, placed));
}
