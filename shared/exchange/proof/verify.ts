import type { SourceSpan } from '@shared/model/offset.ts';
import { dropUnseen } from '@shared/text/unseen.ts';
import { writeSpans } from '../evidence.ts';
import { isByHand } from '../exported-source.ts';
import type { CheckedSource, FigureReader, ReadFigure } from './checked-source.ts';
import { type Claim, isBroken, type ReadClaim } from './claim.ts';
import { compareRow, isComparable, isSameCell } from './compare-rows.ts';
import { placeWords } from './place-words.ts';

/** What a check found of one item. */
export type Finding =
  | { readonly state: 'holds' }
  /** The words with both contexts stand once elsewhere. */
  | { readonly state: 'moved'; readonly to: string; readonly rewrapped: boolean }
  | { readonly state: 'changed'; readonly was: string; readonly now: string | null }
  /** No file given has this source's bytes, its text or its words. */
  | { readonly state: 'missing'; readonly source: string }
  /** The words stand, and what is said of them does not follow. */
  | {
      readonly state: 'does-not-follow';
      readonly field: string;
      readonly said: string;
      readonly read: string;
    }
  /** The export contradicts itself or its proof cannot be read. */
  | { readonly state: 'broken'; readonly field: string };

/** What is to be known of a source beyond its items; each is said once. */
export type SourceNotice =
  /** Other bytes, the same text: re-encoded. */
  | { readonly state: 'other-bytes'; readonly source: string; readonly file: string }
  /** The text differs from the one exported from, whether or not an item is touched. */
  | { readonly state: 'text-changed'; readonly source: string; readonly file: string }
  /**
   * Derived by other stages, or after a person cut or corrected it: what the words alone do not say (what a figure
   * counts, when, who speaks) cannot be read anew alike and is not checked.
   */
  | { readonly state: 'derived-otherwise'; readonly source: string; readonly file: string };

export interface CheckedItem {
  readonly where: string;
  readonly words: string;
  readonly finding: Finding;
  /** A person said what the value is; it is not read from the words. */
  readonly saidByPerson: boolean;
}

export interface Verification {
  readonly items: readonly CheckedItem[];
  readonly notices: readonly SourceNotice[];
}

/** Checks every item of an export against sources, and every figure against its own words. */
export async function verify(
  claims: readonly ReadClaim[],
  sources: readonly CheckedSource[],
  figures: FigureReader,
  tell: (done: number) => void = () => undefined,
): Promise<Verification> {
  const notices = new Map<string, SourceNotice>();
  const items: CheckedItem[] = [];
  for (const claim of claims) {
    tell(items.length);
    if (isBroken(claim)) {
      const finding = { state: 'broken', field: claim.field } as const;
      items.push({ where: claim.where, words: '', finding, saidByPerson: false });
      continue;
    }
    items.push({
      where: claim.where,
      words: claim.words || claim.evidence.exact,
      finding: await checkClaim(claim, sources, figures, notices),
      saidByPerson: isSaid(claim),
    });
  }
  return { items, notices: [...notices.values()] };
}

/** Whether the value is a person's own and need not follow from the words. */
const isSaid = ({ cells }: Claim): boolean => cells.status === 'corrected' || cells.status === 'added';

async function checkClaim(
  claim: Claim,
  sources: readonly CheckedSource[],
  figures: FigureReader,
  notices: Map<string, SourceNotice>,
): Promise<Finding> {
  const { evidence } = claim;
  const disagreement = disagreementWithin(claim);
  if (disagreement) return disagreement;
  const found = findSource(claim, sources);
  if (found === null) return { state: 'missing', source: evidence.sourceSha256 };
  const { sameBytes } = found;
  const isInOtherEncoding = sameBytes && found.source.textSha256 !== evidence.textSha256;
  const source =
    (isInOtherEncoding && (await figures.readOtherwise(found.source, evidence.textSha256))) || found.source;
  const sameText = source.textSha256 === evidence.textSha256;
  if (sameBytes && !sameText && source.reader === evidence.reader)
    return { state: 'broken', field: 'text_sha256' };
  if (!sameBytes || !sameText)
    notices.set(`${evidence.sourceSha256} ${evidence.textSha256}`, {
      state: sameText ? 'other-bytes' : 'text-changed',
      source: evidence.sourceSha256,
      file: source.name,
    });
  const placed = placeWords(evidence, source.text);
  if (placed.state === 'changed') return { state: 'changed', was: evidence.exact, now: placed.now };
  const finding: Finding =
    placed.state === 'moved'
      ? { state: 'moved', to: writeSpans(placed.spans), rewrapped: placed.rewrapped }
      : { state: 'holds' };
  const isReadAlike = sameText && !isByHand(evidence.engine);
  const ofDate = isReadAlike ? await checkPublication(claim, source, figures) : null;
  if (ofDate) return ofDate;
  if (claim.table === 'facts' && !isSaid(claim)) {
    const ofFigure = await checkFigure(claim, source, placed.spans, figures);
    if (ofFigure) return ofFigure;
  }
  const ofRow = sameBytes && sameText ? await checkRow(claim, source, figures, notices) : null;
  return ofRow ?? finding;
}

/** The date that a person gave for the page; null where it has its own. */
const givenDate = ({ published, published_basis }: Claim['cells']): string | null =>
  published_basis === 'given' ? published || null : null;

/** Null where the rest of the row is as the page is read, or cannot be read alike, which is said once. */
async function checkRow(
  claim: Claim,
  source: CheckedSource,
  figures: FigureReader,
  notices: Map<string, SourceNotice>,
): Promise<Finding | null> {
  const { evidence, table } = claim;
  if (table === 'bookmarks' || isSaid(claim)) return null;
  if (!isComparable(claim, figures)) {
    const notice = {
      state: 'derived-otherwise',
      source: evidence.sourceSha256,
      file: evidence.sourceName,
    } as const;
    notices.set(`derived ${evidence.sourceSha256}`, notice);
    return null;
  }
  const page = await figures.readPage(source, givenDate(claim.cells));
  const difference = page && compareRow(claim, source, page);
  return difference && { state: 'does-not-follow', ...difference };
}

/** The ink of words: blanks, line ends and what leaves no trace in print do not count. */
const squeeze = (text: string): string => dropUnseen(text).replace(/[\s\u0085]/g, '');

/** What within a row contradicts itself: the words shown must be the words that the proof brings. */
function disagreementWithin({ words, cells, evidence }: Claim): Finding | null {
  if (words !== '' && squeeze(words) !== squeeze(evidence.exact))
    return { state: 'changed', was: words, now: evidence.exact };
  if (cells.words && squeeze(cells.words) !== squeeze(evidence.exact))
    return { state: 'changed', was: cells.words, now: evidence.exact };
  const length = evidence.spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return length === evidence.exact.length ? null : { state: 'broken', field: 'spans' };
}

interface FoundSource {
  readonly source: CheckedSource;
  readonly sameBytes: boolean;
}

/** The source by its bytes, else by its text, else the one changed source in which the words are placed best. */
function findSource({ evidence }: Claim, sources: readonly CheckedSource[]): FoundSource | null {
  const byBytes = sources.find(({ sha256 }) => sha256 === evidence.sourceSha256);
  if (byBytes) return { source: byBytes, sameBytes: true };
  const byText = sources.find(({ textSha256 }) => textSha256 === evidence.textSha256);
  if (byText) return { source: byText, sameBytes: false };
  const named = sources.filter(({ name }) => name === evidence.sourceName);
  const candidates = named.length > 0 ? named : sources;
  const placed = candidates.map((source) => ({ source, state: placeWords(evidence, source.text).state }));
  const best =
    placed.find(({ state }) => state === 'standing') ??
    placed.find(({ state }) => state === 'moved') ??
    (named.length > 0 ? placed[0] : undefined);
  return best ? { source: best.source, sameBytes: false } : null;
}

/** Null where the page's date follows from the page: relative times count from it. A date that a person gave does not. */
async function checkPublication(
  { cells }: Claim,
  source: CheckedSource,
  figures: FigureReader,
): Promise<Finding | null> {
  if (cells.published === undefined || !cells.published_basis || cells.published_basis === 'given')
    return null;
  const page = await figures.readPage(source, null);
  if (page === null) return null;
  const { value, basis } = page.published;
  for (const [field, said, read] of [
    ['published', cells.published, value ?? ''],
    ['published_basis', cells.published_basis, basis],
  ] as const)
    if (said !== read) return { state: 'does-not-follow', field, said, read };
  return null;
}

/** Units of context from which words alone are read. */
const CONTEXT_FIELDS = ['prefix', 'exact', 'suffix'] as const;

/** The fields that must follow from the words, and how each is written. */
const FOLLOWING: readonly { readonly field: string; readonly read: (figure: ReadFigure) => string }[] = [
  { field: 'value', read: ({ value }) => (typeof value === 'number' ? String(value) : '') },
  { field: 'date', read: ({ value }) => (typeof value === 'string' ? value : '') },
  { field: 'value_max', read: ({ valueMax }) => (valueMax === undefined ? '' : String(valueMax)) },
  { field: 'unit', read: ({ unit }) => unit ?? '' },
  { field: 'bound', read: ({ bound }) => bound },
  { field: 'per', read: ({ per }) => per ?? '' },
  { field: 'multiplier', read: ({ multiplier }) => (multiplier === undefined ? '' : String(multiplier)) },
];

/**
 * Null where value, unit and bound follow from the words: as the page is read, or, where the page around them has
 * changed, as they are read by themselves.
 */
async function checkFigure(
  claim: Claim,
  source: CheckedSource,
  spans: readonly SourceSpan[],
  figures: FigureReader,
): Promise<Finding | null> {
  const { cells, evidence } = claim;
  const there = writeSpans(spans);
  const readings = ((await figures.readPage(source, givenDate(cells)))?.figures ?? []).filter(
    (figure) => writeSpans(figure.spans) === there && figure.kind === cells.kind,
  );
  if (readings.length === 0 || source.textSha256 !== evidence.textSha256)
    readings.push(...readAlone(claim, figures));
  const [first] = readings;
  if (first === undefined)
    return { state: 'does-not-follow', field: 'kind', said: cells.kind ?? '', read: '' };
  if (readings.some((reading) => differenceOf(cells, reading) === null)) return null;
  return differenceOf(cells, first);
}

/** The figure as it is read from its words and their context alone. */
function readAlone({ cells, evidence }: Claim, figures: FigureReader): ReadFigure[] {
  const [prefix, exact, suffix] = CONTEXT_FIELDS.map((field) => squeeze(evidence[field])) as [
    string,
    string,
    string,
  ];
  return figures
    .readWords(prefix + exact + suffix, cells.published || null)
    .filter(
      ({ spans: [span], kind }) =>
        span?.start === prefix.length && span.end === prefix.length + exact.length && kind === cells.kind,
    );
}

/** The first field that is said otherwise than it is read; null where all agree. */
function differenceOf(cells: Claim['cells'], reading: ReadFigure): Finding | null {
  for (const { field, read } of FOLLOWING) {
    const [said, again] = [cells[field] ?? '', read(reading)];
    if (!isSameCell(said, again)) return { state: 'does-not-follow', field, said, read: again };
  }
  return null;
}
