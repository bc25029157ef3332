import { splitNameKey } from '@shared/journal/joined-names.ts';
import type { LibraryState } from '@shared/journal/state.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { NameMention, NameType } from '@shared/model/name.ts';
import type { Quotation } from '@shared/model/quotation.ts';
import { formOfMention } from '@shared/names/name-form.ts';
import { distinctProgrammes } from '@shared/names/programme-names.ts';
import { runInSlices, type Sliced, sortInSlices } from '@shared/work/slices.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Library } from '../library/library.ts';
import type { ArticleRow, NamesOfArticle } from '../library/rows.ts';
import type { Deeds } from './deeds.ts';
import type { Session } from './session.ts';
import type { Follow } from './watch-library.ts';

/** Where a name is said. */
interface Mention {
  readonly article: string;
  readonly name: NameMention;
}

/** A name with everything the library says under it. */
export interface NamePage {
  /** `type:form`. */
  readonly id: string;
  readonly type: NameType;
  /** The form it goes by. */
  readonly form: string;
  readonly forms: readonly string[];
  readonly roles: readonly string[];
  readonly mentions: readonly Mention[];
}

/** What stands near a name: figures said of it and words it speaks. */
export interface NameContext {
  readonly figures: readonly { readonly article: string; readonly fact: Fact }[];
  readonly quotes: readonly { readonly article: string; readonly quote: Quotation }[];
  readonly programmes: readonly string[];
  /** Places that each of its articles names, the most named first. */
  readonly places: Readonly<Record<string, readonly string[]>>;
}

export interface Names {
  readonly loaded: boolean;
  /** Most mentioned first. */
  readonly pages: readonly NamePage[];
  /** Reads the library and follows it from now on; before that `pages` is empty. */
  watch(): void;
  contextOf(page: NamePage): Promise<NameContext>;
  join(type: NameType, forms: readonly string[], as: string): Promise<boolean>;
  split(type: NameType, form: string, from: string): Promise<boolean>;
}

export function createNames(
  library: Library,
  session: StoreApi<Session>,
  deeds: Deeds,
  follow: Follow,
): StoreApi<Names> {
  let rows: readonly NamesOfArticle[] | null = null;
  let giveUp = (): void => undefined;
  let watching = false;
  const store = createStore<Names>()(() => ({
    loaded: false,
    pages: [],
    watch: () => {
      if (watching) return;
      watching = true;
      follow(
        library.articles,
        (ids) => library.readNames(ids),
        ({ id }) => id,
        (read) => {
          rows = [...read.values()];
          show();
        },
      );
    },
    contextOf: async (page) => {
      const articles = [...new Set(page.mentions.map(({ article }) => article))];
      const found = (await library.readArticles(articles)).filter((row) => row !== undefined);
      return contextOf(page, found);
    },
    join: (nameType, forms, as) => deeds.perform({ type: 'name.join', nameType, forms: [...forms], as }),
    split: (nameType, form, from) => deeds.perform({ type: 'name.split', nameType, form, from }),
  }));
  const show = (): void => {
    giveUp();
    if (rows)
      giveUp = runInSlices(gatherNames(rows, session.getState().state), (pages) =>
        store.setState({ loaded: true, pages }),
      );
  };
  session.subscribe((now, before) => {
    const { joinedNames, splitNames } = before.state;
    if (now.state.joinedNames !== joinedNames || now.state.splitNames !== splitNames) show();
  });
  return store;
}

/** The form that a mention is gathered under: what the person joined, else its fullest form on the page. */
export function formOf(name: NameMention, state: Pick<LibraryState, 'joinedNames' | 'splitNames'>): string {
  const own = name.text;
  const full = formOfMention(name);
  const isSplit = (from: string): boolean => state.splitNames.has(splitNameKey(name.type, own, from));
  const found = isSplit(full) ? own : full;
  const joined = state.joinedNames.find(
    ({ nameType, forms, as }) =>
      nameType === name.type && (forms.includes(found) || forms.includes(own)) && !isSplit(as),
  );
  return joined?.as ?? found;
}

/** Mentions that are gathered between two pauses, and names that are told. */
const AT_ONCE = 2000;
const collator = new Intl.Collator('zh');

function* gatherNames(rows: readonly NamesOfArticle[], state: LibraryState): Sliced<NamePage[]> {
  const gathered = new Map<string, Pick<NamePage, 'type' | 'form'> & { mentions: Mention[] }>();
  let steps = 0;
  for (const row of rows)
    for (const name of row.names) {
      const form = formOf(name, state);
      const id = `${name.type}:${form}`;
      const page = gathered.get(id) ?? { type: name.type, form, mentions: [] };
      page.mentions.push({ article: row.id, name });
      gathered.set(id, page);
      if (++steps % AT_ONCE === 0) yield;
    }
  const pages: NamePage[] = [];
  for (const [id, page] of gathered) {
    const forms = distinct(page.mentions.map(({ name }) => name.text));
    const roles = distinct(page.mentions.flatMap(({ name }) => name.role ?? []));
    pages.push({ id, ...page, forms, roles });
    if (pages.length % AT_ONCE === 0) yield;
  }
  return yield* sortInSlices(
    pages,
    (a, b) => b.mentions.length - a.mentions.length || collator.compare(a.form, b.form),
  );
}

function contextOf(page: NamePage, rows: readonly ArticleRow[]): NameContext {
  const forms = new Set([page.form, ...page.forms]);
  const isNamed = (words: string | undefined): boolean => words !== undefined && forms.has(words);
  return {
    figures: rows.flatMap((row) =>
      row.facts.filter((fact) => isNamed(fact.subject?.text)).map((fact) => ({ article: row.id, fact })),
    ),
    quotes: rows.flatMap((row) =>
      row.quotes.filter((quote) => isNamed(quote.speaker?.text)).map((quote) => ({ article: row.id, quote })),
    ),
    programmes: distinctProgrammes(
      rows.flatMap((row) =>
        row.names.filter(({ type }) => type === 'programme').map(({ text, canonical }) => canonical ?? text),
      ),
    ).filter((form) => page.type !== 'programme' || form !== page.form),
    places: Object.fromEntries(rows.map((row) => [row.id, placesOf(row)])),
  };
}

function placesOf({ names }: ArticleRow): string[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    if (name.type !== 'place') continue;
    const form = formOfMention(name);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([form]) => form);
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
