import { utf8fromString } from '@exodus/bytes/utf8.js';
import type { Claim } from '@shared/exchange/proof/claim.ts';
import type { CheckedItem } from '@shared/exchange/proof/verify.ts';
import type { Dice } from '../tally.ts';

/** A page as it was changed after it was exported. */
export interface ChangedSource {
  readonly bytes: Uint8Array;
  readonly text: string;
}

const HAN = [...'山水田林湖草沙城乡路桥渠井'];

/** Another character of the same sort, so that the page stays a page. */
function other(character: string, dice: Dice): string {
  if (/\d/.test(character)) return String((Number(character) + 1 + dice.below(9)) % 10);
  return dice.pick(HAN.filter((han) => han !== character));
}

const textOnly = (text: string): ChangedSource => ({ text, bytes: utf8fromString(text) });

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) {
    bytes[2 + i * 2] = text.charCodeAt(i) & 0xff;
    bytes[3 + i * 2] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}

/** What may befall a source between export and check. */
export const SOURCE_CHANGES: Readonly<Record<string, (text: string, dice: Dice) => ChangedSource>> = {
  'one character': (text, dice) => {
    const at = dice.pick([...text].flatMap((unit, i) => (/[\p{Script=Han}\d]/u.test(unit) ? [i] : [])));
    return textOnly(text.slice(0, at) + other(text[at] ?? '', dice) + text.slice(at + 1));
  },
  cut: (text, dice) => {
    const from = dice.below(text.length - 80);
    return textOnly(text.slice(0, from) + text.slice(from + 4 + dice.below(60)));
  },
  're-encoded': (text, dice) => ({
    text,
    bytes: dice.below(2) === 0 ? utf16(text) : new Uint8Array([0xef, 0xbb, 0xbf, ...utf8fromString(text)]),
  }),
  're-wrapped': (text, dice) => {
    const kind = dice.below(3);
    if (kind === 0) return textOnly(text.replaceAll('\n', '\r\n'));
    // Line ends inside paragraphs go, or come where there were none.
    if (kind === 1) return textOnly(text.replace(/([\p{Script=Han}，、])\n(?=[\p{Script=Han}])/gu, '$1'));
    const lines = text.split('\n');
    const long = dice.pick(lines.flatMap((line, i) => (line.length > 20 ? [i] : [])));
    const line = lines[long] ?? '';
    const at = 5 + dice.below(line.length - 10);
    lines[long] = `${line.slice(0, at)}\n${line.slice(at)}`;
    return textOnly(lines.join('\n'));
  },
  'a paragraph moved': (text, dice) => {
    const parts = text.split(/(?<=\n\n)/);
    const [from, to] = [dice.below(parts.length), dice.below(parts.length)];
    const [part = ''] = parts.splice(from, 1);
    parts.splice(to, 0, part);
    return textOnly(parts.join(''));
  },
};

export type Expected = 'holds' | 'moved' | 'changed';

const squeeze = (text: string): string => text.replace(/\s/g, '');

function count(text: string, wanted: string): number {
  let found = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found++;
  return found;
}

/** What a check must say of an item, told from the two texts alone; null where the item stands in pieces. */
export function expectation({ evidence }: Claim, text: string): Expected | null {
  const { spans, exact, prefix, suffix } = evidence;
  const [span, ...more] = spans;
  if (span === undefined || more.length > 0) return null;
  const whole = prefix + exact + suffix;
  if (text.slice(span.start - prefix.length, span.end + suffix.length) === whole) return 'holds';
  if (count(text, whole) === 1) return 'moved';
  if (count(text, whole) === 0 && count(squeeze(text), squeeze(whole)) === 1) return 'moved';
  return 'changed';
}

/** Whether a finding is what was expected; what stands in pieces must be named where its words are gone. */
export function isRight(claim: Claim, { finding }: CheckedItem, text: string): boolean {
  const expected = expectation(claim, text);
  if (expected !== null) return finding.state === expected;
  const pieces = claim.evidence.spans.map(({ start, end }) => text.slice(start, end)).join('');
  return pieces === claim.evidence.exact || finding.state !== 'holds';
}
