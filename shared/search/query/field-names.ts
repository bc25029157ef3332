import { ARTICLE_KINDS, type ArticleKind } from '@shared/model/page.ts';
import { FILTER_FIELDS, type FilterField } from './parsed-query.ts';

/** What can stand before a colon: what an article can be narrowed by, and the headline that words are looked for in. */
export type QueryField = FilterField | 'title';

export const QUERY_FIELDS: readonly QueryField[] = ['title', ...FILTER_FIELDS];

/**
 * What a field is called beside its own, English name: first the Chinese one that the interface writes, then others that
 * a person may expect, in simplified and traditional characters. Each is understood whatever the interface speaks.
 */
const NAMES: Readonly<Record<QueryField, readonly [chinese: string, ...others: string[]]>> = {
  title: ['标题', '標題', '题目', '題目', 'headline'],
  name: ['名称', '名稱', '人名', '机构', '機構'],
  speaker: ['说话人', '說話人', 'said'],
  place: ['地点', '地點', '地名'],
  programme: ['计划', '計劃', 'program'],
  source: ['来源', '來源', '报纸', '報紙', 'paper', 'newspaper'],
  kind: ['类别', '類別'],
  tag: ['标签', '標籤'],
  measure: ['指标', '指標', '所指'],
  from: ['从', '從', '自', 'since'],
  to: ['到', '至', 'until'],
};

const FIELDS: ReadonlyMap<string, QueryField> = new Map(
  QUERY_FIELDS.flatMap((field) => [field, ...NAMES[field]].map((name) => [name, field] as const)),
);

/** The name under which the interface writes a field. */
export const nameOfField = (field: QueryField, language: 'zh' | 'en'): string =>
  language === 'zh' ? NAMES[field][0] : field;

/** Names of fields that begin with what was typed, one a field: the one of the language where it does, else another. */
export function fieldsBeginningWith(
  typed: string,
  language: 'zh' | 'en',
): { readonly name: string; readonly field: QueryField }[] {
  const letters = typed.toLowerCase();
  return QUERY_FIELDS.flatMap((field) => {
    const names = [nameOfField(field, language), field, ...NAMES[field]];
    const name = names.find((one) => one.startsWith(letters));
    return name === undefined ? [] : [{ name, field }];
  });
}

/** A field with its colon at the beginning of a piece of a query. */
export interface FieldHead {
  /** As typed, without the colon. */
  readonly name: string;
  /** Null for a name in Latin letters that no field has; with Chinese ones it is no head but words of a text. */
  readonly field: QueryField | null;
}

const HEAD = /^([a-z]+|\p{Script=Han}{1,4})[:：]/iu;
/** An address is no field. */
const ADDRESS = /^[a-z]+:\/\//i;

/** Reads `speaker:` or `说话人：` at the beginning of a piece of a query; null where none stands there. */
export function readFieldHead(piece: string): FieldHead | null {
  const name = ADDRESS.test(piece) ? undefined : HEAD.exec(piece)?.[1];
  if (name === undefined) return null;
  const field = FIELDS.get(name.toLowerCase()) ?? null;
  return field === null && !/^[a-z]/i.test(name) ? null : { name, field };
}

/** What kinds of article are called in Chinese, as the interface says it. */
const KINDS: Readonly<Record<ArticleKind, string>> = {
  article: '文章',
  notice: '启事',
  filler: '补白',
  photo: '图片',
};

/** The word under which the interface writes a kind. */
export const nameOfKind = (kind: ArticleKind, language: 'zh' | 'en'): string =>
  language === 'zh' ? KINDS[kind] : kind;

/** The kind that a word names, folded as the search folds; null where none is called so. */
export const kindNamed = (word: string): ArticleKind | null =>
  ARTICLE_KINDS.find((kind) => kind === word || KINDS[kind] === word) ?? null;
