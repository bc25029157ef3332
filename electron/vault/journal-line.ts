import { createHash } from 'node:crypto';
import type { JournalLine } from '@shared/contracts/host.ts';

/** What the first line has for `previous`. */
export const CHAIN_START = '0'.repeat(64);

const LINE = /^\{"position":(\d{1,15}),"previous":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","act":(.+)\}$/s;

/** The text of a line, with its newline, and the line as pages see it. See FORMAT.md. */
export function writeLine(
  position: number,
  previous: string,
  act: unknown,
): { readonly text: string; readonly line: JournalLine } {
  const actText = JSON.stringify(act);
  const hash = hashLine(position, previous, actText);
  return {
    text: `{"position":${position},"previous":"${previous}","hash":"${hash}","act":${actText}}\n`,
    line: { position, previous, hash, act },
  };
}

/** Reads a line without its newline; null where it is not the line that follows `previous` at `position`. */
export function readLine(text: string, position: number, previous: string): JournalLine | null {
  const [, positionText, linked, hash, actText] = LINE.exec(text) ?? [];
  if (!hash || !actText || linked !== previous || positionText !== String(position)) return null;
  if (hashLine(position, previous, actText) !== hash) return null;
  try {
    return { position, previous, hash, act: JSON.parse(actText) };
  } catch {
    return null;
  }
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
  /** Position of the first whole line that does not fit; null where all do. */
  readonly damagedLine: number | null;
  /** Bytes after the last newline: what a crash left of a line, or a sound line without its newline. */
  readonly tail: { readonly from: number; readonly isSound: boolean } | null;
}

export function scanJournal(bytes: Buffer): JournalScan {
  const ends: number[] = [];
  const hashes: string[] = [];
  let from = 0;
  while (from < bytes.length) {
    const newline = bytes.indexOf(0x0a, from);
    const text = bytes.toString('utf8', from, newline < 0 ? bytes.length : newline);
    const line = readLine(text, ends.length + 1, hashes.at(-1) ?? CHAIN_START);
    if (newline < 0) return { ends, hashes, damagedLine: null, tail: { from, isSound: line !== null } };
    if (!line) return { ends, hashes, damagedLine: ends.length + 1, tail: null };
    from = newline + 1;
    ends.push(from);
    hashes.push(line.hash);
  }
  return { ends, hashes, damagedLine: null, tail: null };
}
