import type { FoundName, NameType } from '@shared/model/name.ts';
import { type Candidate, propose } from '@shared/names/candidate.ts';
import { type Reading, readText } from '@shared/names/reading/reading.ts';
import { type NamedText, recogniseNames } from '@shared/names/recognise.ts';
import { namesKnowledge } from './knowledge.ts';

const MARKS: Readonly<Record<string, string>> = {
  person: 'P',
  place: 'L',
  org: 'O',
  programme: 'S',
  event: 'E',
  product: 'D',
  title: 'T',
};

/** Writes names into their text: `[P王小明]在[L杭州]说`. */
export function mark(
  text: string,
  names: readonly { readonly start: number; readonly end: number; readonly type: NameType }[],
): string {
  let out = '';
  let at = 0;
  for (const name of names) {
    out += `${text.slice(at, name.start)}[${MARKS[name.type]}${text.slice(name.start, name.end)}]`;
    at = name.end;
  }
  return out + text.slice(at);
}

const unmark = (marked: string): string => marked.replace(/\[[PLOSEDT]([^[\]]*)\]/g, '$1');

export const body = (text: string, article = 0): NamedText => ({ text, role: 'body', article });

export const namesOf = (...texts: readonly NamedText[]): FoundName[][] =>
  recogniseNames(texts, namesKnowledge());

/** Recognises the unmarked text as one body and writes what was found back into it. */
export function remark(marked: string): string {
  const text = unmark(marked);
  return mark(text, namesOf(body(text))[0]!);
}

const typeOf = (sign: string): NameType =>
  (Object.keys(MARKS) as NameType[]).find((type) => MARKS[type] === sign)!;

/** The unmarked text, read, with what its marks say as candidates of the tagger's. */
export function readMarked(marked: string): { reading: Reading; candidates: Candidate[] } {
  const candidates: Candidate[] = [];
  let text = '';
  for (const [, plain = '', sign = '', name = ''] of marked.matchAll(
    /([^[]*)(?:\[([PLOSEDT])([^[\]]*)\])?/g,
  )) {
    text += plain;
    if (name !== '') candidates.push(propose('tagger', typeOf(sign), text.length, text.length + name.length));
    text += name;
  }
  return { reading: readText(text, namesKnowledge()), candidates };
}
