import { citeArticle } from '@shared/exchange/citation/cited-article.ts';
import { type CitationManner, copyCitation } from '@shared/exchange/citation/copy-citation.ts';
import type { Article } from '@shared/model/extraction.ts';
import { joinLines } from '@shared/text/unseen.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Library } from '../library/library.ts';
import type { SourceRow } from '../library/rows.ts';
import type { Item } from './article-view.ts';
import type { PlacedBookmark } from './bookmarks.ts';
import type { Copy } from './copying.ts';
import type { Focus } from './focus.ts';
import { pinnedItem, type Reader } from './reader.ts';
import type { Session } from './session.ts';
import type { SettingsState } from './settings.ts';

/** Puts citations on the clipboard, in the style of the settings. */
export interface Citing {
  /** The words that a quotation would hold: what is selected in the open article, else what is pinned; null: neither. */
  words(): string | null;
  /** Cites the open article. */
  copy(manner: CitationManner): Promise<void>;
  copyBookmark(placed: PlacedBookmark, manner: CitationManner): Promise<void>;
}

export interface CitingTools {
  readonly library: Library;
  readonly session: StoreApi<Session>;
  readonly reader: StoreApi<Reader>;
  readonly focus: StoreApi<Focus>;
  readonly settings: StoreApi<SettingsState>;
  readonly copy: Copy;
}

const wordsOfItem = (item: Item): string =>
  item.type === 'fact' ? item.fact.text : item.type === 'name' ? item.name.text : item.quote.text;

export function createCiting(tools: CitingTools): Citing {
  const { library, session, reader, settings, copy } = tools;

  const words = (): string | null => {
    const { view, selection } = reader.getState();
    if (!view) return null;
    if (selection.length > 0)
      return joinLines(selection.map(({ start, end }) => view.sourceText.slice(start, end)).join(''));
    const item = pinnedItem(tools);
    return item ? wordsOfItem(item) : null;
  };

  async function put(
    manner: CitationManner,
    article: Article,
    source: SourceRow,
    quoted: string,
  ): Promise<void> {
    const cited = citeArticle(article, {
      imprint: source.imprint,
      publishedOn: source.record.publishedOn,
      description: session.getState().state.descriptions.get(source.sha256) ?? {},
    });
    await copy(copyCitation(cited, settings.getState().citation, manner, quoted));
  }

  return {
    words,
    copy: async (manner) => {
      const { view, source } = reader.getState();
      if (view && source) await put(manner, view.article, source, words() ?? '');
    },
    copyBookmark: async (placed, manner) => {
      const [[row], [source]] = await Promise.all([
        library.readArticles(placed.article === null ? [] : [placed.article]),
        library.readSources([placed.bookmark.target.source]),
      ]);
      if (row && source) await put(manner, row.article, source, placed.words);
    },
  };
}
