/** Stands between words. */
export const SEPARATOR = 1;
/** Written without spaces: ideographs, kana, hangul, either half of a surrogate pair. Indexed as bigrams. */
export const IDEOGRAPH = 2;
/** A letter or digit of a script that writes words apart. Indexed whole. */
export const WORD = 3;

export type UnitKind = typeof SEPARATOR | typeof IDEOGRAPH | typeof WORD;

const UNSPACED = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Yiii}]/u;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** What each unit is, worked out when it is first asked for; 0: not yet. */
const kinds = new Uint8Array(0x10000);

/** The kind of a unit of folded text. */
export const kindOf = (unit: number): UnitKind => (kinds[unit] || learn(unit)) as UnitKind;

function learn(unit: number): UnitKind {
  const kind = classify(unit);
  kinds[unit] = kind;
  return kind;
}

function classify(unit: number): UnitKind {
  if (unit >= 0xd800 && unit <= 0xdfff) return IDEOGRAPH;
  const character = String.fromCharCode(unit);
  if (!LETTER.test(character)) return SEPARATOR;
  return UNSPACED.test(character) ? IDEOGRAPH : WORD;
}

export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
