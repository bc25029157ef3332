/** Words of the interface that a document needs, in the language that the person reads. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;
