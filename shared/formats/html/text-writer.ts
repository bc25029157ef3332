const BLANKS = /[ \t\n\r\f]+/g;
/** Written without blanks between words: no space stands for a line end between two of these. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Puts a page's text together as `innerText` of the HTML standard does: runs of blanks become one space, blocks end
 * lines, paragraphs stand apart by a blank line. Two things differ: a line end of the file within a word of wide
 * characters is no space, and the blanks of an empty line are none.
 */
export class TextWriter {
  /** Units written so far. */
  length = 0;
  private readonly parts: string[] = [];
  /** Line ends that stand before the next text. */
  private breaks = 0;
  private space: '' | ' ' | '\t' = '';
  private atLineStart = true;

  /** @param isPreformatted whether blanks stand as they are. */
  write(text: string, isPreformatted: boolean): void {
    if (isPreformatted) {
      const lines = text.split(/\r\n?|\n/);
      lines.forEach((line, i) => {
        if (i > 0) this.endLine();
        if (line !== '') this.put(line);
      });
      return;
    }
    let from = 0;
    for (const { 0: blanks, index } of text.matchAll(BLANKS)) {
      if (index > from) this.put(text.slice(from, index));
      from = index + blanks.length;
      const isLineEnd = /[\n\r]/.test(blanks);
      const inside = index > 0 && from < text.length;
      if (isLineEnd && inside && WIDE.test(text[index - 1] as string) && WIDE.test(text[from] as string))
        continue;
      this.blank(' ');
    }
    if (from < text.length) this.put(text.slice(from));
  }

  /** A blank that shows only between two texts of a line. */
  blank(blank: ' ' | '\t'): void {
    if (this.atLineStart || this.breaks > 0) return;
    if (this.space !== '\t') this.space = blank;
  }

  /** A line end that shows even beside another. */
  endLine(): void {
    this.space = '';
    this.breaks += 1;
    this.atLineStart = true;
  }

  /** At least so many line ends stand between what was written and what follows. */
  part(lines: 1 | 2): void {
    this.space = '';
    this.breaks = Math.max(this.breaks, lines);
    this.atLineStart = true;
  }

  /** The whole text, without line ends at its ends. */
  finish(): string {
    return this.parts.join('');
  }

  /** Where text that follows will stand: behind the line ends or the blank that go before it. */
  get next(): number {
    return this.length + this.before().length;
  }

  private before(): string {
    if (this.length === 0) return '';
    return this.breaks > 0 ? '\n'.repeat(Math.min(this.breaks, MOST_BREAKS)) : this.space;
  }

  private put(text: string): void {
    const before = this.before();
    if (before !== '') this.parts.push(before);
    this.parts.push(text);
    this.length += before.length + text.length;
    this.breaks = 0;
    this.space = '';
    this.atLineStart = false;
  }
}

/** More line ends in a row say nothing more. */
const MOST_BREAKS = 3;
