import {
  EXTRACT_SCHEMA,
  type ExtractDocument,
  type WireArticle,
  type WireSpan,
  type WireTable,
} from '@shared/contracts/extract-document.ts';
import type { Article, Extraction } from '@shared/model/extraction.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { SourceOffset, SourceSpan } from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import type { Table } from '@shared/model/table.ts';
import { spansOfReading } from '@shared/text/reading-spans.ts';

/**
 * An extraction in the shape that the command line prints.
 * @param tables those of the extraction's facts.
 * @param text the decoded source, to see where nothing but blanks stands between two pieces.
 */
export function toExtractDocument(
  extraction: Extraction,
  text: string,
  tables: readonly Table<SourceOffset, Fact>[],
): ExtractDocument {
  const quotes = extraction.quotes.map(withWireSpans);
  const { publishedOn } = extraction.source;
  return {
    schema: EXTRACT_SCHEMA,
    source: {
      ...extraction.source,
      publishedOn: { ...publishedOn, evidence: publishedOn.evidence.map(toWire) },
    },
    imprint: extraction.imprint,
    ...(isPlainSheet(extraction) ? {} : { sheets: extraction.sheets }),
    ...(extraction.places.length > 0 ? { places: extraction.places } : {}),
    articles: extraction.articles.map((article) => toWireArticle(article, text)),
    furniture: extraction.furniture.map(toWire),
    duplicates: extraction.duplicates.map(({ spans: [first, second] }) => ({
      spans: [toWire(first), toWire(second)],
    })),
    doubts: extraction.doubts,
    facts: extraction.facts.map(withWireSpans),
    tables: tables.map(toWireTable),
    names: extraction.names.map(withWireSpans),
    quotes: quotes.filter(({ manner }) => manner === 'direct'),
    indirectQuotes: quotes.filter(({ manner }) => manner === 'indirect'),
  };
}

const isPlainSheet = ({ sheets }: Extraction): boolean =>
  sheets.length < 2 && sheets.every(({ name, page }) => name === undefined && page === undefined);

function toWireTable({ start, end, columns, rows }: Table<SourceOffset, Fact>): WireTable {
  const facts = rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
  return {
    article: facts[0]?.article ?? '',
    start,
    end,
    columns,
    rows: rows.map(({ label, cells }) => ({
      label,
      cells: cells.map(
        (cell) =>
          cell && { fact: cell.id, text: cell.text, start: cell.start, end: cell.end, value: cell.value },
      ),
    })),
  };
}

const toWire = ({ start, end }: SourceSpan): WireSpan => [start, end];

function withWireSpans<Item extends { readonly spans?: readonly SourceSpan[] }>(
  item: Item,
): Omit<Item, 'spans'> & { readonly spans?: readonly WireSpan[] } {
  const { spans, ...rest } = item;
  return spans === undefined ? rest : { ...rest, spans: spans.map(toWire) };
}

function toWireArticle(article: Article, text: string): WireArticle {
  return {
    id: article.id,
    title: article.title?.text ?? '',
    titleSpans: readingSpans(article.title, text),
    subtitle: article.subtitle?.text ?? null,
    subtitleSpans: readingSpans(article.subtitle, text),
    byline: article.byline.names,
    bylineSpans: article.byline.spans.map(toWire),
    kind: article.kind,
    segments: readingSpans(article.body, text),
    text: article.body.text,
    paragraphs: article.paragraphs,
    headings: article.headings,
    captions: article.captions.flatMap((caption) => readingSpans(caption, text)),
  };
}

const readingSpans = (reading: ReadingText | null, text: string): WireSpan[] =>
  spansOfReading(reading, text).map(toWire);
