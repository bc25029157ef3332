import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { Hint, Place, Sheet } from '@shared/model/read-source.ts';

/** A hint without its span. */
export type HintWords = Hint extends infer Each
  ? Each extends Hint
    ? Omit<Each, 'start' | 'end'>
    : never
  : never;

/** A source text while it is written, with what is known of its parts. */
export class SourceDraft {
  readonly #pieces: string[] = [];
  readonly #places: Place[] = [];
  readonly #hints: Hint[] = [];
  readonly #sheets: Sheet[] = [];
  #length = 0;
  #isLineOpen = false;

  /** UTF-16 units written so far: where the next one will stand. */
  get length(): number {
    return this.#length;
  }

  write(text: string): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.#length += text.length;
    this.#isLineOpen = !text.endsWith('\n');
  }

  /** Ends the line that is open; writes nothing where none is. */
  endLine(): void {
    if (this.#isLineOpen) this.write('\n');
  }

  /** Says where what was written since `start` stands in the file. */
  place(start: number, where: string): void {
    if (start < this.#length) this.#places.push({ ...this.#since(start), where });
  }

  /** Says what was written since `start` is, its line end left out. */
  hint(start: number, hint: HintWords, end = this.#length): void {
    if (start <= end) this.#hints.push({ ...sourceSpan(start, end), ...hint } as Hint);
  }

  /** Takes over a place or a hint of a text that was written from `start` on. */
  add(start: number, known: Place | Hint): void {
    const moved = { ...known, ...sourceSpan(start + known.start, start + known.end) };
    if ('where' in moved) this.#places.push(moved);
    else this.#hints.push(moved);
  }

  /** Makes a sheet of what was written since `start`. */
  sheet(start: number, about: Omit<Sheet, 'start' | 'end'> = {}): void {
    this.#sheets.push({ ...this.#since(start), ...about });
  }

  finish(): {
    readonly text: string;
    readonly sheets: readonly Sheet[];
    readonly places: readonly Place[];
    readonly hints: readonly Hint[];
  } {
    const inOrder = <Item extends SourceSpan>(items: Item[]): Item[] =>
      items.sort((a, b) => a.start - b.start || b.end - a.end);
    return {
      text: this.#pieces.join(''),
      sheets: this.#sheets.length > 0 ? this.#sheets : [sourceSpan(0, this.#length)],
      places: inOrder(this.#places),
      hints: inOrder(this.#hints),
    };
  }

  #since(start: number): SourceSpan {
    return sourceSpan(start, this.#length);
  }
}
