import { lexer, type Token } from 'marked';

/** A part of a note: the closed set of what Markdown of a note may be shown as. */
export type NotePart =
  | { readonly type: 'text' | 'code' | 'lines'; readonly text: string }
  | { readonly type: 'break' | 'rule' }
  | {
      readonly type:
        | 'paragraph'
        | 'heading'
        | 'quote'
        | 'bullets'
        | 'item'
        | 'strong'
        | 'emphasis'
        | 'deleted';
      readonly parts: readonly NotePart[];
    }
  | { readonly type: 'numbers'; readonly start: number; readonly parts: readonly NotePart[] };

/** Units up to which a note is read as Markdown: what it may nest in grows with its length, and so does the time. */
const MOST_UNITS = 4000;
/** Marks of quotations and lists at the beginning of a line, more of which nest deeper than anybody writes. */
const DEEP = /^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){12}/m;

/**
 * A note's Markdown as parts that hold text alone: no markup of its own, nothing that loads or leads anywhere. What
 * is none of them (HTML, pictures, tables) is its own characters.
 */
export function readNote(note: string): readonly NotePart[] {
  if (note.length > MOST_UNITS || DEEP.test(note)) return [{ type: 'lines', text: note }];
  return partsOf(lexer(note, { gfm: true, breaks: true }));
}

const partsOf = (tokens: readonly Token[] = []): NotePart[] => tokens.flatMap(partOf);

const GROUPS: Readonly<
  Record<string, 'paragraph' | 'heading' | 'quote' | 'item' | 'strong' | 'emphasis' | 'deleted'>
> = {
  paragraph: 'paragraph',
  heading: 'heading',
  blockquote: 'quote',
  list_item: 'item',
  strong: 'strong',
  em: 'emphasis',
  del: 'deleted',
};

function partOf(token: Token): NotePart | readonly NotePart[] {
  const group = GROUPS[token.type];
  if (group) return { type: group, parts: partsOf('tokens' in token ? token.tokens : []) };
  switch (token.type) {
    case 'space':
      return [];
    case 'br':
      return { type: 'break' };
    case 'hr':
      return { type: 'rule' };
    case 'code':
    case 'codespan':
      return { type: 'code', text: token.text };
    case 'list': {
      const parts = partsOf(token.items);
      return token.ordered
        ? { type: 'numbers', start: Number(token.start), parts }
        : { type: 'bullets', parts };
    }
    case 'checkbox':
      return { type: 'text', text: token.checked ? '☑ ' : '☐ ' };
    case 'escape':
      return { type: 'text', text: token.text };
    case 'text':
      return 'tokens' in token && token.tokens ? partsOf(token.tokens) : { type: 'text', text: token.text };
    case 'link': {
      const parts = partsOf(token.tokens);
      return token.text === token.href ? parts : [...parts, { type: 'text', text: `（${token.href}）` }];
    }
    default:
      return { type: 'lines', text: token.raw };
  }
}

/** Whether a note looks otherwise than it is typed. */
export const hasMarks = (note: string): boolean =>
  readNote(note).some(
    (part) => part.type !== 'lines' && !(part.type === 'paragraph' && part.parts.every(isPlain)),
  );

const isPlain = ({ type }: NotePart): boolean => type === 'text' || type === 'break' || type === 'lines';

/** A note as one line of plain text. */
export const wordsOfNote = (note: string): string => wordsOf(readNote(note)).replace(/\s+/g, ' ').trim();

const wordsOf = (parts: readonly NotePart[]): string =>
  parts
    .map((part) => {
      if ('text' in part) return part.text;
      if (!('parts' in part)) return ' ';
      const isInline = part.type === 'strong' || part.type === 'emphasis' || part.type === 'deleted';
      return isInline ? wordsOf(part.parts) : `${wordsOf(part.parts)} `;
    })
    .join('');
