import { formOfMention } from '@shared/names/name-form.ts';
import { packNames, type SaidOf } from '@shared/search/names/packed-names.ts';
import type { ArticleRow, NamedRow, SourceRow } from '../library/rows.ts';

/** The names of a source for the list of all names, each article's with the figures and the words that are said to be theirs. */
export const namedRow = ({ sha256 }: SourceRow, rows: readonly ArticleRow[]): NamedRow => ({
  sha256,
  articles: rows.map(({ id, names, facts, quotes }) =>
    packNames({
      article: id,
      names: names.map((name) => ({
        type: name.type,
        full: formOfMention(name),
        text: name.text,
        post: name.role,
        paths: (name.places ?? []).map(({ path }) => path.join(' ')),
      })),
      subjects: saidOf(facts.map(({ subject }) => subject?.text)),
      speakers: saidOf(quotes.map(({ speaker }) => speaker?.text)),
    }),
  ),
});

const saidOf = (texts: readonly (string | undefined)[]): SaidOf[] =>
  texts.flatMap((text, place) => (text ? [{ text, place }] : []));
