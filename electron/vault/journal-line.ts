import { createHash } from 'node:crypto';
import type { JournalLine } from '@shared/contracts/host.ts';

/** What the first line has for `previous`. */
export const CHAIN_START = '0'.repeat(64);

const LINE = /^\{"position":(\d{1,15}),"previous":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","act":(.+)\}$/s;

/** A line that holds by itself, wherever it stood. */
export interface LooseLine {
  readonly position: number;
  readonly previous: string;
  readonly hash: string;
  /** The act as it stands in the line. */
  readonly actText: string;
}

/** The text of a line, with its newline, and the line as pages see it. See FORMAT.md. */
export function writeLine(
  position: number,
  previous: string,
  act: unknown,
): { readonly text: string; readonly line: JournalLine } {
  const { text, hash } = writeLineOf(position, previous, JSON.stringify(act));
  return { text, line: { position, previous, hash, act } };
}

/** The text of a line, with its newline, whose act is text already. */
export function writeLineOf(
  position: number,
  previous: string,
  actText: string,
): { readonly text: string; readonly hash: string } {
  const hash = hashLine(position, previous, actText);
  const text = `{"position":${position},"previous":"${previous}","hash":"${hash}","act":${actText}}\n`;
  return { text, hash };
}

/** Reads a line without its newline; null where it is not the line that follows `previous` at `position`. */
export function readLine(text: string, position: number, previous: string): JournalLine | null {
  const loose = readLooseLine(text);
  if (!loose || loose.previous !== previous || loose.position !== position) return null;
  return { position, previous, hash: loose.hash, act: JSON.parse(loose.actText) };
}

/** Reads a line without its newline by its own hash; null where it does not hold. */
export function readLooseLine(text: string): LooseLine | null {
  const [, position, previous, hash, actText] = LINE.exec(text) ?? [];
  if (!position || !previous || !hash || !actText || String(Number(position)) !== position) return null;
  if (hashLine(Number(position), previous, actText) !== hash) return null;
  try {
    JSON.parse(actText);
  } catch {
    return null;
  }
  return { position: Number(position), previous, hash, actText };
}

function hashLine(position: number, previous: string, actText: string): string {
  return createHash('sha256').update(`${position}\n${previous}\n${actText}`).digest('hex');
}

/** How far a journal's bytes hold. */
export interface JournalScan {
  /** Byte offset of the end of each sound line, newline included. */
  readonly ends: readonly number[];
  /** Hash of the line that ends at the same index. */
  readonly hashes: readonly string[];
  /** Position at which each act's id stands. */
  readonly positions: ReadonlyMap<string, number>;
  /** Position of the first whole line that does not fit; null where all do. */
  readonly damagedLine: number | null;
  /** Bytes after the last newline: what a crash left of a line, or a sound line without its newline. */
  readonly tail: { readonly from: number; readonly isSound: boolean } | null;
}

export function scanJournal(bytes: Buffer): JournalScan {
  const ends: number[] = [];
  const hashes: string[] = [];
  const positions = new Map<string, number>();
  let from = 0;
  while (from < bytes.length) {
    const newline = bytes.indexOf(0x0a, from);
    const text = bytes.toString('utf8', from, newline < 0 ? bytes.length : newline);
    const line = readLine(text, ends.length + 1, hashes.at(-1) ?? CHAIN_START);
    if (newline < 0)
      return { ends, hashes, positions, damagedLine: null, tail: { from, isSound: line !== null } };
    if (!line) return { ends, hashes, positions, damagedLine: ends.length + 1, tail: null };
    from = newline + 1;
    ends.push(from);
    hashes.push(line.hash);
    const id = idOfAct(line.act);
    if (id !== null) positions.set(id, line.position);
  }
  return { ends, hashes, positions, damagedLine: null, tail: null };
}

/** The id that an act is known by; null where it has none. */
export function idOfAct(act: unknown): string | null {
  return typeof act === 'object' && act !== null && 'id' in act && typeof act.id === 'string' ? act.id : null;
}
