import { ARTICLE_KINDS } from '@shared/model/page.ts';
import type { MessageKey } from '../../ui/read-messages.ts';
import type { OfferedKind } from '../../workers/search-calls.ts';

/** Something that can be written, with the words that say what it finds. */
export interface Operator {
  readonly query: string;
  readonly means: MessageKey;
  /** It is only begun: a value is still to follow. */
  readonly isBegun: boolean;
}

const example = (query: string, means: MessageKey): Operator => ({ query, means, isBegun: false });

/** What can be asked, shown where nothing is typed yet. */
export const EXAMPLES: readonly Operator[] = [
  example('棉花 合作社', 'search.example.words'),
  example('“就业岗位”', 'search.example.phrase'),
  example('医院 -北京', 'search.example.not'),
  example('title:学校', 'search.example.title'),
  example('name:援疆指挥部', 'search.example.name'),
  example('speaker:校长', 'search.example.speaker'),
  example('place:沙雅', 'search.example.place'),
  example('>1亿元', 'search.example.value'),
  example('20%..40%', 'search.example.range'),
  example('亩 measure:种植', 'search.example.measure'),
  example('from:2020 to:2022', 'search.example.years'),
  example('tag:待核', 'search.example.tag'),
];

/** Fields of a query, with what the box offers for their values. */
const FIELDS: Readonly<
  Record<string, { readonly means: MessageKey; readonly kinds: readonly OfferedKind[] }>
> = {
  title: { means: 'search.field.title', kinds: ['article'] },
  name: { means: 'search.field.name', kinds: ['person', 'org', 'place', 'programme', 'event', 'product'] },
  speaker: { means: 'search.field.speaker', kinds: ['person', 'org'] },
  place: { means: 'search.field.place', kinds: ['place'] },
  programme: { means: 'search.field.programme', kinds: ['programme'] },
  source: { means: 'search.field.source', kinds: [] },
  kind: { means: 'search.field.kind', kinds: [] },
  tag: { means: 'search.field.tag', kinds: ['tag'] },
  measure: { means: 'search.field.measure', kinds: ['figure'] },
  from: { means: 'search.field.from', kinds: [] },
  to: { means: 'search.field.to', kinds: [] },
};

/** The end of a query, which is being typed: `before` stands as it is. */
export interface TypedPiece {
  readonly before: string;
  readonly field: string | null;
  readonly value: string;
}

const FIELD = /^([a-z]+)[:：]["“]?(.*)$/i;

export function readTypedPiece(query: string): TypedPiece {
  const piece = /(?<!\S)\S*$/.exec(query)?.[0] ?? '';
  const before = query.slice(0, query.length - piece.length);
  const [, name = '', value = ''] = FIELD.exec(piece) ?? [];
  const field = name.toLowerCase();
  return field in FIELDS ? { before, field, value } : { before, field: null, value: piece };
}

/** What the box offers for the field that is being typed; null where none is. */
export const kindsOfField = ({ field }: TypedPiece): readonly OfferedKind[] | null =>
  field === null ? null : (FIELDS[field]?.kinds ?? []);

/** A field with its value, in quotation marks where it holds blanks. */
export const fieldQuery = (field: string, value: string): string =>
  /\s/.test(value) ? `${field}:"${value}"` : `${field}:${value}`;

const STARTS_WITH_A_NUMBER = /^[\d０-９]/;
const IS_PLAIN = /^[^\s"“”＂><=＞＜＝≥≤\-－:：.…]+$/;

/** What the words typed so far could be made into. */
export function operatorsFor(query: string): Operator[] {
  const { before, field, value } = readTypedPiece(query);
  if (field === 'kind')
    return ARTICLE_KINDS.filter((kind) => kind.startsWith(value)).map((kind) =>
      example(`${before}kind:${kind}`, `search.kind.${kind}`),
    );
  if (field !== null || !IS_PLAIN.test(value)) return [];
  const letters = value.toLowerCase();
  const fields = /^[a-z]+$/.test(letters)
    ? Object.keys(FIELDS).filter((name) => name.startsWith(letters))
    : [];
  const begun = fields.map((name): Operator => {
    const { means } = FIELDS[name] as { means: MessageKey };
    return { query: `${before}${name}:`, means, isBegun: true };
  });
  if (STARTS_WITH_A_NUMBER.test(value))
    return [
      example(`${before}>${value}`, 'search.operator.more'),
      example(`${before}<${value}`, 'search.operator.less'),
    ];
  if (begun.length > 0) return begun;
  // Letters alone are more often pinyin than words to be found in a headline.
  return /^[a-z]+$/.test(letters) ? [] : [example(`${before}title:${value}`, 'search.field.title')];
}
