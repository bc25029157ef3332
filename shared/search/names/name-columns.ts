import { NAME_TYPES, type NameType } from '@shared/model/name.ts';
import { Dictionary } from '../claims/dictionary.ts';
import { type PackedNames, SAID_WIDTH } from './packed-names.ts';

/** The form that a name goes by, of its type, its full form and the form as printed. */
export type GatherName = (type: NameType, full: string, printed: string) => string;

/** What is held of an article, each as pairs of numbers. */
const PARTS = ['said', 'posts', 'paths', 'subjects', 'speakers'] as const;
export type NamePart = (typeof PARTS)[number];

/** An article as it was added. */
export interface TakenNames {
  /** The state of its source that it was taken in. */
  readonly state: string;
  /** Where each part ends, then the parts, a pair after another. */
  readonly numbers: Uint32Array;
}

/** Lists that grow together, one place a row. */
interface SaidColumns {
  /** Places in `NAME_TYPES`. */
  readonly types: number[];
  readonly fulls: number[];
  readonly prints: number[];
  /** In all articles that are there. */
  readonly mentions: number[];
  /** The name that it is gathered under. */
  readonly names: number[];
}

/**
 * The names of a whole library: what is said of whom in which article, as numbers. A *said* is a type, a full form and a
 * form as printed; a *name* is all that go by one form. Some 500 bytes an article of fifteen mentions and 300 a said.
 */
export class NameColumns {
  readonly texts = new Dictionary((text) => text);
  readonly said: SaidColumns = { types: [], fulls: [], prints: [], mentions: [], names: [] };
  /** Of each name its type's place in `NAME_TYPES` and the number of its form. */
  readonly names: { readonly types: number[]; readonly forms: number[] } = { types: [], forms: [] };
  readonly articles = new Map<string, TakenNames>();
  /** Another number after each change. */
  version = 0;
  private readonly gather: GatherName;
  private readonly saidNumbers = new Map<string, number>();
  private readonly nameNumbers = new Map<string, number>();

  constructor(gather: GatherName) {
    this.gather = gather;
  }

  /** An article that is already there is replaced. */
  add(article: string, state: string, packed: PackedNames): void {
    this.remove(article);
    const texts = packed.texts.map((text) => this.texts.number(text));
    const rows = Array.from({ length: packed.said.length / SAID_WIDTH }, (_, row) =>
      packed.said.subarray(row * SAID_WIDTH, (row + 1) * SAID_WIDTH),
    );
    const said = rows.map(([type = 0, full = 0, text = 0]) =>
      this.saidNumber(type, texts[full] ?? 0, texts[text] ?? 0),
    );
    rows.forEach((row, i) => {
      this.said.mentions[said[i] as number]! += row[SAID_WIDTH - 1] as number;
    });
    const pairs = (numbers: Uint32Array, first: readonly number[], second?: readonly number[]): number[] =>
      Array.from(
        numbers,
        (number, i) => (i % 2 === 0 ? first[number] : second ? second[number] : number) ?? 0,
      );
    const parts: Record<NamePart, readonly number[]> = {
      said: rows.flatMap((row, i) => [said[i] as number, row[SAID_WIDTH - 1] as number]),
      posts: pairs(packed.posts, said, texts),
      paths: pairs(packed.paths, said, texts),
      subjects: pairs(packed.subjects, texts),
      speakers: pairs(packed.speakers, texts),
    };
    let end = PARTS.length;
    const ends = PARTS.map((part) => {
      end += parts[part].length;
      return end;
    });
    const numbers = Uint32Array.from([...ends, ...PARTS.flatMap((part) => parts[part])]);
    this.articles.set(article, { state, numbers });
    this.version++;
  }

  remove(article: string): void {
    const taken = this.articles.get(article);
    if (!taken) return;
    const { numbers } = taken;
    const [from, to] = partOf(numbers, 'said');
    for (let i = from; i < to; i += 2) this.said.mentions[numbers[i] as number]! -= numbers[i + 1] as number;
    this.articles.delete(article);
    this.version++;
  }

  /** What `gather` says has changed. */
  gatherAgain(): void {
    const { types, fulls, prints, names } = this.said;
    for (let said = 0; said < names.length; said++)
      names[said] = this.nameNumber(types[said] as number, fulls[said] as number, prints[said] as number);
    this.version++;
  }

  /** The number of a name; undefined where it was never said. */
  find(type: NameType, form: string): number | undefined {
    return this.nameNumbers.get(`${NAME_TYPES.indexOf(type)}|${form}`);
  }

  typeOf(name: number): NameType {
    return NAME_TYPES[this.names.types[name] as number] as NameType;
  }

  formOf(name: number): string {
    return this.texts.text(this.names.forms[name] as number);
  }

  /** How often each name is said. */
  mentions(): Uint32Array {
    const counts = new Uint32Array(this.names.forms.length);
    const { mentions, names } = this.said;
    for (let said = 0; said < names.length; said++)
      counts[names[said] as number]! += mentions[said] as number;
    return counts;
  }

  private saidNumber(type: number, full: number, print: number): number {
    const key = `${type}|${full}|${print}`;
    const known = this.saidNumbers.get(key);
    if (known !== undefined) return known;
    const { types, fulls, prints, mentions, names } = this.said;
    const said = types.length;
    this.saidNumbers.set(key, said);
    types.push(type);
    fulls.push(full);
    prints.push(print);
    mentions.push(0);
    names.push(this.nameNumber(type, full, print));
    return said;
  }

  private nameNumber(type: number, full: number, print: number): number {
    const form = this.gather(NAME_TYPES[type] as NameType, this.texts.text(full), this.texts.text(print));
    const key = `${type}|${form}`;
    const known = this.nameNumbers.get(key);
    if (known !== undefined) return known;
    const name = this.names.forms.length;
    this.nameNumbers.set(key, name);
    this.names.types.push(type);
    this.names.forms.push(this.texts.number(form));
    return name;
  }
}

/** Where the pairs of a part begin and end in the numbers of an article. */
export function partOf(numbers: Uint32Array, part: NamePart): readonly [number, number] {
  const at = PARTS.indexOf(part);
  return [at === 0 ? PARTS.length : (numbers[at - 1] as number), numbers[at] as number];
}
