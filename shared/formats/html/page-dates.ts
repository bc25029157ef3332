import type { PartialDate } from '@shared/model/source.ts';
import { findPrintedDate } from '@shared/numerals/printed-date.ts';

/** Metadata that give the day on which a story was published, the surest first. */
const DATE_METAS = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish_date',
  'publication_date',
  'parsely-pub-date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'og:release_date',
  'weibo:article:create_at',
  'apub:time',
  'firstpublishedtime',
  'date',
] as const;

const ISO = /^\s*((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?!\d)/;

/** The day that metadata give as published. */
export function readMetaDate(
  metas: ReadonlyMap<string, readonly string[]>,
  linked?: string,
): PartialDate | null {
  const said = [
    ...(linked === undefined ? [] : [linked]),
    ...DATE_METAS.flatMap((name) => metas.get(name) ?? []),
  ];
  for (const words of said) {
    const iso = ISO.exec(words);
    const value = findPrintedDate(iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : words)?.value;
    if (value) return value;
  }
  return null;
}
