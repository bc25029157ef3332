/** Not a character: marks units whose folding is not one unit, in the table of `Folding`. */
const IRREGULAR = 0xffff;
const SPACE = 0x20;
/** From a printing character of ASCII to its full-width form. */
const FULL_WIDTH = 0xfee0;
/** From a capital of ASCII to its small letter. */
const CASE = 0x20;
const NOTHING = /(?!)/;
const PLAIN = /^[\t\n\r -~\u00b7\u2013-\u2023\u2026\u3000-\u3029\u3400-\u9fff\uff01-\uff5e]*$/;

/** Ideographs, Yi and Hangul syllables, private use: units whose compatibility form is themselves. */
const SETTLED: readonly (readonly [from: number, to: number])[] = [
  [0x3400, 0x9fff],
  [0xa000, 0xa48f],
  [0xac00, 0xd7a3],
  [0xe000, 0xf8ff],
];

/** High surrogates of the plain ideographs, extensions B to H: these pairs fold to themselves. */
const isPlainIdeographicSurrogate = (unit: number): boolean =>
  (unit >= 0xd840 && unit <= 0xd87d) || (unit >= 0xd880 && unit <= 0xd8ff);

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Characters that a reader does not see: joiners, variation selectors, soft hyphens, marks of direction. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
const INVISIBLES = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const COMBINING = /[\p{M}\uff9e\uff9f]/u;
const JAMO = /[\u1100-\u11ff]/;
/** Compatibility forms are taken of these; a dot leader or a spacing accent stays as it is. */
const HAS_COMPATIBILITY_FORM = /[\p{L}\p{N}\p{M}\p{S}]/u;
const CLUSTERS = /[\u1100-\u11ff]+|[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gu;

/** Text as it is compared: units alike for characters that a reader takes for the same. */
export interface FoldedText {
  /** Longer than `length` where it is a buffer used again. */
  readonly units: Uint16Array;
  readonly length: number;
  /**
   * Start and end, in the text as given, of what each folded unit stands for; null when both texts have the
   * same offsets.
   */
  readonly places: { readonly starts: Uint32Array; readonly ends: Uint32Array } | null;
}

/**
 * Folds away width, case, script (traditional to simplified, character by character), compatibility forms
 * (㎡ is m2, ① is 1) and white space of every kind (one unit, one space). Folding what is folded changes nothing.
 */
export class Folding {
  private readonly table = new Uint16Array(0x10000).fill(IRREGULAR);
  /** Other units are worked out when they are first seen: a start costs nothing for scripts nobody reads. */
  private readonly isSettled = new Uint8Array(0x10000);
  private readonly simplified = new Map<number, number>();
  /** The characters that fold to a unit, those of other scripts; worked out when first asked for. */
  private variants: Map<number, number[]> | null = null;

  /** @param pairs characters to fold, each followed by the one it folds to; line breaks mean nothing. */
  constructor(pairs: string) {
    const { table, isSettled } = this;
    for (const [from, to] of SETTLED) {
      isSettled.fill(1, from, to + 1);
      for (let unit = from; unit <= to; unit++) table[unit] = unit;
    }
    for (const [from, to] of pairsOf(pairs)) {
      this.simplified.set(from, to);
      isSettled[from] = 1;
      table[from] = to;
    }
  }

  /** @param buffer is written and handed out again when it is long enough and the text is regular. */
  fold(text: string, buffer?: Uint16Array): FoldedText {
    const length = text.length;
    const units = buffer && buffer.length >= length ? buffer : new Uint16Array(length);
    const { table } = this;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      let folded = table[unit] as number;
      if (folded === IRREGULAR) {
        folded = this.unitFolded(unit);
        if (folded === IRREGULAR) return this.foldIrregular(text);
      }
      units[i] = folded;
    }
    return { units, length, places: null };
  }

  /** Whether `commonForms` misses nothing in this text: it has only ideographs, ASCII and common punctuation. */
  isPlain(text: string): boolean {
    return PLAIN.test(text);
  }

  /**
   * Matches only text that folds to these units, in either script and in any width and case. Text that it does
   * not match may still fold to them unless it is plain.
   */
  commonForms(units: Uint16Array): RegExp {
    if (!this.isPlain(String.fromCharCode(...units))) return NOTHING;
    this.variants ??= variantsOf(this.simplified);
    let pattern = '';
    for (const unit of units) {
      const forms = [unit, ...(this.variants.get(unit) ?? [])];
      if (isLatinLetter(unit)) forms.push(unit - CASE);
      if (unit > SPACE && unit < 0x7f) forms.push(...forms.map((form) => form + FULL_WIDTH));
      pattern += unit === SPACE ? '(?!\\ufeff)\\s' : `[${forms.map(escaped).join('')}]`;
    }
    // A letter with an accent after it is another letter.
    return new RegExp(isLatinLetter(units.at(-1) as number) ? `${pattern}(?![\\u0300-\\u036f])` : pattern);
  }

  /** The unit that `unit` folds to by itself, `IRREGULAR` when that is not one unit. */
  private unitFolded(unit: number): number {
    if (!this.isSettled[unit]) {
      const plain = plainUnit(unit);
      this.table[unit] = this.simplified.get(plain) ?? plain;
      this.isSettled[unit] = 1;
    }
    return this.table[unit] as number;
  }

  foldToString(text: string): string {
    const { units, length } = this.fold(text);
    let folded = '';
    for (let i = 0; i < length; i += 4096)
      folded += String.fromCharCode(...units.subarray(i, Math.min(length, i + 4096)));
    return folded;
  }

  private foldIrregular(text: string): FoldedText {
    const units: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const put = (unit: number, start: number, end: number) => {
      units.push(unit);
      starts.push(start);
      ends.push(end);
    };
    for (const { 0: cluster, index } of text.matchAll(CLUSTERS)) {
      const first = cluster.charCodeAt(0);
      if (cluster.length === 1 && this.unitFolded(first) !== IRREGULAR) {
        put(this.unitFolded(first), index, index + 1);
        continue;
      }
      const form = compatibilityForm(cluster);
      // A cluster that stays as long keeps its inner offsets: a pair of surrogates is two units on both sides.
      const isLevel = form.length === cluster.length;
      for (let i = 0; i < form.length; i++) {
        const unit = form.charCodeAt(i);
        const folded = this.unitFolded(unit);
        put(
          folded === IRREGULAR ? unit : folded,
          isLevel ? index + i : index,
          isLevel ? index + i + 1 : index + cluster.length,
        );
      }
    }
    return {
      units: Uint16Array.from(units),
      length: units.length,
      places: { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) },
    };
  }
}

/** Where the folded units `start…end - 1` stand in the text as given. */
export function placeOf(folded: FoldedText, start: number, end: number): readonly [number, number] {
  const { places } = folded;
  if (!places || start >= end) return [start, end];
  return [places.starts[start] as number, places.ends[end - 1] as number];
}

/** Width, case and compatibility form of one unit; script is not its matter. */
function plainUnit(unit: number): number {
  if (isLowSurrogate(unit) || isPlainIdeographicSurrogate(unit)) return unit;
  if (isHighSurrogate(unit) || unit === IRREGULAR) return IRREGULAR;
  const character = String.fromCharCode(unit);
  // The zero-width space that joins is white space to a regular expression and nothing to a reader.
  if (INVISIBLE.test(character) || COMBINING.test(character) || JAMO.test(character)) return IRREGULAR;
  if (/\s/.test(character)) return SPACE;
  const form = compatibilityForm(character);
  return form.length === 1 ? form.charCodeAt(0) : IRREGULAR;
}

/** The same characters in their plain form and lower case; punctuation that would grow stays as it is. */
function compatibilityForm(cluster: string): string {
  const visible = cluster.replace(INVISIBLES, '');
  const form = visible.normalize('NFKC');
  const isKept =
    form.length > visible.length && (form.startsWith(' ') || !HAS_COMPATIBILITY_FORM.test(visible));
  // Lower case first knows some letters whose compatibility form is a capital.
  return (isKept ? visible : form).toLowerCase().normalize(isKept ? 'NFC' : 'NFKC');
}

const isLatinLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

function variantsOf(simplified: ReadonlyMap<number, number>): Map<number, number[]> {
  const variants = new Map<number, number[]>();
  for (const [from, to] of simplified) variants.set(to, [...(variants.get(to) ?? []), from]);
  return variants;
}

function* pairsOf(pairs: string): Generator<readonly [number, number]> {
  const units = pairs.replaceAll(/\s/g, '');
  for (let i = 0; i + 1 < units.length; i += 2) yield [units.charCodeAt(i), units.charCodeAt(i + 1)];
}
