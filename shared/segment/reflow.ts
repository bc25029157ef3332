import {
  type Piece,
  type ReadingOffset,
  type ReadingSpan,
  readingOffset,
  readingSpan,
  type SourceOffset,
  type SourceSpan,
} from '@shared/model/offset.ts';
import type { CutArticle, Page, ReadingText } from '@shared/model/page.ts';
import { readDispatch } from './blocks/datelines.ts';
import { type Draft, type DraftArticle, settleDoubts } from './draft.ts';
import type { SegmentKnowledge } from './knowledge.ts';
import { type Block, glue } from './print/blocks.ts';

/** Puts a reading text together out of stretches of the source. */
class ReadingTextWriter {
  private readonly texts: string[] = [];
  private size = 0;
  private readonly pieces: Piece<ReadingOffset, SourceOffset>[] = [];
  private readonly source: string;
  private readonly surnames: ReadonlySet<string>;

  constructor(source: string, surnames: ReadonlySet<string>) {
    this.source = source;
    this.surnames = surnames;
  }

  get length(): number {
    return this.size;
  }

  /** Writes what has no counterpart in the source. */
  put(text: string): void {
    if (!text) return;
    this.texts.push(text);
    this.size += text.length;
  }

  write(block: Block, dropsNameSpaces: boolean): void {
    let first = true;
    for (const run of block.runs) {
      const ink = this.source.slice(run.start, run.end);
      if (!first) this.put(glue(this.texts.at(-1) ?? '', ink));
      first = false;
      let from: number = run.start;
      if (dropsNameSpaces)
        for (const [start, end] of nameSpaces(ink, this.surnames)) {
          this.add(from, run.start + start);
          from = run.start + end;
        }
      this.add(from, run.end);
    }
  }

  private add(start: number, end: number): void {
    if (end <= start) return;
    const last = this.pieces.at(-1);
    if (last && last.to + last.length === start && last.from + last.length === this.size)
      this.pieces[this.pieces.length - 1] = { ...last, length: last.length + end - start };
    else
      this.pieces.push({
        from: readingOffset(this.size),
        to: start as SourceOffset,
        length: end - start,
      });
    this.put(this.source.slice(start, end));
  }

  done(): ReadingText {
    return { text: this.texts.join(''), pieces: this.pieces };
  }
}

/** A name of two characters set with a blank between them: 李 静说, 李 静、. */
const SPACED_NAME =
  /(\p{Script=Han})([ \u3000\u00a0]{1,2})\p{Script=Han}(?=[，。、；：！？）”]|说|介绍|表示|告诉|认为|坦言|回忆|指出|强调|笑|$)/gu;

function nameSpaces(ink: string, surnames: ReadonlySet<string>): [number, number][] {
  const spaces: [number, number][] = [];
  if (!/[ \u3000\u00a0]/.test(ink)) return spaces;
  for (const match of ink.matchAll(SPACED_NAME)) {
    const [, surname = '', blank = ''] = match;
    if (!surnames.has(surname)) continue;
    const start = match.index + surname.length;
    spaces.push([start, start + blank.length]);
  }
  return spaces;
}

/** The finished page: each story with its reading texts, one paragraph a line. */
export function reflow(source: string, draft: Draft, knowledge: SegmentKnowledge): Page {
  const write = (blocks: readonly Block[], between: string): ReadingText | null => {
    if (blocks.length === 0) return null;
    const writer = new ReadingTextWriter(source, knowledge.surnames);
    blocks.forEach((block, i) => {
      if (i > 0) writer.put(between);
      writer.write(block, false);
    });
    return writer.done();
  };
  const finish = (article: DraftArticle): CutArticle => {
    const writer = new ReadingTextWriter(source, knowledge.surnames);
    const paragraphs: ReadingSpan[] = [];
    const headings: ReadingSpan[] = [];
    for (const part of article.parts) {
      if (writer.length > 0) writer.put('\n');
      const start = writer.length;
      writer.write(part.block, part.role === 'body');
      (part.role === 'body' ? paragraphs : headings).push(readingSpan(start, writer.length));
    }
    return {
      kind: article.kind,
      title: write(article.title, ''),
      subtitle: write(article.subtitle, ' '),
      byline: {
        names: [
          ...new Set([
            ...article.bylines.flatMap((byline) => byline.names),
            ...reportersOf(article, knowledge),
          ]),
        ],
        spans: article.bylines.flatMap((byline) => byline.block.runs),
      },
      body: writer.done(),
      paragraphs,
      headings,
      captions: article.captions.map((block) => write([block], '') as ReadingText),
    };
  };
  return {
    articles: draft.articles.map(finish),
    furniture: mergeInOrder(draft.furniture),
    duplicates: draft.duplicates,
    imprint: draft.imprint,
    doubts: settleDoubts(draft),
  };
}

/** Who reports by the datelines of a story; these stay in their paragraphs, of which only the first may begin with a bracket. */
const reportersOf = ({ parts }: DraftArticle, knowledge: SegmentKnowledge): readonly string[] =>
  parts
    .filter(({ role }) => role === 'body')
    .flatMap(({ block }, i) =>
      i === 0 || !/^[（(【〔［[]/u.test(block.text) ? (readDispatch(block.text, knowledge)?.names ?? []) : [],
    );

const mergeInOrder = (spans: readonly SourceSpan[]): SourceSpan[] =>
  [...spans].sort((a, b) => a.start - b.start);
