import { AgreementIndex, type ToldFigure } from '@shared/analysis/agreement/agreement-index.ts';
import { groupFigures, VERDICTS } from '@shared/analysis/agreement/figure-groups.ts';
import type { AgreementKnowledge } from '@shared/analysis/agreement/knowledge.ts';
import type { Verdict } from '@shared/analysis/agreement/verdict.ts';
import { type WeighedGroup, weighGroups } from '@shared/analysis/agreement/weigh-groups.ts';
import { comparedArticle } from '@shared/analysis/compared-article.ts';
import { differencesOf } from '@shared/analysis/comparison/differences.ts';
import { wordingOf } from '@shared/analysis/comparison/wording.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { Queue } from '@shared/work/queue.ts';
import type { Library } from '../library/library.ts';
import type { AgreementProgress, AgreementsFound, GroupedFigure, GroupRow } from './compare-calls.ts';
import { FollowedArticles } from './follow-articles.ts';

/** Milliseconds of work between two looks at what else was asked. */
const TURN = 40;

/** What the articles of the library say of the same things: worked out when it is first asked, kept in step from then on. */
export class LibraryAgreements {
  private readonly knowledge: AgreementKnowledge;
  private readonly index: AgreementIndex;
  private readonly followed: FollowedArticles;
  private readonly sources = new Map<string, SourceHash>();
  private groups = new Map<Verdict, readonly WeighedGroup[]>();
  private readonly queue = new Queue();

  constructor(library: Library, knowledge: AgreementKnowledge) {
    const index = new AgreementIndex(knowledge);
    this.knowledge = knowledge;
    this.index = index;
    this.followed = new FollowedArticles(library, {
      put: (row, { record: { publishedOn, length } }) => {
        this.sources.set(row.id, row.source);
        index.put(comparedArticle(row, publishedOn.value, length));
      },
      drop: (id) => {
        this.sources.delete(id);
        index.drop(id);
      },
    });
  }

  /** Brings together what the library tells now; `rows` answers of that. */
  find(tell: (progress: AgreementProgress) => void): Promise<AgreementsFound> {
    return this.queue.run(async () => {
      await this.followed.follow((done, total) => tell({ step: 'reading', done, total }));
      let since = performance.now();
      for (const { done, total } of this.index.compare()) {
        if (performance.now() - since < TURN) continue;
        tell({ step: 'comparing', done, total });
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
      const found = weighGroups(
        groupFigures(this.index, { joined: [], parted: [] }, this.knowledge),
        this.index,
        this.knowledge.folding,
      );
      this.groups = new Map(
        VERDICTS.map((verdict) => [verdict, found.filter((group) => group.verdict === verdict)]),
      );
      return {
        counts: Object.fromEntries(
          VERDICTS.map((verdict) => [verdict, this.groups.get(verdict)!.length]),
        ) as AgreementsFound['counts'],
      };
    });
  }

  /** Groups of one verdict at some places, those of most weight first. */
  rows(verdict: Verdict, from: number, to: number): Promise<readonly GroupRow[]> {
    return this.queue.run(() =>
      (this.groups.get(verdict) ?? []).slice(from, to).flatMap((group) => this.rowOf(group) ?? []),
    );
  }

  /** Null where an article of it is gone. */
  private rowOf(group: WeighedGroup): GroupRow | null {
    const told = group.figures.map((end) => this.index.figure(end));
    if (told.some((figure) => figure === null)) return null;
    const [one, other] = group.pair.map((end) =>
      group.figures.findIndex(({ article, fact }) => article === end.article && fact === end.fact),
    ) as [number, number];
    const shown = [Math.min(one, other), Math.max(one, other)] as const;
    const figures = (told as ToldFigure[]).map((figure, i) =>
      this.figureOf(figure, told[i === shown[0] ? shown[1] : shown[0]]!, group.voices[i]!),
    );
    return {
      verdict: group.verdict,
      score: group.score,
      shown,
      figures,
      voices: new Set(group.voices).size,
      articles: new Set(figures.map(({ article }) => article)).size,
    };
  }

  /** @param other the figure that its wording is set against. */
  private figureOf(figure: ToldFigure, other: ToldFigure, voice: number): GroupedFigure {
    const [wording, against] = [figure, other].map(({ told, statement }) =>
      wordingOf(told.article.body.text, statement.claim),
    ) as [ReturnType<typeof wordingOf>, ReturnType<typeof wordingOf>];
    const [changed] = differencesOf(wording.text, against.text, this.knowledge.folding);
    const { article } = figure.told;
    return {
      article: article.id,
      source: this.sources.get(article.id)!,
      title: article.title,
      fact: figure.statement.claim.fact,
      wording: { ...wording, changed },
      voice,
    };
  }
}
