import type { Fact } from '@shared/model/fact.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { NamesBeside } from '@shared/search/claims/claim.ts';
import type { ClaimColumns } from '@shared/search/claims/claim-columns.ts';
import { spreadBy } from '@shared/search/claims/claim-groups.ts';
import type { ClaimOrder } from '@shared/search/claims/claim-order.ts';
import {
  CLAIM_FACETS,
  type ClaimFacet,
  type ClaimFacetValue,
  type ClaimFilter,
  ClaimView,
} from '@shared/search/claims/claim-view.ts';
import { askByValue, LibraryQuery } from '@shared/search/library-query.ts';
import { type ArticleDocument, documentOf } from '../library/article-document.ts';
import type { ArticleRow } from '../library/rows.ts';
import type { ClaimRow, ClaimsFound, ClaimsRequest, ListedClaims } from './claims-calls.ts';
import { factsOf, type SearchedLibrary } from './searched-library.ts';
import { markInPassage, passageOf } from './words-passage.ts';

/** Values of a facet that are offered, and groups that are shown: the most frequent. */
const OFFERED = 12;
const GROUPS = 60;
/** Articles that are read at once. */
const READ_AT_ONCE = 200;

const EVERYTHING: ClaimsRequest = { within: null, query: '', chosen: {}, groupBy: null, tags: {} };

/** The table of all facts: what was last asked for, and the rows of it that are in sight. */
export class ClaimTable {
  private readonly library: SearchedLibrary;
  private readonly bringInStep: () => Promise<unknown>;
  private asked = EVERYTHING;
  /** The facts that fit what was asked, of the columns as they were. */
  private view: { readonly version: number; readonly of: ClaimsRequest; readonly view: ClaimView } | null =
    null;

  /** @param bringInStep takes in what the library derived since. */
  constructor(library: SearchedLibrary, bringInStep: () => Promise<unknown>) {
    this.library = library;
    this.bringInStep = bringInStep;
  }

  async find(request: ClaimsRequest, isStale: () => boolean): Promise<ClaimsFound | null> {
    const columns = await this.library.claims();
    if (isStale()) return null;
    this.asked = request;
    const view = await this.viewOf(columns);
    const facets = CLAIM_FACETS.map((facet) => [facet, view.facet(facet, OFFERED)] as const);
    const { groupBy, query } = request;
    return {
      facts: view.rows.length,
      facets: Object.fromEntries(facets) as unknown as Record<ClaimFacet, ClaimFacetValue[]>,
      spreads: groupBy ? spreadBy(columns, view.rows, groupBy, GROUPS) : [],
      problems: LibraryQuery.read(query, this.library.knowledge).problems,
    };
  }

  async rows(order: ClaimOrder | null, from: number, to: number): Promise<readonly ClaimRow[]> {
    const columns = await this.library.claims();
    const view = await this.viewOf(columns);
    const places = [...view.window(order, from, to)].flatMap((row) => {
      const found = columns.placeOf(row);
      // Read now: rows move while the articles are waited for.
      return found ? [{ ...found, beside: namesAt(columns, row) }] : [];
    });
    const ids = [...new Set(places.map(({ article }) => article))];
    const articles = await this.library.rows(ids);
    const read = new Map(ids.map((id, i) => [id, articles[i]]));
    const about = await this.library.articles();
    return places.flatMap(({ article, state, place, beside }): ClaimRow[] => {
      const [found, indexed] = [read.get(article), about.get(article)];
      const [fact] = (found && factsOf(found, { state, places: [place] })) ?? [];
      if (!found || !indexed || !fact) return [];
      const { title, source: newspaper, published } = indexed;
      return [
        {
          fact,
          source: found.source,
          title,
          newspaper,
          published,
          ...beside,
          ...sentenceOf(this.documentOf(found), fact),
        },
      ];
    });
  }

  /** All facts of what was last asked for, by source, as the library has them now: it is brought in step where it must be. */
  async list(): Promise<readonly ListedClaims[]> {
    for (;;) {
      const columns = await this.library.claims();
      const { version } = columns;
      const listed = await this.listAsTaken(columns);
      if (listed) return listed;
      await this.bringInStep();
      if ((await this.library.claims()).version === version)
        throw new Error('facts and articles of the library are not in step');
    }
  }

  /** Null where an article was derived anew since its facts were taken in. */
  private async listAsTaken(columns: ClaimColumns): Promise<readonly ListedClaims[] | null> {
    const { rows } = await this.viewOf(columns);
    const places = columns.placesOf(rows);
    const ids = [...places.keys()];
    const listed = new Map<SourceHash, string[]>();
    for (let i = 0; i < ids.length; i += READ_AT_ONCE)
      for (const row of await this.library.rows(ids.slice(i, i + READ_AT_ONCE))) {
        const found = row && places.get(row.id);
        if (!found) continue;
        const facts = factsOf(row, found);
        if (!facts) return null;
        listed.set(row.source, [...(listed.get(row.source) ?? []), ...facts.map(({ id }) => id)]);
      }
    return [...listed].map(([source, facts]) => ({ source, facts }));
  }

  private readonly documents = new WeakMap<ArticleRow, ArticleDocument>();

  /** Made once for the many facts of one article. */
  private documentOf(row: ArticleRow): ArticleDocument {
    const known = this.documents.get(row) ?? documentOf(row.article);
    this.documents.set(row, known);
    return known;
  }

  private async viewOf(columns: ClaimColumns): Promise<ClaimView> {
    const { asked } = this;
    if (this.view?.of !== asked || this.view.version !== columns.version)
      this.view = {
        version: columns.version,
        of: asked,
        view: new ClaimView(columns, await this.filterOf(asked)),
      };
    return this.view.view;
  }

  private async filterOf({ within, query, chosen, tags }: ClaimsRequest): Promise<ClaimFilter> {
    const { folding, units } = this.library.knowledge;
    // A bare number can only be meant as a value here.
    const read = LibraryQuery.read(askByValue(query, units) ?? query, this.library.knowledge);
    const about = await this.library.articles();
    const { articleTest } = read;
    const ids = within && new Set(within);
    const accepts = (id: string): boolean => {
      if (ids && !ids.has(id)) return false;
      const article = about.get(id);
      return !articleTest || (article !== undefined && articleTest({ ...article, tags: tags[id] ?? [] }));
    };
    return {
      articles: ids || articleTest ? accepts : null,
      conditions: read.conditions,
      words: read.words.map(({ text, isExcluded }) => ({ folded: folding.foldToString(text), isExcluded })),
      chosen,
    };
  }
}

function sentenceOf(document: ArticleDocument, fact: Fact): Pick<ClaimRow, 'sentence' | 'marks'> {
  const passage = passageOf(document, fact);
  const [mark] = passage.marks;
  const measure = markInPassage(document, passage, fact.measure);
  const subject = markInPassage(document, passage, fact.subject);
  return {
    sentence: passage.text,
    marks: {
      ...(mark ? { fact: mark } : {}),
      ...(measure ? { measure } : {}),
      ...(subject ? { subject } : {}),
    },
  };
}

function namesAt(columns: ClaimColumns, row: number): NamesBeside {
  const nameAt = (column: keyof NamesBeside): string => {
    const { codes, text } = columns.coded(column);
    return text(codes[row] as number);
  };
  return { place: nameAt('place'), programme: nameAt('programme'), person: nameAt('person') };
}
