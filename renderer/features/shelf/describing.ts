/** What a person may say of a page, in the order in which forms ask for it. */
export const DESCRIBED = ['publishedOn', 'newspaper', 'edition', 'pageTitle'] as const;
export type DescribedKey = (typeof DESCRIBED)[number];

export const DESCRIPTION_LABELS = {
  publishedOn: 'shelf.printedOn',
  newspaper: 'shelf.newspaper',
  edition: 'shelf.edition',
  pageTitle: 'shelf.pageTitle',
} as const;

const PARTIAL_DATE = /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/;

/** Whether what was typed is a year, a month, a day or nothing. */
export const isPartialDate = (typed: string): boolean => PARTIAL_DATE.test(typed.trim());
