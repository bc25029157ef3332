import { type Attributes, walkXml } from '../xml/walk-xml.ts';
import {
  type Block,
  type Counts,
  type ListPlace,
  type Paragraph,
  plainParagraph,
  type Story,
} from './blocks.ts';
import { FormulaLine } from './formula.ts';

type Open<Whole> = {
  -readonly [Part in keyof Whole]: Whole[Part] extends readonly (infer Item)[] ? Item[] : Whole[Part];
};

/** A paragraph that is being read. */
interface OpenParagraph extends Open<Omit<Paragraph, 'list'>> {
  list: { id: string | null; level: number | null } | null;
}

/** What a deletion, a field's code or an earlier state of properties holds is not seen (ECMA-376-1, 17.13, 17.16). */
const UNSEEN = new Set(['del', 'moveFrom', 'instrText', 'delInstrText', 'delText', 'fldData', 'binData']);

/** Cells and boxes within each other that are kept apart; nobody draws more. */
const DEEPEST_BLOCKS = 60;

/** Values of a switch that is off (ECMA-376-1, 22.9.2.7). */
const isOff = ({ val }: Attributes): boolean => val === '0' || val === 'false' || val === 'off';

/** Blocks of a part in another format by its relationship; null where it is not read. */
export type InsertedOf = (relationship: string) => readonly Block[] | null;

/**
 * One part of WordprocessingML as paragraphs and tables in their order: insertions are in, deletions out; of
 * alternatives the first that shows words; text boxes beside the paragraph that they are anchored in.
 * @returns null where the part is no well-formed XML.
 */
export function readStory(
  bytes: Uint8Array,
  counts: Counts,
  insertedOf: InsertedOf = () => null,
): Story | null {
  const reader = new StoryReader(counts, insertedOf);
  const isSound = walkXml(bytes, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return isSound ? reader.story : null;
}

class StoryReader {
  readonly #counts: Counts;
  readonly #insertedOf: InsertedOf;
  readonly story = {
    blocks: [] as Block[],
    notes: new Map<string, readonly Block[]>(),
    headers: [] as string[],
    footers: [] as string[],
    footnotes: [] as string[],
    endnotes: [] as string[],
  };
  /** Where blocks go; a cell, a box and a note have one each. */
  readonly #containers: Block[][] = [this.story.blocks];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: Block[][][][] = [];
  /** For each open choice between alternatives: whether one has shown words. */
  readonly #alternatives: { isShown: boolean; wordsBefore: number }[] = [];
  readonly #path: string[] = [];
  /** Depth of the element whose inside is passed over; null where none is. */
  #skippedFrom: number | null = null;
  #words = 0;
  #isHidden = false;
  #isRowDeleted = false;
  #reading: { start: number; value: string; isReading: boolean } | null = null;
  #isText = false;
  readonly #formula = new FormulaLine();

  constructor(counts: Counts, insertedOf: InsertedOf) {
    this.#counts = counts;
    this.#insertedOf = insertedOf;
  }

  get #paragraph(): OpenParagraph | undefined {
    return this.#paragraphs.at(-1);
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (this.#skippedFrom !== null) return;
    if (this.#isUnseen(name, parent)) {
      if (name === 'del' || name === 'moveFrom') this.#counts.deletions++;
      this.#skippedFrom = this.#path.length;
      return;
    }
    if (parent === 'pPr' || parent === 'numPr') this.#readParagraphProperty(name, attributes);
    else if (parent === 'rPr') this.#readRunProperty(name, attributes);
    else if (parent === 'trPr') this.#isRowDeleted ||= name === 'del';
    else this.#openContent(name, attributes, parent);
  }

  text(text: string): void {
    if (!this.#isText || this.#skippedFrom !== null) return;
    if (this.#reading?.isReading) this.#reading.value += text;
    else this.#write(text);
  }

  close(name: string): void {
    const depth = this.#path.length;
    this.#path.pop();
    if (this.#skippedFrom !== null) {
      if (depth > this.#skippedFrom) return;
      this.#skippedFrom = null;
      return;
    }
    this.#closeContent(name);
  }

  #isUnseen(name: string, parent: string): boolean {
    // Beside a row's or a run's properties the mark says something of the row or the paragraph.
    if (UNSEEN.has(name)) return parent !== 'rPr' && parent !== 'trPr';
    if (name === 'Fallback' || name === 'Choice') return this.#alternatives.at(-1)?.isShown === true;
    return name.endsWith('PrChange') || name === 'numberingChange';
  }

  #readParagraphProperty(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraph;
    if (!paragraph) return;
    const { val = '' } = attributes;
    if (name === 'pStyle') paragraph.style = val;
    if (name === 'outlineLvl' && /^\d$/.test(val)) paragraph.outline = Number(val);
    if (name === 'numPr') paragraph.list = { id: null, level: null };
    if (name === 'ilvl' && paragraph.list) paragraph.list.level = Number(val) || 0;
    if (name === 'numId' && paragraph.list) paragraph.list.id = val;
  }

  #readRunProperty(name: string, attributes: Attributes): void {
    const isOfMark = this.#path.at(-3) === 'pPr';
    if (name === 'del' && isOfMark && this.#paragraph) this.#paragraph.joinsNext = true;
    if (name === 'vanish' && !isOfMark && !isOff(attributes)) this.#isHidden = true;
  }

  #openContent(name: string, attributes: Attributes, parent: string): void {
    switch (name) {
      case 'p':
        this.#paragraphs.push(newParagraph());
        return;
      case 'r':
        this.#isHidden = false;
        return;
      case 't':
        this.#isText = true;
        return;
      case 'tab':
      case 'ptab':
        if (parent === 'r') this.#write('\t');
        return;
      case 'br':
      case 'cr':
        if (parent === 'r') this.#write('\n');
        return;
      case 'noBreakHyphen':
        this.#write('\u2011');
        return;
      case 'ruby':
        this.#reading = { start: this.#paragraph?.text.length ?? 0, value: '', isReading: false };
        return;
      case 'rt':
        if (this.#reading) this.#reading.isReading = true;
        return;
      case 'tbl':
        this.#tables.push([]);
        return;
      case 'tr':
        this.#tables.at(-1)?.push([]);
        this.#isRowDeleted = false;
        return;
      case 'tc':
      case 'txbxContent':
        this.#openContainer();
        return;
      case 'footnote':
      case 'endnote':
        this.#openContainer();
        this.#openNote(attributes);
        return;
      case 'footnoteReference':
        this.story.footnotes.push(attributes.id ?? '');
        return;
      case 'endnoteReference':
        this.story.endnotes.push(attributes.id ?? '');
        return;
      case 'headerReference':
        this.story.headers.push(attributes.id ?? '');
        return;
      case 'footerReference':
        this.story.footers.push(attributes.id ?? '');
        return;
      case 'AlternateContent':
        this.#alternatives.push({ isShown: false, wordsBefore: this.#words });
        return;
      default:
        if (name === 'altChunk') this.#insert(attributes.id);
        if (name === 'oMath') this.#counts.formulae++;
        this.#write(this.#formula.open(name, attributes));
        this.#openShown(name, attributes);
    }
  }

  /** What stands in a drawing, and what stands for another part. */
  #openShown(name: string, attributes: Attributes): void {
    if (name === 'commentReference') this.#counts.comments++;
    if (name === 'blip' || name === 'imagedata') this.#counts.pictures++;
    if (name === 'chart' && attributes.id) this.#paragraph?.shown.push(attributes.id);
    if (name === 'relIds' && attributes.dm) this.#paragraph?.shown.push(attributes.dm);
    // Words of an ornamental heading are an attribute of its path.
    if (name === 'textpath' && attributes.string) {
      this.#paragraph?.boxes.push([plainParagraph(attributes.string)]);
      this.#words++;
    }
  }

  #insert(id = ''): void {
    const blocks = this.#insertedOf(id);
    if (blocks === null) this.#counts.inserted++;
    for (const block of blocks ?? []) this.#containers.at(-1)?.push(block);
  }

  /** What stands too deep goes on where it is. */
  #openContainer(): void {
    const outer = this.#containers.at(-1);
    this.#containers.push(outer && this.#containers.length > DEEPEST_BLOCKS ? outer : []);
  }

  #closeContainer(keep: (blocks: Block[]) => void): void {
    const blocks = this.#containers.pop();
    if (blocks && blocks !== this.#containers.at(-1)) keep(blocks);
  }

  #openNoteId: string | null = null;

  /** Separators between text and notes have a type and are no notes. */
  #openNote({ id = '', type = 'normal' }: Attributes): void {
    this.#openNoteId = type === 'normal' ? id : null;
  }

  #closeContent(name: string): void {
    switch (name) {
      case 'p':
        this.#closeParagraph();
        return;
      case 't':
        this.#isText = false;
        return;
      case 'r':
        this.#isHidden = false;
        return;
      case 'rt':
        if (this.#reading) this.#reading.isReading = false;
        return;
      case 'ruby':
        this.#closeRuby();
        return;
      case 'tc':
        this.#closeContainer((blocks) => this.#tables.at(-1)?.at(-1)?.push(blocks));
        return;
      case 'tr':
        if (this.#isRowDeleted) this.#tables.at(-1)?.pop();
        this.#isRowDeleted = false;
        return;
      case 'tbl':
        this.#containers.at(-1)?.push({ type: 'table', rows: this.#tables.pop() ?? [] });
        return;
      case 'txbxContent':
        this.#closeContainer((blocks) => this.#closeBox(blocks));
        return;
      case 'footnote':
      case 'endnote':
        this.#closeContainer((blocks) => this.#closeNote(blocks));
        return;
      case 'Choice':
      case 'Fallback':
        this.#closeAlternative();
        return;
      case 'AlternateContent':
        this.#alternatives.pop();
        return;
      default:
        this.#write(this.#formula.close(name));
    }
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const { list, ...rest } = paragraph;
    const place: ListPlace | null = list?.id == null ? null : { id: list.id, level: list.level };
    this.#containers.at(-1)?.push({ ...rest, list: place });
  }

  #closeRuby(): void {
    const [paragraph, ruby] = [this.#paragraph, this.#reading];
    this.#reading = null;
    if (paragraph && ruby && ruby.value !== '')
      paragraph.readings.push({ start: ruby.start, end: paragraph.text.length, value: ruby.value });
  }

  #closeBox(blocks: readonly Block[]): void {
    const paragraph = this.#paragraph;
    if (paragraph) paragraph.boxes.push(blocks);
    else for (const block of blocks) this.#containers.at(-1)?.push(block);
  }

  #closeNote(blocks: readonly Block[]): void {
    if (this.#openNoteId !== null) this.story.notes.set(this.#openNoteId, blocks);
  }

  #closeAlternative(): void {
    const alternative = this.#alternatives.at(-1);
    if (alternative) alternative.isShown ||= this.#words > alternative.wordsBefore;
  }

  #write(text: string): void {
    const paragraph = this.#paragraph;
    if (!paragraph || text === '') return;
    if (this.#isHidden) {
      this.#counts.hidden++;
      return;
    }
    paragraph.text += text;
    this.#words++;
  }
}

const newParagraph = (): OpenParagraph => ({
  ...plainParagraph(''),
  list: null,
  readings: [],
  boxes: [],
  shown: [],
});
