import { widthOf } from '@shared/segment/print/lines.ts';
import type { PrintedBlock } from './faults.ts';

/** How a dump of a page sets its blocks. */
export interface Layout {
  readonly name: string;
  render(blocks: readonly PrintedBlock[]): string;
}

const NO_LINE_START = '，。、；：！？）》”’…%';
const NO_LINE_END = '（《“‘';

/** Breaks a text into lines of a measure; `measureAt` gives the columns of each line. */
function wrap(text: string, measureAt: (line: number) => number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  let room = measureAt(0) - indent;
  for (const char of text) {
    const width = widthOf(char);
    const full = widthOf(line) + width > room;
    if (full && line && !(NO_LINE_START.includes(char) && widthOf(line) + width <= room + 1)) {
      let carry = '';
      while (line.length > 1 && NO_LINE_END.includes(line.at(-1) as string)) {
        carry = line.at(-1) + carry;
        line = line.slice(0, -1);
      }
      lines.push(line);
      line = carry;
      room = measureAt(lines.length);
    }
    line += char;
  }
  if (line) lines.push(line);
  return lines;
}

const HEADLINES = new Set(['title', 'subtitle', 'byline', 'heading', 'furniture']);

interface Setting {
  /** Columns of each line of a paragraph; none: a paragraph is one line. */
  readonly measure?: (line: number) => number;
  readonly between: string;
  readonly inside: string;
  readonly indent: string;
  /** Columns that the first line loses because its indent was dropped. */
  readonly dropped?: number;
  /** Between the two halves of a paragraph that a fault cut; the usual gap when not said. */
  readonly beforeCaption?: string;
  readonly beforeTitle?: string;
  readonly marks?: boolean;
  readonly lineEnd?: string;
}

function set(name: string, setting: Setting): Layout {
  return {
    name,
    render: (blocks) => {
      let page = '';
      blocks.forEach((block, i) => {
        const before =
          block.kind === 'caption'
            ? (setting.beforeCaption ?? setting.between)
            : block.kind === 'title'
              ? (setting.beforeTitle ?? setting.between)
              : setting.between;
        if (i > 0) page += before;
        page += renderBlock(block, setting);
      });
      return setting.lineEnd ? page.replaceAll('\n', setting.lineEnd) : page;
    },
  };
}

function renderBlock(block: PrintedBlock, setting: Setting): string {
  const marked = setting.marks ? mark(block) : block.text;
  if (HEADLINES.has(block.kind) || !setting.measure) {
    const indent = block.kind === 'paragraph' && !block.continues ? setting.indent : '';
    return indent + marked;
  }
  const first = block.continues ? 0 : setting.indent ? 2 : (setting.dropped ?? 0);
  const lines = wrap(marked, setting.measure, first);
  const indent = block.kind === 'paragraph' && !block.continues ? setting.indent : '';
  return indent + lines.join(setting.inside);
}

const mark = (block: PrintedBlock): string =>
  block.kind === 'title'
    ? `# ${block.text}`
    : block.kind === 'heading'
      ? `### ${block.text}`
      : block.kind === 'byline'
        ? `**${block.text}**`
        : block.text;

/** The layouts of dumps that were met: one line a paragraph or lines broken by a measure, with and without blanks. */
export const LAYOUTS: readonly Layout[] = [
  set('one-line', { between: '\n\n', inside: '', indent: '', beforeCaption: '\n\n\n\n' }),
  set('one-line-tight', { between: '\n', inside: '', indent: '　　', lineEnd: '\r\n' }),
  set('wrap-20', { measure: () => 20, between: '\n\n', inside: '\n', indent: '' }),
  set('wrap-17-loose', { measure: () => 17, between: '\n\n', inside: '\n\n', indent: '', dropped: 2 }),
  set('wrap-24-indent', { measure: () => 24, between: '\n', inside: '\n', indent: '　　' }),
  set('wrap-38', { measure: () => 38, between: '\n\n', inside: '\n', indent: '　　', beforeTitle: '\n\n\n' }),
  set('narrowing', {
    measure: (line) => Math.max(13, 22 - line),
    between: '\n\n',
    inside: '\n',
    indent: '',
    dropped: 2,
  }),
  set('markdown', { between: '\n\n', inside: '', indent: '', marks: true }),
];
