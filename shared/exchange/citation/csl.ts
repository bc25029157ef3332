import { type CitedArticle, editionNumber } from './cited-article.ts';

/** An item of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title?: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[]; readonly circa?: true };
  readonly page?: string;
  readonly language: 'zh';
  /** Says what was inferred: reference managers show it. */
  readonly note?: string;
}

export function toCsl({ id, title, subtitle, authors, newspaper, date, edition }: CitedArticle): CslItem {
  const inferred = date?.basis === 'inferred';
  return {
    id,
    type: 'article-newspaper',
    ...(title ? { title: [title, subtitle].filter(Boolean).join('：') } : {}),
    ...(authors.length > 0 ? { author: authors.map((literal) => ({ literal })) } : {}),
    ...(newspaper ? { 'container-title': newspaper.text } : {}),
    ...(date
      ? {
          issued: {
            'date-parts': [date.text.split('-').map(Number)],
            ...(inferred ? { circa: true as const } : {}),
          },
        }
      : {}),
    ...(edition ? { page: editionNumber(edition.text) } : {}),
    language: 'zh',
    ...(inferred ? { note: 'date inferred from the text' } : {}),
  };
}
