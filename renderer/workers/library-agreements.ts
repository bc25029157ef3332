import { AgreementIndex, type ToldFigure } from '@shared/analysis/agreement/agreement-index.ts';
import { groupFigures } from '@shared/analysis/agreement/figure-groups.ts';
import type { AgreementKnowledge } from '@shared/analysis/agreement/knowledge.ts';
import type { AgreementEnd } from '@shared/analysis/agreement/pair-agreements.ts';
import { keyOfFigure } from '@shared/analysis/agreement/said-agreements.ts';
import {
  type GroupSettlement,
  type PlacedSaid,
  type SaidOfFigures,
  settlementOf,
} from '@shared/analysis/agreement/said-figures.ts';
import { GroupVoices } from '@shared/analysis/agreement/voices.ts';
import { type WeighedGroup, weighGroups } from '@shared/analysis/agreement/weigh-groups.ts';
import { comparedArticle } from '@shared/analysis/compared-article.ts';
import { differencesOf } from '@shared/analysis/comparison/differences.ts';
import { wordingOf } from '@shared/analysis/comparison/wording.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { Queue } from '@shared/work/queue.ts';
import type { Library } from '../library/library.ts';
import {
  AGREEMENT_SECTIONS,
  type AgreementProgress,
  type AgreementSection,
  type AgreementsFound,
  type GroupedFigure,
  type GroupRow,
} from './compare-calls.ts';
import { FollowedArticles } from './follow-articles.ts';
import { placeSaidIn } from './place-said.ts';

/** Milliseconds of work between two looks at what else was asked. */
const TURN = 40;

/** A group with what the person decided of it. */
interface ListedGroup {
  readonly group: WeighedGroup;
  readonly settled: GroupSettlement | null;
}

/** What the articles of the library say of the same things: worked out when it is first asked, kept in step from then on. */
export class LibraryAgreements {
  private readonly library: Library;
  private readonly knowledge: AgreementKnowledge;
  private readonly index: AgreementIndex;
  private readonly followed: FollowedArticles;
  private readonly voices: GroupVoices;
  private readonly sources = new Map<string, SourceHash>();
  /** Null until they are brought together. */
  private listed: ReadonlyMap<AgreementSection, readonly ListedGroup[]> | null = null;
  private readonly queue = new Queue();

  constructor(library: Library, knowledge: AgreementKnowledge) {
    const index = new AgreementIndex(knowledge);
    this.library = library;
    this.knowledge = knowledge;
    this.index = index;
    this.voices = new GroupVoices(knowledge.folding);
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
  find(said: SaidOfFigures, tell: (progress: AgreementProgress) => void): Promise<AgreementsFound> {
    return this.queue.run(async () => {
      await this.followed.follow((done, total) => tell({ step: 'reading', done, total }));
      let since = performance.now();
      for (const { done, total } of this.index.compare()) {
        if (performance.now() - since < TURN) continue;
        tell({ step: 'comparing', done, total });
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
      return this.list(await placeSaidIn(this.library, said));
    });
  }

  /** Things of one section at some places, those of most weight first; null before they are brought together. */
  rows(section: AgreementSection, from: number, to: number): Promise<readonly GroupRow[] | null> {
    return this.queue.run(
      () =>
        this.listed &&
        (this.listed.get(section) ?? []).slice(from, to).flatMap((one) => this.rowOf(one) ?? []),
    );
  }

  private list(said: PlacedSaid): AgreementsFound {
    const groups = groupFigures(this.index, said, this.knowledge);
    const listed = weighGroups(groups, this.index, this.voices).map(
      (group): ListedGroup => ({ group, settled: settlementOf(group.figures, said.settled) }),
    );
    const sectionOf = ({ group, settled }: ListedGroup): AgreementSection =>
      settled?.isWhole ? 'settled' : group.verdict;
    const sections = new Map(
      AGREEMENT_SECTIONS.map((section) => [section, listed.filter((one) => sectionOf(one) === section)]),
    );
    this.listed = sections;
    return {
      counts: Object.fromEntries(
        AGREEMENT_SECTIONS.map((section) => [section, sections.get(section)!.length]),
      ) as AgreementsFound['counts'],
      loose: said.loose,
    };
  }

  /** Null where an article of it is gone. */
  private rowOf({ group, settled }: ListedGroup): GroupRow | null {
    const told = group.figures.map((end) => this.index.figure(end));
    if (!isWhole(told)) return null;
    const placeOf = (wanted: AgreementEnd): number =>
      group.figures.findIndex((end) => keyOfFigure(end) === keyOfFigure(wanted));
    const [one, other] = group.pair.map(placeOf) as [number, number];
    const shown = [Math.min(one, other), Math.max(one, other)] as const;
    const figures = told.map((figure, i) =>
      this.figureOf(figure, told[i === shown[0] ? shown[1] : shown[0]] ?? figure, group.voices[i]!),
    );
    return {
      verdict: group.verdict,
      score: group.score,
      shown,
      figures,
      voices: new Set(group.voices).size,
      articles: new Set(figures.map(({ article }) => article)).size,
      settled: settled && {
        act: settled.settlement.act,
        at: settled.settlement.at,
        note: settled.settlement.note,
        use: settled.settlement.use && placeOf(settled.settlement.use),
        isOld: !settled.isWhole,
      },
    };
  }

  /** @param other the figure that its wording is set against. */
  private figureOf(figure: ToldFigure, other: ToldFigure, voice: number): GroupedFigure {
    const wording = this.wordingOf(figure);
    const [changed] = differencesOf(wording.text, this.wordingOf(other).text, this.knowledge.folding);
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

  private readonly wordingOf = ({ told, statement }: ToldFigure) =>
    wordingOf(told.article.body.text, statement.claim);
}

const isWhole = (told: (ToldFigure | null)[]): told is ToldFigure[] => !told.includes(null);
