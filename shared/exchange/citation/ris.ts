import { type CitedArticle, editionNumber } from './cited-article.ts';

/** A record of RIS, type NEWS: `XX  - value` lines that end in CR LF. */
export function toRis({ id, title, subtitle, authors, newspaper, date, edition }: CitedArticle): string {
  const [year = '', month = '', day = ''] = date?.text.split('-') ?? [];
  const fields: [string, string | undefined][] = [
    ['TY', 'NEWS'],
    ...authors.map((name): [string, string] => ['AU', name]),
    ['TI', title ? [title, subtitle].filter(Boolean).join('：') : undefined],
    ['T2', newspaper?.text],
    ['PY', year || undefined],
    // YYYY/MM/DD/other: the slashes stand even where a part is not known.
    ['DA', date ? `${year}/${month}/${day}/` : undefined],
    ['SP', edition ? editionNumber(edition.text) : undefined],
    ['LA', 'zh'],
    ['N1', date?.basis === 'inferred' ? 'date inferred from the text' : undefined],
    ['ID', `duidu-${id}`],
    ['ER', ''],
  ];
  return fields
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`]))
    .join('');
}
