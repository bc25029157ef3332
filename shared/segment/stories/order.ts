import { type DraftArticle, type DraftDoubt, hullOf, type Part } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { endsSentence } from '../print/sentences.ts';
import { shareOfPairs } from './headlines.ts';

/** A heading with the paragraphs it heads; `heading` is null for a lead and for text whose heading is missing. */
interface Section {
  readonly heading: Part | null;
  readonly body: Part[];
}

/**
 * Puts headings that stand below their text above it. Where that shows that columns were dumped out of order,
 * text without a heading goes to the lead, and the section that closes the story to its end.
 */
export function orderSections(article: DraftArticle, knowledge: SegmentKnowledge): DraftDoubt[] {
  if (!article.parts.some((part) => part.after)) return [];
  const columns = columnStarts(article.parts);
  const sections = readSections(article.parts, columns);
  const [lead, ...rest] = sections;
  if (!lead) return [];
  let ordered = sections;
  const disordered = columns.size >= 2 && rest.some((section) => section.heading === null);
  if (disordered) {
    const loose = rest.filter((section) => section.heading === null);
    const headed = rest.filter((section) => section.heading !== null);
    const closing = headed.filter((section) => isClosing(section, knowledge));
    const last = closing.length === 1 ? closing : [];
    ordered = [lead, ...loose, ...headed.filter((section) => !last.includes(section)), ...last];
  }
  article.parts = ordered.flatMap(({ heading, body }) => (heading ? [heading, ...body] : body));
  if (!disordered) return [];
  return rest.flatMap((section): DraftDoubt[] => {
    const first = section.body[0];
    return first && section.heading === null
      ? [{ reason: 'order-unknown', article, span: hullOf(first.block) }]
      : [];
  });
}

/** Indexes of parts at which another column begins: the leading changes, or the blank line before is missing. */
function columnStarts(parts: readonly Part[]): Set<number> {
  const starts = new Set<number>();
  const gaps = parts.filter((part) => part.role === 'body').map((part) => part.block.gap);
  const parted = gaps.filter((gap) => gap > 0).length > gaps.length / 2;
  let leading = -1;
  parts.forEach((part, i) => {
    if (part.role === 'heading') {
      leading = -1;
      return;
    }
    const { block } = part;
    if (i > 0 && parts[i - 1]?.role === 'body') {
      const changed = block.leading >= 0 && leading >= 0 && block.leading !== leading;
      if (changed || (parted && block.gap === 0)) starts.add(i);
    }
    if (block.leading >= 0) leading = block.leading;
  });
  return starts;
}

function readSections(parts: readonly Part[], columns: ReadonlySet<number>): Section[] {
  const sections: Section[] = [];
  let open: Section = { heading: null, body: [] };
  const close = (): void => {
    if (open.body.length > 0 || open.heading) sections.push(open);
  };
  parts.forEach((part, i) => {
    if (part.role === 'body') {
      if (columns.has(i)) {
        close();
        open = { heading: null, body: [] };
      }
      open.body.push(part);
      return;
    }
    if (!part.after) {
      close();
      open = { heading: part, body: [] };
      return;
    }
    const heading: Part = { role: 'heading', block: part.block };
    const cut =
      open.heading === null && (sections.length > 0 || columns.size > 0)
        ? 0
        : headedFrom(open.body, part.block.text, open.heading !== null);
    const body = open.body.splice(cut);
    close();
    sections.push({ heading, body });
    open = { heading: null, body: [] };
  });
  close();
  return sections;
}

/** Where in a run of paragraphs the text of the heading below it begins: at the paragraph nearest to its words. */
function headedFrom(body: readonly Part[], heading: string, keepFirst: boolean): number {
  let best = body.length - 1;
  let most = 0;
  for (let i = body.length - 1; i >= (keepFirst ? 1 : 0); i--) {
    const share = shareOfPairs(heading, (body[i] as Part).block.text);
    if (share > most) {
      most = share;
      best = i;
    }
  }
  return Math.max(0, best);
}

/** Whether a section closes a story: its last paragraph looks ahead, in the words of a peroration. */
function isClosing(section: Section, knowledge: SegmentKnowledge): boolean {
  const last = section.body.at(-1)?.block.text;
  if (!last || !endsSentence(last)) return false;
  const words = knowledge.press.closings.filter((word) => last.includes(word)).length;
  return words >= 2 && (/！[”’]?$/.test(last) || words >= 3);
}
