import { NAME_TYPES, type NameType } from '@shared/model/name.ts';
import { type KeyPart, selectWindow } from '../claims/select-window.ts';
import type { NameColumns } from './name-columns.ts';

/** Which names are listed. */
export interface NameFilter {
  readonly type: NameType | null;
  /** Stand in the form that a name goes by or in one that is printed. */
  readonly words: string;
}

/** The names of a library that fit, the most said first, equals in the order of the language. */
export class NameView {
  /** Numbers of the names that fit, rising. */
  readonly names: Uint32Array;
  /** How often each name of the columns is said. */
  readonly mentions: Uint32Array;
  /** How many names of each type there are, whatever is asked for. */
  readonly types: Readonly<Partial<Record<NameType, number>>>;
  private readonly parts: readonly KeyPart[];

  /** Of the columns as they are now. */
  constructor(columns: NameColumns, { type, words }: NameFilter) {
    const { said, names, texts } = columns;
    const mentions = columns.mentions();
    const counts = new Uint32Array(NAME_TYPES.length);
    for (let name = 0; name < mentions.length; name++)
      if (mentions[name]) counts[names.types[name] as number]!++;
    this.types = Object.fromEntries(
      NAME_TYPES.flatMap((one, i) => (counts[i] ? [[one, counts[i] as number] as const] : [])),
    );
    this.mentions = mentions;
    const wanted = type === null ? -1 : NAME_TYPES.indexOf(type);
    const holds = words === '' ? null : texts.flagsHolding(words);
    const fits = new Uint8Array(mentions.length);
    if (holds)
      for (let at = 0; at < said.names.length; at++)
        if (said.mentions[at] && holds[said.prints[at] as number]) fits[said.names[at] as number] = 1;
    const found: number[] = [];
    for (let name = 0; name < mentions.length; name++)
      if (
        mentions[name] &&
        (wanted < 0 || names.types[name] === wanted) &&
        (!holds || fits[name] || holds[names.forms[name] as number])
      )
        found.push(name);
    this.names = Uint32Array.from(found);
    const places = texts.order();
    const part =
      (key: (name: number) => number): KeyPart =>
      (rows, into) => {
        for (let i = 0; i < rows.length; i++) into[i] = key(rows[i] as number);
      };
    const rarity = (name: number): number => 0xffffffff - (mentions[name] as number);
    const place = (name: number): number => places[names.forms[name] as number] as number;
    this.parts = [
      part((name) => rarity(name) >>> 16),
      part((name) => rarity(name) & 0xffff),
      part((name) => place(name) >>> 16),
      part((name) => place(name) & 0xffff),
    ];
  }

  /** Numbers of the names at some places of the order. */
  window(from: number, to: number): Uint32Array {
    return selectWindow(this.names, this.parts, from, to);
  }
}
