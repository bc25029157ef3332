import { walkXml } from '../xml/walk-xml.ts';

/** What a paragraph's style says of it. */
export interface StyleWords {
  readonly role: 'title' | 'subtitle' | 'caption' | 'heading' | null;
  /** Of a heading, from 1. */
  readonly level: number;
  /** The list that the style puts its paragraphs in. */
  readonly list: string | null;
}

interface RawStyle {
  readonly basedOn: string | null;
  readonly name: string;
  readonly outline: number | null;
  readonly list: string | null;
}

/** Styles build on each other; more steps than this are a circle. */
const LONGEST_CHAIN = 32;

/** What `styles.xml` says of each paragraph style, by its id. */
export function readStyles(bytes: Uint8Array | null): (id: string | null) => StyleWords {
  const raw = new Map<string, RawStyle>();
  if (bytes) walkStyles(bytes, raw);
  const known = new Map<string, StyleWords>();
  return (id) => {
    if (id === null) return PLAIN;
    const words = known.get(id) ?? wordsOf(id, raw);
    known.set(id, words);
    return words;
  };
}

const PLAIN: StyleWords = { role: null, level: 0, list: null };

function walkStyles(bytes: Uint8Array, raw: Map<string, RawStyle>): void {
  let id: string | null = null;
  let style: { -readonly [Key in keyof RawStyle]: RawStyle[Key] } | null = null;
  walkXml(bytes, {
    open: (name, attributes) => {
      const { val = '' } = attributes;
      if (name === 'style') {
        id = attributes.type === 'paragraph' ? (attributes.styleId ?? null) : null;
        style = { basedOn: null, name: '', outline: null, list: null };
      }
      if (!style) return;
      if (name === 'name') style.name = val.trim().toLowerCase();
      if (name === 'basedOn') style.basedOn = val;
      if (name === 'outlineLvl' && /^\d$/.test(val)) style.outline = Number(val);
      if (name === 'numId') style.list = val;
    },
    close: (name) => {
      if (name !== 'style') return;
      if (id !== null && style) raw.set(id, style);
      style = null;
    },
  });
}

function wordsOf(id: string, raw: ReadonlyMap<string, RawStyle>): StyleWords {
  let list: string | null = null;
  let words: Omit<StyleWords, 'list'> | null = null;
  let style = raw.get(id);
  for (let step = 0; style && step < LONGEST_CHAIN; step++) {
    words ??= roleOf(style);
    list ??= style.list;
    style = style.basedOn === null ? undefined : raw.get(style.basedOn);
  }
  return { ...(words ?? PLAIN), list };
}

/** By the names of built-in styles, which Word keeps in English in every language; WPS writes some in Chinese. */
function roleOf({ name, outline }: RawStyle): Omit<StyleWords, 'list'> | null {
  if (name === 'title' || name === '标题') return { role: 'title', level: 1 };
  if (name === 'subtitle' || name === '副标题') return { role: 'subtitle', level: 2 };
  if (name === 'caption' || name === '题注' || name === '图注') return { role: 'caption', level: 0 };
  const level = /^(?:heading|标题) ?([1-9])$/.exec(name)?.[1];
  if (level) return { role: 'heading', level: Number(level) };
  // Level 9 is body text (ECMA-376-1, 17.3.1.20).
  return outline !== null && outline < 9 ? { role: 'heading', level: outline + 1 } : null;
}
