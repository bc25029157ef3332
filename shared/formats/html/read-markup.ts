import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { KEPT_ATTRIBUTES, type PageElement } from './element.ts';
import { BARRIERS, BLOCKS, IMPLIED_ENDS, PARAGRAPHS, PREFORMATTED, UNSEEN, VOID } from './elements.ts';
import { TextWriter } from './text-writer.ts';

/** A page as it shows, and what it says of itself. */
export interface Markup {
  readonly text: string;
  /** In document order; those that show nothing have an empty span. */
  readonly elements: readonly PageElement[];
  /** Contents of `meta` elements by name, property or itemprop in lower case. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** Scripts that hold data in JSON; never run. */
  readonly linkedData: readonly string[];
  /** How words are read aloud, as ruby sets it beside them. */
  readonly readings: readonly (SourceSpan & { readonly value: string })[];
}

export interface MarkupOptions {
  /** XHTML: an element that closes itself has no content. */
  readonly isXml?: boolean;
  /** Shows what the page hides. */
  readonly showsHidden?: boolean;
  readonly mostElements: number;
}

/** As deep as browsers nest elements; deeper ones become siblings. */
const DEEPEST = 512;
const LONGEST_META = 10_000;
const MOST_METAS = 1000;
const LONGEST_LINKED_DATA = 2_000_000;

/** Only what takes no room; what is invisible and keeps its room is often shown by a script. */
const HIDING = /(?:^|;)\s*display\s*:\s*none\b/i;

/**
 * Reads markup to the text that it shows, every character in document order. Takes time and room in proportion to
 * its length, whatever is malformed.
 * @returns null where the page has more elements than `mostElements`.
 */
export function readMarkup(markup: string, options: MarkupOptions): Markup | null {
  const reader = new MarkupReader(markup, options);
  const tokenizer = new Tokenizer({ recognizeSelfClosing: options.isXml === true }, reader);
  tokenizer.write(markup);
  tokenizer.end();
  return reader.finish();
}

const isLinkedData = (name: string, attributes: ReadonlyMap<string, string>): boolean =>
  name === 'script' && /\bld\+json\b/i.test(attributes.get('type') ?? '');

interface Open {
  readonly name: string;
  /** Null where nothing of it shows. */
  readonly element: PageElement | null;
  readonly isSeen: boolean;
  readonly isPreformatted: boolean;
}

class MarkupReader implements TokenizerCallbacks {
  private readonly markup: string;
  private readonly options: MarkupOptions;
  private readonly writer = new TextWriter();
  private readonly elements: PageElement[] = [];
  private readonly open: Open[] = [];
  /** How many of a name are open. */
  private readonly counts = new Map<string, number>();
  /** Children of a name so far, of each open element. */
  private readonly children: Map<string, number>[] = [new Map()];
  private readonly metas = new Map<string, string[]>();
  private readonly linkedData: string[] = [];
  private readonly readings: (SourceSpan & { readonly value: string })[] = [];
  /** Where the words begin whose reading comes next. */
  private base = 0;
  /** What is written for no reader: data in a script, the reading of ruby. */
  private aside: string[] | null = null;
  private tag = '';
  private attributes = new Map<string, string>();
  private attribute = '';
  private value: string[] = [];
  private isHidden = false;
  private isFull = false;

  constructor(markup: string, options: MarkupOptions) {
    this.markup = markup;
    this.options = options;
  }

  finish(): Markup | null {
    while (this.open.length > 0) this.close();
    if (this.isFull) return null;
    const text = this.writer.finish();
    for (const element of this.elements)
      while (element.start < element.end && /\s/.test(text[element.start] as string)) element.start++;
    const { elements, metas, linkedData, readings } = this;
    return { text, elements, metas, linkedData, readings };
  }

  ontext(start: number, end: number): void {
    this.write(this.markup.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.write(String.fromCodePoint(codepoint));
  }

  oncdata(start: number, end: number, marks: number): void {
    if (this.options.isXml === true) this.ontext(start, end - marks);
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.markup.slice(start, end).toLowerCase();
    this.attributes = new Map();
    this.isHidden = false;
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.markup.slice(start, end).toLowerCase();
    this.value = [];
  }

  onattribdata(start: number, end: number): void {
    this.value.push(this.markup.slice(start, end));
  }

  onattribentity(codepoint: number): void {
    this.value.push(String.fromCodePoint(codepoint));
  }

  onattribend(): void {
    const name = this.attribute;
    const isKept = KEPT_ATTRIBUTES.has(name) && !this.attributes.has(name);
    if (!isKept && name !== 'style' && name !== 'hidden') return;
    const value = this.value.join('');
    if (isKept) this.attributes.set(name, value);
    else if (name === 'hidden' ? !/until-found/i.test(value) : HIDING.test(value)) this.isHidden = true;
  }

  onopentagend(): void {
    this.start(false);
  }

  onselfclosingtag(): void {
    this.start(this.options.isXml === true);
  }

  onclosetag(start: number, end: number): void {
    const name = this.markup.slice(start, end).toLowerCase();
    if (name === 'br') this.lineEnd();
    if (!this.counts.get(name) || name === 'html' || name === 'body') return;
    const barriers = BARRIERS.get(name);
    for (let i = this.open.length - 1; i >= 0; i--) {
      const { name: other } = this.open[i] as Open;
      if (other === name) {
        while (this.open.length > i) this.close();
        return;
      }
      if (barriers?.has(other)) return;
    }
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private start(closesItself: boolean): void {
    const name = this.tag;
    if (name === 'meta') {
      this.keepMeta();
      return;
    }
    if ((name === 'html' || name === 'body') && this.counts.get(name)) return;
    this.endImplied(name);
    if (this.open.length >= DEEPEST) this.close();
    const above = this.open.at(-1);
    const hides = this.isHidden && name !== 'html' && name !== 'body' && this.options.showsHidden !== true;
    const isTooltip = name === 'title' && (this.counts.get('svg') ?? 0) > 0;
    const isSeen = above?.isSeen !== false && !hides && !UNSEEN.has(name) && !isTooltip;
    if (name === 'br' && isSeen) {
      this.lineEnd();
      return;
    }
    if (name === 'ruby') this.base = this.writer.next;
    if (name === 'rt' || isLinkedData(name, this.attributes)) this.aside = [];
    if (isSeen) this.partAround(name);
    const element = isSeen ? this.addElement(name, above?.element ?? null) : null;
    const isPreformatted = above?.isPreformatted === true || PREFORMATTED.has(name);
    this.open.push({ name, element, isSeen, isPreformatted });
    this.children.push(new Map());
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (VOID.has(name) || closesItself) this.close();
  }

  private addElement(name: string, parent: PageElement | null): PageElement | null {
    if (this.elements.length >= this.options.mostElements) {
      this.isFull = true;
      return null;
    }
    const siblings = this.children.at(-1) as Map<string, number>;
    const nth = (siblings.get(name) ?? 0) + 1;
    siblings.set(name, nth);
    const index = this.elements.length;
    const start = this.writer.length;
    const element = { name, attributes: this.attributes, parent, index, last: index, start, end: start, nth };
    this.elements.push(element);
    return element;
  }

  private endImplied(name: string): void {
    const implied = IMPLIED_ENDS.get(name);
    if (!implied || ![...implied.ends].some((one) => this.counts.get(one))) return;
    let last = -1;
    for (let i = this.open.length - 1; i >= 0; i--) {
      const { name: other } = this.open[i] as Open;
      if (implied.within.has(other)) break;
      if (implied.ends.has(other)) last = i;
    }
    if (last >= 0) while (this.open.length > last) this.close();
  }

  private close(): void {
    const closed = this.open.pop() as Open;
    this.children.pop();
    this.counts.set(closed.name, (this.counts.get(closed.name) ?? 1) - 1);
    if (this.aside !== null && (closed.name === 'script' || closed.name === 'rt'))
      this.keepAside(closed.name);
    if (closed.element === null) return;
    closed.element.end = this.writer.length;
    closed.element.last = this.elements.length - 1;
    if (BLOCKS.has(closed.name)) this.writer.part(PARAGRAPHS.has(closed.name) ? 2 : 1);
  }

  private keepAside(name: 'script' | 'rt'): void {
    const words = (this.aside as string[]).join('');
    this.aside = null;
    if (name === 'script') {
      if (words.length <= LONGEST_LINKED_DATA) this.linkedData.push(words);
      return;
    }
    const value = words.trim();
    if (value !== '' && this.base < this.writer.length)
      this.readings.push({ ...sourceSpan(this.base, this.writer.length), value });
    this.base = this.writer.length;
  }

  private partAround(name: string): void {
    if (name === 'td' || name === 'th') this.writer.blank('\t');
    else if (BLOCKS.has(name)) this.writer.part(PARAGRAPHS.has(name) ? 2 : 1);
  }

  private lineEnd(): void {
    if (this.open.at(-1)?.isSeen !== false) this.writer.endLine();
  }

  private write(text: string): void {
    const open = this.open.at(-1);
    if (open && !open.isSeen) {
      this.aside?.push(text);
      return;
    }
    // HTML passes over NUL in its text.
    const shown = text.includes('\0') ? text.replaceAll('\0', '') : text;
    if (shown !== '') this.writer.write(shown, open?.isPreformatted === true);
  }

  private keepMeta(): void {
    const { attributes } = this;
    const name = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop');
    const content = attributes.get('content')?.trim();
    if (!name || !content || content.length > LONGEST_META || this.metas.size >= MOST_METAS) return;
    const known = this.metas.get(name.toLowerCase());
    if (!known) this.metas.set(name.toLowerCase(), [content]);
    else if (known.length < MOST_METAS) known.push(content);
  }
}
