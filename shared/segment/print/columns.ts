import { inkOf, type Line } from './lines.ts';
import { endsSentence, endsWithPause, PAUSES_INSIDE, startsInside } from './sentences.ts';

/** What the neighbours of a line say of the measure it is set to. */
export interface Setting {
  /** Columns that a full line has here; 0 where lines are not set to a measure. */
  readonly measure: number;
  /** Blank lines between lines of one paragraph. */
  readonly leading: number;
  /** Whether paragraphs here begin with an indent. */
  readonly indented: boolean;
  /** Whether first lines had an indent that the dump dropped: they are shorter than the others. */
  readonly dropped: boolean;
  /** Whether more blank lines than the leading part every two paragraphs. */
  readonly parted: boolean;
}

const FREE: Setting = { measure: 0, leading: 0, indented: false, dropped: false, parted: false };
/** Columns by which a full line may miss its measure: a two-column indent that was dropped, or kinsoku. */
export const slack = (measure: number): number => (measure >= 12 ? 3.2 : 2.2);
/** Columns from the margin to the end of a line: a kept indent counts, a mark that may hang over does not. */
export const extent = (line: Line): number => inkOf(line) + Math.min(line.indent, 4);
/**
 * Finds the columns: stretches of lines of which those that break off inside a sentence are about equally wide.
 */
export function readSettings(lines: readonly Line[]): Setting[] {
  const settings: Setting[] = Array.from({ length: lines.length }, () => FREE);
  const columns: Column[] = [];
  let start = 0;
  while (start < lines.length) {
    const end = columnEnd(lines, start);
    if (isColumn(lines, start, end)) {
      const measures = localMeasures(lines, start, end);
      const leading = innerGap(lines, start, end, measures);
      if (leading > 0 && !hasRuns(lines, start, end)) {
        start = end;
        continue;
      }
      const indented = hasIndents(lines, start, end);
      const drops = indented ? -1 : countDropped(lines, start, end, measures);
      const dropped = drops > 0;
      const parted = countParted(lines, start, end, measures, leading);
      columns.push({ start, end, leading, parted, drops });
      for (let i = start; i < end; i++)
        settings[i] = {
          measure: measures[i - start] as number,
          leading,
          indented,
          dropped,
          parted: parted > 0,
        };
      start = end;
    } else start += Math.max(1, (end - start) >> 1);
  }
  if (columns.length > 0) {
    adoptManners(columns, settings);
    adoptStrays(lines, settings);
  }
  return settings;
}

/** A stretch of lines set to a measure; `parted` and `drops` as their counts are, 0 where nothing shows. */
interface Column {
  readonly start: number;
  readonly end: number;
  readonly leading: number;
  readonly parted: number;
  readonly drops: number;
}

/**
 * A column in which no paragraph clearly ends or begins parts its paragraphs, and drops its indents, as all others
 * of the page with its leading do.
 */
function adoptManners(columns: readonly Column[], settings: Setting[]): void {
  for (const leading of [0, 1, 2]) {
    const alike = columns.filter((column) => column.leading === leading);
    if (alike.every(({ drops }) => drops >= 0) && alike.some(({ drops }) => drops > 0))
      for (const { start, end, drops } of alike)
        if (drops === 0)
          for (let i = start; i < end; i++) settings[i] = { ...(settings[i] as Setting), dropped: true };
    if (alike.some(({ parted }) => parted < 0) || !alike.some(({ parted }) => parted > 0)) continue;
    for (const { start, end, parted } of alike)
      if (parted === 0)
        for (let i = start; i < end; i++) settings[i] = { ...(settings[i] as Setting), parted: true };
  }
}

/** How far, in lines, a column's measure is looked for. */
const REACH = 14;

/** Gives short paragraphs that stand alone the setting of the column that they must belong to. */
function adoptStrays(lines: readonly Line[], settings: Setting[]): void {
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] as Line;
    if ((settings[i] as Setting).measure > 0 || line.level) continue;
    const near = nearestSetting(settings, i);
    const keepsTogether = near?.parted || (near?.indented && line.indent >= 1.5);
    if (!near || (endsSentence(line.text) && !keepsTogether)) continue;
    const room = near.measure - extent(line);
    if (room < -1.2 || room > slack(near.measure) || (lines[i + 1] as Line).gap > near.leading) continue;
    if (near.leading > 0 && !PAUSES_INSIDE.test(line.text)) continue;
    for (let j = i; j < lines.length && j < i + 8 && (settings[j] as Setting).measure === 0; j++) {
      const next = lines[j] as Line;
      if (next.level || (j > i && next.gap > near.leading) || extent(next) > near.measure + 1.2) break;
      settings[j] = near;
      if (endsSentence(next.text) || near.measure - extent(next) > slack(near.measure)) break;
    }
  }
}

/** The setting of the nearest column, looked for some lines up and down; null where there is none. */
export function nearestSetting(settings: readonly Setting[], at: number): Setting | null {
  for (let d = 1; d <= REACH; d++)
    for (const other of [settings[at - d], settings[at + d]])
      if (other && other.measure > 0 && other.leading <= 2) return other;
  return null;
}

/** End of the longest stretch from `start` whose unfinished lines keep to a measure that drifts slowly. */
function columnEnd(lines: readonly Line[], start: number): number {
  let reference = 0;
  let leading = -1;
  let widestEnded = 0;
  let i = start;
  for (; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (
      line.level ||
      (line.width < 4 && !endsSentence(line.text) && !startsInside(line.text)) ||
      (i > start && line.gap > 2)
    )
      break;
    if (/^[—―─]{1,2}[^—―─]/.test(line.text)) break;
    if (i > start && leading >= 0 && line.gap > leading + 1) break;
    if (i > start && line.width < 3 && startsInside(line.text)) continue;
    const ended = endsSentence(line.text);
    const width = extent(line);
    if (reference && width > reference + slack(reference) + (ended ? 1 : 0)) break;
    if (ended) {
      widestEnded = Math.max(widestEnded, width);
      continue;
    }
    // What stands before the first broken line cannot be wider than the measure.
    if (!reference && widestEnded > width + slack(width) + 1) break;
    if (reference && reference - width > slack(reference)) break;
    if (width < 7) break;
    const next = lines[i + 1];
    if (reference && next && leading < 0) leading = next.gap;
    // A first line that lost its indent must not lower the measure.
    reference = reference && width < reference - 1.2 ? reference - 0.4 : width;
  }
  return i;
}

/** Whether a stretch is running text broken by a measure, rather than a stack of headlines, a list or verse. */
function isColumn(lines: readonly Line[], start: number, end: number): boolean {
  if (end - start < 3) return false;
  let broken = 0;
  let paused = 0;
  let inside = 0;
  for (let i = start; i < end; i++) {
    const { text } = lines[i] as Line;
    if (!endsSentence(text)) broken++;
    if (endsWithPause(text)) paused++;
    if (PAUSES_INSIDE.test(text)) inside++;
  }
  const count = end - start;
  if (paused >= 0.75 * count) return false;
  if (broken < 4 && inside < 0.6 * count) return false;
  return broken >= 2 && broken >= 0.4 * count && inside >= 0.25 * count;
}

/**
 * Whether two lines in a row break off somewhere. Where every line has a blank one below, paragraphs of one line
 * of which two happen to be cut at the same width look like a column otherwise.
 */
function hasRuns(lines: readonly Line[], start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++)
    if (!endsSentence((lines[i - 1] as Line).text) && !endsSentence((lines[i] as Line).text)) return true;
  return false;
}

/** For each line the width of a full line there: the widest unfinished one near by. */
function localMeasures(lines: readonly Line[], start: number, end: number): number[] {
  const measures: number[] = [];
  for (let i = start; i < end; i++) {
    let widest = 0;
    for (let j = Math.max(start, i - 2); j < Math.min(end, i + 3); j++) {
      const line = lines[j] as Line;
      if (!endsSentence(line.text) || j !== i) widest = Math.max(widest, extent(line));
    }
    measures.push(widest);
  }
  return measures;
}

/** The usual gap after a full line that breaks off. */
function innerGap(lines: readonly Line[], start: number, end: number, measures: readonly number[]): number {
  const counts = [0, 0, 0];
  for (let i = start; i + 1 < end; i++) {
    const line = lines[i] as Line;
    const measure = measures[i - start] as number;
    if (endsWithPause(line.text) || measure - extent(line) > slack(measure)) continue;
    const gap = Math.min(2, (lines[i + 1] as Line).gap);
    counts[gap] = (counts[gap] ?? 0) + 1;
  }
  const [none = 0, one = 0, two = 0] = counts;
  return two > none && two > one ? 2 : one > none ? 1 : 0;
}

/** How many lines that clearly end a paragraph have more than the leading below them; −1 where one has not. */
function countParted(
  lines: readonly Line[],
  start: number,
  end: number,
  measures: readonly number[],
  leading: number,
): number {
  let parted = 0;
  for (let i = start; i + 1 < end; i++) {
    const line = lines[i] as Line;
    const measure = measures[i - start] as number;
    if (!endsSentence(line.text) || measure - extent(line) < slack(measure) + 2) continue;
    if ((lines[i + 1] as Line).gap <= leading) return -1;
    parted++;
  }
  return parted;
}

/** How many more lines that begin paragraphs are shorter than the measure by an indent than are not. */
function countDropped(
  lines: readonly Line[],
  start: number,
  end: number,
  measures: readonly number[],
): number {
  let dropped = 0;
  let kept = 0;
  for (let i = start + 1; i < end; i++) {
    const before = lines[i - 1] as Line;
    const line = lines[i] as Line;
    const room = (measures[i - start] as number) - extent(line);
    const left = (measures[i - 1 - start] as number) - extent(before);
    if (!endsSentence(before.text) || left < 2 || endsSentence(line.text)) continue;
    if (room >= 1.2 && room <= 4) dropped++;
    else if (left >= 5) kept++;
  }
  return dropped - kept;
}

/** Whether some lines, but not most, are indented by about two columns. */
function hasIndents(lines: readonly Line[], start: number, end: number): boolean {
  let indented = 0;
  for (let i = start; i < end; i++) if ((lines[i] as Line).indent >= 1.5) indented++;
  return indented > 0 && indented <= 0.6 * (end - start);
}
