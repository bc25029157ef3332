/** What a person may say of a page, in the order in which forms ask for it. */
export const DESCRIBED = ['publishedOn', 'newspaper', 'edition', 'pageTitle'] as const;
export type DescribedKey = (typeof DESCRIBED)[number];

export const DESCRIPTION_LABELS = {
  publishedOn: 'shelf.printedOn',
  newspaper: 'shelf.newspaper',
  edition: 'shelf.edition',
  pageTitle: 'shelf.pageTitle',
} as const;

/** What a form holds; a date that cannot be read is null. */
export type Described = Readonly<Record<DescribedKey, string | null>>;
