/** Marks that a typist sets half wide in running Chinese, each followed by the full form. */
const MARKS = ',，:：;；?？!！(（)）';
const FIRST_IDEOGRAPH = 0x3400;
const LAST_IDEOGRAPH = 0x9fff;
const isIdeograph = (unit: number): boolean => unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH;
const SPACE = 0x20;

/**
 * Writes a text as most Chinese newspapers print it, unit for unit: simplified characters, and full marks where they
 * stand beside Chinese. What is read from the copy holds of the text at the same offsets.
 */
export class CommonScript {
  private readonly table = new Uint16Array(65536);
  private readonly marks = new Uint16Array(128);

  /** @param pairs characters, each followed by its simplified form; line breaks mean nothing. */
  constructor(pairs: string) {
    const units = pairs.replace(/\s/g, '');
    for (let i = 0; i + 1 < units.length; i += 2) this.table[units.charCodeAt(i)] = units.charCodeAt(i + 1);
    for (let i = 0; i < MARKS.length; i += 2) this.marks[MARKS.charCodeAt(i)] = MARKS.charCodeAt(i + 1);
  }

  /** Writes the characters alone and leaves the marks; the text itself where all are simplified. */
  writeCharacters(text: string): string {
    const { table } = this;
    let written = '';
    let copied = 0;
    for (let i = 0; i < text.length; i++) {
      const other = table[text.charCodeAt(i)] as number;
      if (other === 0) continue;
      written += text.slice(copied, i) + String.fromCharCode(other);
      copied = i + 1;
    }
    return copied === 0 ? text : written + text.slice(copied);
  }

  /** @returns the text itself where nothing is written otherwise; always of the same length in UTF-16 units. */
  write(text: string): string {
    const { table, marks } = this;
    let written = '';
    let copied = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const other = unit < 128 ? (marks[unit] as number) : (table[unit] as number);
      if (other === 0 || (unit < 128 && !this.standsInChinese(text, i))) continue;
      written += text.slice(copied, i) + String.fromCharCode(other);
      copied = i + 1;
    }
    return copied === 0 ? text : written + text.slice(copied);
  }

  /** Whether an ideograph is the next thing before or behind, apart from spaces. */
  private standsInChinese(text: string, at: number): boolean {
    let before = at - 1;
    while (before >= 0 && text.charCodeAt(before) === SPACE) before--;
    if (before >= 0 && isIdeograph(text.charCodeAt(before))) return true;
    let behind = at + 1;
    while (behind < text.length && text.charCodeAt(behind) === SPACE) behind++;
    return behind < text.length && isIdeograph(text.charCodeAt(behind));
  }
}
