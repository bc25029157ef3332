import { failure, type Result, success } from '@shared/contracts/results.ts';
import { BOOKMARK_COLOURS, type BookmarkColour } from '@shared/journal/act.ts';

/** What an annotation of another program, or of ours, says of some words. */
export interface ForeignAnnotation {
  readonly id: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** UTF-16 units of the text that its program saw; ours counts in the source text. */
  readonly position: { readonly start: number; readonly end: number } | null;
  /** SHA-256 of the source, where the annotation names one. */
  readonly source: string | null;
  readonly note: string;
  readonly tags: readonly string[];
  /** Ours alone say one. */
  readonly colour: BookmarkColour | null;
  /** ISO 8601, where it is told. */
  readonly created: string | null;
  readonly modified: string | null;
}

/** An annotation with no words to be placed by: a note on a whole page, a highlight by progress alone. */
export interface WordlessAnnotation {
  readonly id: string;
  readonly note: string;
}

export interface ReadAnnotations {
  readonly annotations: readonly ForeignAnnotation[];
  readonly wordless: readonly WordlessAnnotation[];
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Annotations of a file: an AnnotationPage or AnnotationCollection of the W3C's model, Readium's AnnotationSet
 * (`.annotation`), a list of annotations, or rows of Hypothesis' interface (`{"rows": […]}`).
 */
export function readAnnotations(text: string): Result<ReadAnnotations, 'annotations-unknown'> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return failure('annotations-unknown');
  }
  const items = findItems(value);
  if (items === null) return failure('annotations-unknown');
  const annotations: ForeignAnnotation[] = [];
  const wordless: WordlessAnnotation[] = [];
  for (const [i, item] of items.entries()) {
    const read = readOne(item, i + 1);
    if ('exact' in read) annotations.push(read);
    else wordless.push(read);
  }
  return success({ annotations, wordless });
}

function findItems(value: unknown): Json[] | null {
  if (Array.isArray(value)) return value.every(isObject) ? value : null;
  if (!isObject(value)) return null;
  for (const list of [value.items, isObject(value.first) ? value.first.items : undefined, value.rows])
    if (Array.isArray(list)) return list.filter(isObject);
  return 'target' in value ? [value] : null;
}

function readOne(item: Json, number: number): ForeignAnnotation | WordlessAnnotation {
  const id = textOf(item.id) || `annotation ${number}`;
  const bodies = listOf(item.body).filter(isObject);
  const isTag = (body: Json): boolean => body.purpose === 'tagging';
  const note =
    textOf(item.text) ||
    bodies
      .filter((body) => !isTag(body))
      .map((body) => textOf(body.value))
      .filter(Boolean)
      .join('\n');
  const tags = [
    ...listOf(item.tags).map(textOf),
    ...bodies.filter(isTag).map((body) => textOf(body.value)),
    // Readium keeps a tag in the body.
    ...bodies.map((body) => textOf(body.tag)),
  ].filter(Boolean);
  for (const target of listOf(item.target).filter(isObject)) {
    const selectors = flatten(listOf(target.selector).filter(isObject));
    const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
    if (!quote || textOf(quote.exact) === '') continue;
    const position = selectors.find(({ type }) => type === 'TextPositionSelector');
    return {
      id,
      exact: textOf(quote.exact),
      prefix: textOf(quote.prefix),
      suffix: textOf(quote.suffix),
      position:
        typeof position?.start === 'number' && typeof position.end === 'number'
          ? { start: position.start, end: position.end }
          : null,
      source: /^urn:sha256:([0-9a-f]{64})$/.exec(textOf(target.source))?.[1] ?? null,
      note,
      tags: [...new Set(tags)],
      colour: colourIn(item['duidu:row']),
      created: timeOf(item.created),
      modified: timeOf(item.modified) ?? timeOf(item.updated),
    };
  }
  return { id, note };
}

/** Selectors with those that refine them. */
const flatten = (selectors: readonly Json[]): Json[] =>
  selectors.flatMap((selector) => [
    selector,
    ...(isObject(selector.refinedBy) ? flatten([selector.refinedBy]) : []),
  ]);

const colourIn = (row: unknown): BookmarkColour | null =>
  BOOKMARK_COLOURS.find((colour) => isObject(row) && row.colour === colour) ?? null;

function timeOf(value: unknown): string | null {
  const time = Date.parse(textOf(value));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
