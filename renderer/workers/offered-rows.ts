import type { Fact } from '@shared/model/fact.ts';
import type { NameMention } from '@shared/model/name.ts';
import { formOfMention } from '@shared/names/name-form.ts';
import type { ArticleRow, OfferedFigure, OfferedName, OfferedRow, SourceRow } from '../library/rows.ts';

/** What of a source is offered as one types: its names, each once, and its figures. */
export function offeredRow({ sha256, stamp }: SourceRow, rows: readonly ArticleRow[]): OfferedRow {
  return { sha256, stamp, names: namesOf(rows), figures: rows.flatMap(figuresOf) };
}

function namesOf(rows: readonly ArticleRow[]): OfferedName[] {
  const names = new Map<string, { name: NameMention; forms: Set<string>; articles: Set<string> }>();
  for (const row of rows)
    for (const name of row.names) {
      const key = `${name.type}:${formOfMention(name)}`;
      const known = names.get(key) ?? { name, forms: new Set(), articles: new Set() };
      known.forms.add(name.text);
      known.articles.add(row.id);
      names.set(key, known);
    }
  return [...names.values()].map(({ name, forms, articles }) => {
    const form = formOfMention(name);
    forms.delete(form);
    return { type: name.type, form, others: [...forms], articles: articles.size };
  });
}

/** Each figure once that says of what it is; times are found by their year. */
function figuresOf({ id, facts }: ArticleRow): OfferedFigure[] {
  const figures = new Map<string, OfferedFigure>();
  for (const fact of facts) {
    if (!fact.measure || typeof fact.value !== 'number') continue;
    const text = `${fact.measure.text} ${fact.text}`;
    if (!figures.has(text)) figures.set(text, { text, article: id, spans: spansOf(fact) });
  }
  return [...figures.values()];
}

const spansOf = ({ spans, start, end }: Fact): OfferedFigure['spans'] => spans ?? [{ start, end }];
