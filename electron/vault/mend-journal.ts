import type { JournalHead } from './journal-head.ts';
import { CHAIN_START, type LooseLine, readLooseLine, writeLineOf } from './journal-line.ts';

export interface MendedJournal {
  readonly bytes: Buffer;
  readonly head: JournalHead;
  /** Positions whose lines no copy holds any more, as they were numbered before. */
  readonly lost: readonly number[];
}

export interface JournalCopies {
  /** The damaged journal, as it lies there. */
  readonly own: Buffer;
  /** Backups, from the one to be trusted most: lines that the journal has lost are sought in them. */
  readonly others: readonly Buffer[];
  /** Where the journal ended when the vault last knew; null where that is gone too. */
  readonly known: JournalHead | null;
}

/**
 * Puts a journal together from every copy of its lines. Each line holds by its own hash and names the one
 * before it, so a line is good wherever it is found. What no copy has is left out and named; the lines after it
 * are chained anew, with the same acts in the same order.
 */
export function mendJournal({ own, others, known }: JournalCopies): MendedJournal {
  const ownLines = looseLines(own);
  const byHash = new Map<string, LooseLine>();
  for (const line of [...ownLines, ...others.flatMap(looseLines)])
    if (!byHash.has(line.hash)) byHash.set(line.hash, line);

  /** The lines from one hash, exclusive, to another, inclusive; null where one of them is lost. */
  const path = (from: string, to: string): LooseLine[] | null => {
    const found: LooseLine[] = [];
    for (let hash = to; hash !== from; ) {
      const line = byHash.get(hash);
      if (!line) return null;
      found.push(line);
      hash = line.previous;
    }
    return found.reverse();
  };

  const whole = known && known.lines > 0 ? path(CHAIN_START, known.hash) : null;
  const kept = whole ?? [];
  const lost = new Set<number>();
  let at = { position: whole?.at(-1)?.position ?? 0, hash: whole?.at(-1)?.hash ?? CHAIN_START };
  const goOn = (lines: readonly LooseLine[]): void => {
    kept.push(...lines);
    const last = lines.at(-1);
    if (last) at = { position: last.position, hash: last.hash };
  };
  for (const line of ownLines.sort((a, b) => a.position - b.position)) {
    if (line.position <= at.position) continue;
    const between = path(at.hash, line.hash);
    // Where the line before it is another than the one kept, that one is lost.
    const first = Math.min(at.position + 1, line.position - 1);
    if (!between) for (let missing = first; missing < line.position; missing++) lost.add(missing);
    goOn(between ?? [line]);
  }
  for (const copy of others) {
    const follows: LooseLine[] = [];
    for (const line of looseLines(copy))
      if (line.previous === (follows.at(-1)?.hash ?? at.hash)) follows.push(line);
    goOn(follows);
  }
  for (let missing = at.position + 1; missing <= (known?.lines ?? 0); missing++) lost.add(missing);
  if (known && known.lines > 0 && !kept.some(({ hash }) => hash === known.hash)) lost.add(known.lines);
  return { ...chain(kept), lost: [...lost].sort((a, b) => a - b) };
}

/** Lines numbered and chained from the first; those that are so already stay as they are, to the byte. */
function chain(lines: readonly LooseLine[]): Pick<MendedJournal, 'bytes' | 'head'> {
  const texts: string[] = [];
  let hash = CHAIN_START;
  for (const { actText } of lines) {
    const written = writeLineOf(texts.length + 1, hash, actText);
    texts.push(written.text);
    hash = written.hash;
  }
  return { bytes: Buffer.from(texts.join('')), head: { lines: texts.length, hash } };
}

const BEGINNING = '{"position":';

/** Every line of these bytes that holds by itself; one whose newline is gone is found by its beginning. */
function looseLines(bytes: Buffer): LooseLine[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .flatMap((text) => {
      const line = readLooseLine(text);
      return line ? [line] : linesWithin(text);
    });
}

function linesWithin(text: string): LooseLine[] {
  const found: LooseLine[] = [];
  const starts: number[] = [];
  for (let at = text.indexOf(BEGINNING); at >= 0; at = text.indexOf(BEGINNING, at + 1)) starts.push(at);
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? text.length;
    const line = readLooseLine(text.slice(start, text.lastIndexOf('}', end - 1) + 1));
    if (line) found.push(line);
  }
  return found;
}
