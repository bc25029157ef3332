import { ARTICLE_KINDS } from '@shared/model/page.ts';
import {
  fieldsBeginningWith,
  nameOfField,
  nameOfKind,
  type QueryField,
  readFieldHead,
} from '@shared/search/query/field-names.ts';
import type { Language, MessageKey } from '../../ui/read-messages.ts';
import type { OfferedKind } from '../../workers/search-calls.ts';

/** Something that can be written, with the words that say what it finds. */
export interface Operator {
  readonly query: string;
  readonly means: MessageKey;
  /** It is only begun: a value is still to follow. */
  readonly isBegun: boolean;
}

const example = (query: string, means: MessageKey): Operator => ({ query, means, isBegun: false });

/** A field with its value, in quotation marks where it holds blanks. @param name as it is to be written. */
export const fieldQuery = (name: string, value: string): string =>
  /\s/.test(value) ? `${name}:"${value}"` : `${name}:${value}`;

/** What can be asked, shown where nothing is typed yet. */
export function examplesIn(language: Language): Operator[] {
  const field = (named: QueryField, value: string): string => fieldQuery(nameOfField(named, language), value);
  return [
    example('棉花 合作社', 'search.example.words'),
    example('“就业岗位”', 'search.example.phrase'),
    example('医院 -北京', 'search.example.not'),
    example(field('title', '学校'), 'search.example.title'),
    example(field('name', '援疆指挥部'), 'search.example.name'),
    example(field('speaker', '校长'), 'search.example.speaker'),
    example(field('place', '沙雅'), 'search.example.place'),
    example('>1亿元', 'search.example.value'),
    example('20%..40%', 'search.example.range'),
    example(`亩 ${field('measure', '种植')}`, 'search.example.measure'),
    example(`${field('from', '2020')} ${field('to', '2022')}`, 'search.example.years'),
    example(field('tag', '待核'), 'search.example.tag'),
  ];
}

/** What the box offers for the values of a field. */
const OFFERED: Readonly<Record<QueryField, readonly OfferedKind[]>> = {
  title: ['article'],
  name: ['person', 'org', 'place', 'programme', 'event', 'product'],
  speaker: ['person', 'org'],
  place: ['place'],
  programme: ['programme'],
  source: [],
  kind: [],
  tag: ['tag'],
  measure: ['figure'],
  from: [],
  to: [],
};

/** The end of a query, which is being typed: `before` stands as it is. */
export interface TypedPiece {
  readonly before: string;
  /** The field whose value is being typed, by its name as typed. */
  readonly head: { readonly name: string; readonly field: QueryField } | null;
  readonly value: string;
}

export function readTypedPiece(query: string): TypedPiece {
  const piece = /(?<!\S)\S*$/.exec(query)?.[0] ?? '';
  const before = query.slice(0, query.length - piece.length);
  const head = readFieldHead(piece);
  if (!head?.field) return { before, head: null, value: piece };
  const { name, field } = head;
  return { before, head: { name, field }, value: piece.slice(name.length + 1).replace(/^["“]/, '') };
}

/** What the box offers for the field that is being typed; null where none is. */
export const kindsOfField = ({ head }: TypedPiece): readonly OfferedKind[] | null =>
  head && OFFERED[head.field];

const STARTS_WITH_A_NUMBER = /^[\d０-９]/;
const IS_PLAIN = /^[^\s"“”＂><=＞＜＝≥≤\-－:：.…]+$/;

/** What the words typed so far could be made into. */
export function operatorsFor(query: string, language: Language): Operator[] {
  const { before, head, value } = readTypedPiece(query);
  if (head?.field === 'kind')
    return ARTICLE_KINDS.flatMap((kind) => {
      const word = [nameOfKind(kind, language), kind].find((name) => name.startsWith(value));
      return word ? [example(before + fieldQuery(head.name, word), `search.kind.${kind}`)] : [];
    });
  if (head !== null || !IS_PLAIN.test(value)) return [];
  if (STARTS_WITH_A_NUMBER.test(value))
    return [
      example(`${before}>${value}`, 'search.operator.more'),
      example(`${before}<${value}`, 'search.operator.less'),
    ];
  const begun = fieldsBeginningWith(value, language).map(
    ({ name, field }): Operator => ({
      query: `${before}${name}:`,
      means: `search.field.${field}`,
      isBegun: true,
    }),
  );
  // Letters alone are a field or pinyin more often than words to be found in a headline.
  if (/^[a-z]+$/i.test(value)) return begun;
  const title = fieldQuery(nameOfField('title', language), value);
  return [...begun, example(before + title, 'search.field.title')];
}
