import { describeSpans } from '@shared/anchors/describe.ts';
import type { Deed } from '@shared/journal/act.ts';
import type { NameType } from '@shared/model/name.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Library } from '../library/library.ts';
import type { PlacedMention } from '../workers/names-calls.ts';
import { type ArticleView, idOfName, type NameItem } from './article-view.ts';
import type { Deeds } from './deeds.ts';
import type { Focus } from './focus.ts';
import { formOf } from './names.ts';
import { describeWords, spansOfItem } from './reader.ts';
import type { Session } from './session.ts';

/** What words are said to be: a name of a type, null for none, and the form it goes by. */
export interface NameSaying {
  readonly type: NameType | null;
  readonly form: string;
}

/** What the person says of names, of one mention or of all; each is undone at once. */
export interface Naming {
  /** These words are no name, here. */
  reject(view: ArticleView, item: NameItem): Promise<boolean>;
  /** One mention is something else than it was read as. */
  correct(view: ArticleView, item: NameItem, is: NameSaying): Promise<boolean>;
  /** Words in which no name was read are one, here. */
  add(view: ArticleView, words: readonly SourceSpan[], printed: string, is: NameSaying): Promise<boolean>;
  /**
   * Wherever one of these forms is printed it is what is said now: another type is kept in the person's words, and the
   * forms are joined under the one to go by.
   */
  everywhere(change: {
    readonly forms: readonly string[];
    readonly was: NameSaying;
    readonly is: NameSaying;
  }): Promise<boolean>;
  /** Mentions that the library says alike are somebody else: they go by another form from now on, each on its own. */
  part(mentions: readonly PlacedMention[], as: string): Promise<boolean>;
  /** The person's words hold these, as names of a type or as none. */
  keepWords(words: readonly string[], type: NameType | null): Promise<boolean>;
  forgetWord(word: string): Promise<boolean>;
}

interface NamingTools {
  readonly deeds: Deeds;
  readonly focus: StoreApi<Focus>;
  readonly session: StoreApi<Session>;
  readonly library: Library;
}

export function createNaming({ deeds, focus, session, library }: NamingTools): Naming {
  const keep = (word: string, nameType: NameType | null): Deed => ({ type: 'word.keep', word, nameType });
  const mark = async (view: ArticleView, item: NameItem, is: NameSaying): Promise<boolean> => {
    const { pin, keepPlace } = focus.getState();
    keepPlace(view.items);
    const isRenamed = is.form !== formOf(item.name, session.getState().state);
    const isDone = await deeds.perform({
      type: 'name.mark',
      target: describeWords(view, spansOfItem(item)),
      nameType: is.type,
      ...(isRenamed && is.type !== null ? { as: is.form } : {}),
    });
    const { pinned, from } = focus.getState();
    if (isDone && is.type !== null && pinned === item.id) pin(idOfName(is.type, item.name), from);
    return isDone;
  };
  return {
    reject: (view, item) => mark(view, item, { type: null, form: '' }),
    correct: mark,
    add: (view, words, printed, { type, form }) =>
      deeds.perform({
        type: 'name.mark',
        target: describeWords(view, words),
        nameType: type,
        ...(form === printed ? {} : { as: form }),
      }),
    everywhere: ({ forms, was, is }) =>
      deeds.perform(
        ...(is.type === was.type ? [] : forms.map((form) => keep(form, is.type))),
        // Under another type forms that were joined are joined no longer, whatever they go by.
        ...(is.type === null || forms.every((form) => form === is.form)
          ? []
          : [{ type: 'name.join' as const, nameType: is.type, forms: [...forms], as: is.form }]),
      ),
    part: async (mentions, as) => {
      const articles = await library.readArticles([...new Set(mentions.map(({ article }) => article))]);
      const sourceOf = new Map(articles.flatMap((row) => (row ? [[row.id, row.source] as const] : [])));
      const texts = await library.readTexts([...new Set(sourceOf.values())]);
      const textOf = new Map(texts.flatMap((row) => (row ? [[row.sha256, row] as const] : [])));
      return await deeds.perform(
        ...mentions.flatMap(({ article, name }): Deed[] => {
          const source = sourceOf.get(article);
          const read = source && textOf.get(source);
          if (!read) return [];
          const { text, textHash } = read;
          const target = describeSpans(name.spans ?? [name], { source, text, textHash });
          return [{ type: 'name.mark', target, nameType: name.type, as }];
        }),
      );
    },
    keepWords: (words, type) => deeds.perform(...words.map((word) => keep(word, type))),
    forgetWord: (word) => deeds.perform({ type: 'word.forget', word }),
  };
}
