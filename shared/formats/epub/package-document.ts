import { walkXml, type XmlListener } from '../xml/walk-xml.ts';
import { resolvePart } from '../zip/resolve-part.ts';

/** A book's package document (EPUB 3.3, 5; OPF 2.0.1). Paths are from the root of the container. */
export interface PackageDocument {
  /** Chapters in reading order. */
  readonly spine: readonly string[];
  /** Documents that list the chapters: that of EPUB 3, that of EPUB 2. */
  readonly nav: string | null;
  readonly ncx: string | null;
  readonly title: string | null;
  /** Those whose part in it is said to be an author's. */
  readonly authors: readonly string[];
  /** As it is written. */
  readonly date: string | null;
}

/** Media types of chapters that hold text. */
const CHAPTER_TYPES = new Set([
  'application/xhtml+xml',
  'text/html',
  'application/x-dtbook+xml',
  'text/x-oeb1-document',
  'image/svg+xml',
]);

/** Some programs give chapters another type. */
const NAMED_CHAPTER = /\.x?html?$/i;

/** An author among the relators of MARC. */
const AUTHOR = 'aut';

interface Item {
  readonly part: string;
  readonly mediaType: string;
  /** Id of what stands for it where it cannot be shown. */
  readonly fallback: string | null;
}

/**
 * What a package document says, also where it is not well formed: programs wrote titles with bare ampersands.
 * @returns null where it names no file.
 */
export function readPackageDocument(bytes: Uint8Array, path: string): PackageDocument | null {
  const items = new Map<string, Item>();
  const order: string[] = [];
  const creators: { readonly id: string; readonly name: string; readonly role: string }[] = [];
  const roles = new Map<string, string>();
  let nav: string | null = null;
  let ncxId: string | null = null;
  let title: string | null = null;
  let date: string | null = null;
  let language = '';
  let words = '';
  let isOtherDate = false;
  let about = '';
  let creator = { id: '', role: '' };
  const listener: XmlListener = {
    open: (name, attributes) => {
      words = '';
      if (name === 'creator') creator = { id: attributes.id ?? '', role: attributes.role ?? '' };
      if (name === 'meta') about = attributes.property === 'role' ? (attributes.refines ?? '') : '';
      if (name === 'date') isOtherDate = !['publication', undefined].includes(attributes.event);
      if (name === 'spine') ncxId = attributes.toc ?? null;
      if (name === 'itemref') order.push(attributes.idref ?? '');
      if (name !== 'item') return;
      const part = resolvePart(path, decodePath(attributes.href ?? ''));
      if (part === null) return;
      const mediaType = attributes['media-type'] ?? '';
      items.set(attributes.id ?? '', { part, mediaType, fallback: attributes.fallback ?? null });
      if (attributes.properties?.split(/\s+/).includes('nav')) nav = part;
    },
    text: (text) => {
      words += text;
    },
    close: (name) => {
      const said = words.replace(/\s+/g, ' ').trim();
      words = '';
      if (said === '') return;
      if (name === 'title') title ??= said;
      if (name === 'language') language ||= said;
      if (name === 'creator') creators.push({ ...creator, name: said });
      if (name === 'meta' && about !== '') roles.set(about, said);
      if (name === 'date' && !isOtherDate) date ??= said;
    },
  };
  walkXml(bytes, listener, { isLenient: true });
  if (items.size === 0) return null;
  const authors = creators
    .filter(({ id, role }) => (roles.get(`#${id}`) ?? role) === AUTHOR)
    // In Japanese a blank parts the name of the family from the other; in Chinese it would part two people.
    .map(({ name }) => (/^ja\b/i.test(language) ? name.replace(/\s+/g, '') : name));
  const chapters = (ids: Iterable<string>): string[] => [
    ...new Set([...ids].flatMap((id) => chapterOf(id, items) ?? [])),
  ];
  const inOrder = chapters(order);
  // Without an order of reading, that of the list is the likeliest.
  const spine = inOrder.length > 0 ? inOrder : chapters(items.keys()).filter((part) => part !== nav);
  const ncxItem =
    (ncxId === null ? undefined : items.get(ncxId)) ??
    [...items.values()].find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml');
  return { spine, nav, ncx: ncxItem?.part ?? null, title, authors, date };
}

/** The part that shows an item: itself, else what stands for it (EPUB 3.3, 3.5.1). */
function chapterOf(id: string, items: ReadonlyMap<string, Item>): string | null {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); ) {
    seen.add(at);
    const item: Item | undefined = items.get(at);
    if (!item) return null;
    if (CHAPTER_TYPES.has(item.mediaType) || NAMED_CHAPTER.test(item.part)) return item.part;
    at = item.fallback;
  }
  return null;
}

/** A reference's percent signs undone; one that is no reference stands for itself. */
export function decodePath(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
