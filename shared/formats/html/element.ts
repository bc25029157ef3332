/**
 * An element of a page that is shown, with where its text stands. Elements are held in document order, so that
 * a walk over a list does for a recursion, however deep they are nested.
 */
export interface PageElement {
  readonly name: string;
  /** Only those of `KEPT_ATTRIBUTES`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | null;
  /** Place among all elements, from 0; those of its subtree follow up to `last`. */
  readonly index: number;
  last: number;
  /** Its text in the page's, without the blanks at its ends; empty where it shows none. */
  start: number;
  end: number;
  /** Place among the siblings of its name, from 1. */
  readonly nth: number;
}

/** Attributes that something is read from. */
export const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'class',
  'content',
  'datetime',
  'href',
  'http-equiv',
  'id',
  'itemprop',
  'name',
  'property',
  'pubdate',
  'rel',
  'role',
  'type',
]);

/** Id and class in one, as words that say what an element is for. */
export const namesOf = ({ attributes }: PageElement): string =>
  `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`;
