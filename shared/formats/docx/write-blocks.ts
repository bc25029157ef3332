import type { SourceDraft } from '../source-draft.ts';
import type { Block, Paragraph, Table } from './blocks.ts';
import type { Numbering } from './numbering.ts';
import type { StyleWords } from './styles.ts';

/** What paragraphs are read by, and how far their counting has come. */
export interface Writing {
  readonly draft: SourceDraft;
  readonly styleOf: (id: string | null) => StyleWords;
  readonly numbering: Numbering;
  /** Blocks of a chart or a diagram, by its relationship. */
  readonly blocksOf: (relationship: string) => readonly Block[];
}

/** Where blocks stand: what their places are called and what they are taken for. */
export type Standing = 'body' | 'cell' | 'box' | 'note' | 'margin';

/** Characters of a heading that a place shows. */
const SHOWN_OF_HEADING = 30;

/** Writes blocks in their order, a line a paragraph, a line a row of a table where its cells are lines. */
export class BlockWriter {
  readonly #writing: Writing;
  readonly #draft: SourceDraft;
  #paragraphs = 0;
  #tables = 0;
  #boxes = 0;
  #heading = '';

  constructor(writing: Writing) {
    this.#writing = writing;
    this.#draft = writing.draft;
  }

  writeBody(blocks: readonly Block[]): void {
    this.#write(blocks, 'body');
  }

  /** @param where what the place is called: `header`, `footnote 3`. */
  writeBeside(blocks: readonly Block[], standing: 'note' | 'margin', where: string): void {
    const start = this.#draft.length;
    this.#write(blocks, standing);
    this.#draft.place(start, where);
    if (start < this.#draft.length)
      this.#draft.hint(start, { kind: standing === 'note' ? 'footnote' : 'furniture' });
  }

  #write(blocks: readonly Block[], standing: Standing): void {
    // A paragraph whose end was deleted is one with the next.
    let open: { start: number; first: Paragraph; beside: Paragraph[] } | null = null;
    for (const [i, block] of blocks.entries()) {
      if (block.type === 'table') {
        this.#draft.endLine();
        this.#writeTable(block, standing);
        continue;
      }
      open ??= { start: this.#draft.length, first: block, beside: [] };
      this.#writeWords(block, block === open.first);
      open.beside.push(block);
      if (block.joinsNext && blocks[i + 1]?.type === 'paragraph') continue;
      this.#endParagraph(open.start, open.first, standing);
      for (const { boxes, shown } of open.beside) {
        for (const box of boxes) this.#writeBox(box);
        for (const relationship of shown) this.#writeBox(this.#writing.blocksOf(relationship));
      }
      open = null;
    }
  }

  #writeWords(paragraph: Paragraph, isFirst: boolean): void {
    const { numbering, styleOf } = this.#writing;
    const list = paragraph.list?.id ?? styleOf(paragraph.style).list;
    if (isFirst && list !== null && list !== '0' && paragraph.text.trim() !== '') {
      const label = numbering.next(list, paragraph.list?.level ?? null, paragraph.style);
      // What ends in a mark of full width stands apart by itself.
      this.#draft.write(label === '' || /[^\u0021-\u007e]$/.test(label) ? label : `${label} `);
    }
    const start = this.#draft.length;
    this.#draft.write(paragraph.text);
    for (const { start: from, end, value } of paragraph.readings)
      this.#draft.hint(start + from, { kind: 'reading', value }, start + end);
  }

  #endParagraph(start: number, { text, style, outline, list }: Paragraph, standing: Standing): void {
    const end = this.#draft.length;
    this.#draft.write('\n');
    if (text.trim() === '' || standing === 'cell' || standing === 'margin' || standing === 'note') return;
    const words = this.#writing.styleOf(style);
    if (standing === 'box') {
      this.#draft.hint(start, words.role === 'caption' ? { kind: 'caption' } : { kind: 'paragraph' }, end);
      return;
    }
    this.#paragraphs++;
    const level = outline !== null && outline < 9 ? outline + 1 : words.level;
    const isHeading = words.role === 'heading' || words.role === 'subtitle' || level > words.level;
    if (words.role === 'title') this.#draft.hint(start, { kind: 'title' }, end);
    else if (words.role === 'caption') this.#draft.hint(start, { kind: 'caption' }, end);
    else if (isHeading) this.#draft.hint(start, { kind: 'heading', level: Math.min(level, 6) }, end);
    else if ((list?.id ?? '0') !== '0') this.#draft.hint(start, { kind: 'list-item' }, end);
    else this.#draft.hint(start, { kind: 'paragraph' }, end);
    // Word shows no numbers of paragraphs: the heading says roughly where to look.
    if (isHeading || words.role === 'title') this.#heading = `${text.trim().slice(0, SHOWN_OF_HEADING)} / `;
    this.#draft.place(start, `${this.#heading}paragraph ${this.#paragraphs}`);
  }

  #writeBox(blocks: readonly Block[]): void {
    if (blocks.length === 0) return;
    const start = this.#draft.length;
    this.#boxes++;
    const where = `text box ${this.#boxes}`;
    this.#write(blocks, 'box');
    this.#draft.place(start, where);
  }

  #writeTable({ rows }: Table, standing: Standing): void {
    const table = standing === 'body' ? ++this.#tables : this.#tables;
    rows.forEach((cells, row) => {
      const start = this.#draft.length;
      cells.forEach((blocks, cell) => {
        const isLine = isOneLine(blocks);
        const from = this.#draft.length;
        if (isLine) this.#writeLine(blocks);
        else {
          this.#draft.endLine();
          this.#write(blocks, 'cell');
        }
        this.#draft.hint(from, { kind: 'cell' });
        const next = cells[cell + 1];
        if (next) this.#draft.write(isLine && isOneLine(next) ? '\t' : '');
      });
      this.#draft.endLine();
      if (standing === 'body') this.#draft.place(start, `table ${table}, row ${row + 1}`);
    });
  }

  /** A cell of one line, without its end. */
  #writeLine(blocks: readonly Block[]): void {
    for (const block of blocks) if (block.type === 'paragraph') this.#writeWords(block, true);
  }
}

const isOneLine = (blocks: readonly Block[]): boolean => {
  const filled = blocks.filter((block) => block.type === 'table' || isFilled(block));
  const [only] = filled;
  if (only === undefined) return true;
  return filled.length === 1 && only.type === 'paragraph' && isPlainLine(only);
};

const isFilled = ({ text, boxes, shown }: Paragraph): boolean =>
  text !== '' || boxes.length > 0 || shown.length > 0;

const isPlainLine = ({ text, boxes, shown }: Paragraph): boolean =>
  !text.includes('\n') && boxes.length === 0 && shown.length === 0;
