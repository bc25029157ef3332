import { joinedForm, type NamesThatAreOne } from '@shared/journal/joined-names.ts';
import type { NameType } from '@shared/model/name.ts';
import { formOfMention } from '@shared/names/name-form.ts';
import { distinctProgrammes } from '@shared/names/programme-names.ts';
import {
  type GatheredName,
  gatherName,
  type PlacedSaying,
  postsOf,
  tellingWords,
} from '@shared/search/names/gather-name.ts';
import type { NameColumns } from '@shared/search/names/name-columns.ts';
import { type NameFilter, NameView } from '@shared/search/names/name-view.ts';
import type { ArticleRow } from '../library/rows.ts';
import type { ListedName, NameLine, NamePage, NamesFound, PlacedMention } from './names-calls.ts';
import { isInState, type SearchedLibrary } from './searched-library.ts';

/** Places of an article that help to tell who is meant. */
const PLACES_TOLD = 3;
/** Articles that are read at once. */
const READ_AT_ONCE = 200;

/** Who and what the library names: the list as it was last asked for, and the name whose page is open. */
export class NameTable {
  private readonly library: SearchedLibrary;
  private joined: NamesThatAreOne = { joinedNames: [], splitNames: new Set() };
  private view: { readonly version: number; readonly key: string; readonly view: NameView } | null = null;
  private page: { readonly version: number; readonly id: string; readonly name: GatheredName } | null = null;

  constructor(library: SearchedLibrary) {
    this.library = library;
  }

  async join(state: NamesThatAreOne): Promise<void> {
    this.joined = state;
    await this.library.gatherNames((type, full, printed) => joinedForm(state, type, full, printed));
  }

  async find(filter: NameFilter): Promise<NamesFound> {
    const { names, types } = this.viewOf(await this.library.names(), filter);
    return { names: names.length, types };
  }

  async rows(filter: NameFilter, from: number, to: number): Promise<readonly ListedName[]> {
    const columns = await this.library.names();
    const view = this.viewOf(columns, filter);
    const names = view.window(from, to);
    const posts = postsOf(columns, names);
    return Array.from(names, (name): ListedName => {
      const [type, form] = [columns.typeOf(name), columns.formOf(name)];
      const [post = null] = posts.get(name) ?? [];
      return { id: `${type}:${form}`, type, form, mentions: view.mentions[name] as number, post };
    });
  }

  async open(id: string): Promise<NamePage | null> {
    const gathered = this.gathered(await this.library.names(), id);
    if (!gathered) return null;
    const { forms, posts, paths, programmes, mentions, articles, figures, quotes } = gathered;
    const [type, form] = splitId(id);
    return {
      id,
      type,
      form,
      forms,
      posts,
      places: paths,
      programmes: distinctProgrammes(programmes).filter((one) => type !== 'programme' || one !== form),
      mentions,
      figures: figures.length,
      quotes: quotes.length,
      articles: articles.length,
    };
  }

  async lines(id: string, from: number, to: number): Promise<readonly (NameLine | null)[]> {
    const columns = await this.library.names();
    const gathered = this.gathered(columns, id);
    if (!gathered) return [];
    const { figures, quotes, articles } = gathered;
    const lines: ((rowOf: RowOf) => NameLine | null)[] = [];
    const wanted = new Set<string>();
    const take = <Item extends { readonly article: string }>(
      items: readonly Item[],
      before: number,
      line: (item: Item, rowOf: RowOf) => NameLine | null,
    ): void => {
      for (const item of items.slice(Math.max(0, from - before), Math.max(0, to - before))) {
        wanted.add(item.article);
        lines.push((rowOf) => line(item, rowOf));
      }
    };
    take(figures, 0, (said, rowOf) => {
      const fact = inStep(said, rowOf)?.facts[said.place];
      return fact ? { type: 'figure', article: said.article, fact } : null;
    });
    take(quotes, figures.length, (said, rowOf) => {
      const quote = inStep(said, rowOf)?.quotes[said.place];
      return quote ? { type: 'quote', article: said.article, quote } : null;
    });
    const name = columns.find(...splitId(id));
    take(articles, figures.length + quotes.length, ({ article, mentions }, rowOf) => {
      const first = rowOf(article)?.names.find((mention) => this.idOf(mention) === id);
      const telling = name === undefined ? [] : tellingWords(columns, name, article, PLACES_TOLD);
      const span = first ? { start: first.start, end: first.end } : null;
      return { type: 'article', article, mentions, first: span, telling };
    });
    const ids = [...wanted];
    const rows = await this.library.rows(ids);
    const read = new Map(ids.map((article, i) => [article, rows[i]]));
    return lines.map((line) => line((article) => read.get(article)));
  }

  async mentions(id: string, articles: readonly string[]): Promise<readonly PlacedMention[]> {
    const found: PlacedMention[] = [];
    for (let i = 0; i < articles.length; i += READ_AT_ONCE)
      for (const row of await this.library.rows(articles.slice(i, i + READ_AT_ONCE)))
        for (const name of row?.names ?? [])
          if (row && this.idOf(name) === id) found.push({ article: row.id, name });
    return found;
  }

  async telling(id: string, articles: readonly string[]): Promise<string | null> {
    const columns = await this.library.names();
    const name = columns.find(...splitId(id));
    const gathered = this.gathered(columns, id);
    if (name === undefined || !gathered) return null;
    const chosen = new Set(articles);
    const wordsOf = (isChosen: boolean): string[] =>
      gathered.articles
        .filter(({ article }) => chosen.has(article) === isChosen)
        .flatMap(({ article }) => tellingWords(columns, name, article, PLACES_TOLD));
    const [ofThese, ofOthers] = [wordsOf(true), new Set(wordsOf(false))];
    // What is said of both tells nobody apart.
    return ofThese.find((word) => !ofOthers.has(word)) ?? ofThese[0] ?? null;
  }

  private idOf(mention: PlacedMention['name']): string {
    return `${mention.type}:${joinedForm(this.joined, mention.type, formOfMention(mention), mention.text)}`;
  }

  private viewOf(columns: NameColumns, filter: NameFilter): NameView {
    const { version } = columns;
    const key = `${filter.type}|${filter.words}`;
    if (this.view?.version !== version || this.view.key !== key)
      this.view = { version, key, view: new NameView(columns, filter) };
    return this.view.view;
  }

  private gathered(columns: NameColumns, id: string): GatheredName | null {
    const { version } = columns;
    if (this.page?.version !== version || this.page.id !== id) {
      const name = columns.find(...splitId(id));
      if (name === undefined) return null;
      this.page = { version, id, name: gatherName(columns, name) };
    }
    return this.page.name.articles.length > 0 ? this.page.name : null;
  }
}

type RowOf = (article: string) => ArticleRow | undefined;

/** The article of a saying; undefined where it was derived anew since, when others may have its place. */
function inStep({ article, state }: PlacedSaying, rowOf: RowOf): ArticleRow | undefined {
  const row = rowOf(article);
  return row && isInState(row, state) ? row : undefined;
}

function splitId(id: string): readonly [NameType, string] {
  const at = id.indexOf(':');
  return [id.slice(0, at) as NameType, id.slice(at + 1)];
}
