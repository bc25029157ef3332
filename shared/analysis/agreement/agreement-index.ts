import type { ComparedArticle } from '../compared-article.ts';
import type { AgreementKnowledge } from './knowledge.ts';
import { type Agreement, type AgreementEnd, agreementsOf } from './pair-agreements.ts';
import { type ArticleStatements, type Statement, statementsOf } from './statement.ts';
import { StoryPairs } from './story-pairs.ts';

/** A figure with the article that tells it. */
export interface ToldFigure {
  readonly told: ArticleStatements;
  readonly statement: Statement;
  /** Another whenever its article was put in anew. */
  readonly number: number;
}

/**
 * What the articles of a library say of the same things, kept while articles come, change and go. What is said of two
 * figures depends on their two articles alone, so that one more article changes nothing that was said before, in whatever
 * order they come. The work for one more grows with the articles of its story; the others' words are walked over once where
 * it carries names that none before it did.
 */
export class AgreementIndex {
  /** Pairs of figures weighed so far. */
  readonly steps = { count: 0 };
  private readonly knowledge: AgreementKnowledge;
  private readonly pairs: StoryPairs;
  private readonly numbers = new Map<string, number>();
  private readonly told = new Map<number, ArticleStatements>();
  /** Articles that came since they were last compared. */
  private readonly fresh = new Map<number, ArticleStatements>();
  /** What two articles say of each other, under the number of each. */
  private readonly found = new Map<number, Map<number, readonly Agreement[]>>();
  private next = 0;

  constructor(knowledge: AgreementKnowledge) {
    this.knowledge = knowledge;
    this.pairs = new StoryPairs(knowledge.wideNames);
  }

  /** Takes an article in, in place of what went by its id. */
  put(article: ComparedArticle): void {
    this.drop(article.id);
    const told = statementsOf(article, this.knowledge);
    // Who tells no figure agrees with nobody.
    if (told.statements.length === 0) return;
    const number = this.next++;
    this.numbers.set(article.id, number);
    this.told.set(number, told);
    this.fresh.set(number, told);
  }

  drop(article: string): void {
    const number = this.numbers.get(article);
    if (number === undefined) return;
    this.numbers.delete(article);
    this.told.delete(number);
    this.fresh.delete(number);
    this.pairs.drop(number);
    for (const other of this.found.get(number)?.keys() ?? []) this.found.get(other)?.delete(number);
    this.found.delete(number);
  }

  /**
   * Compares what came with all that is there; after each pair of articles it says how many of how many are done. Nothing
   * comes or goes before its end.
   */
  *compare(): Generator<{ readonly done: number; readonly total: number }> {
    const pairs = this.pairs.add(this.fresh);
    this.fresh.clear();
    for (const [i, pair] of pairs.entries()) {
      const [first, second] = pair
        .map((number) => this.told.get(number)!)
        .sort((a, b) => (a.article.id < b.article.id ? -1 : 1)) as [ArticleStatements, ArticleStatements];
      const agreements = agreementsOf(first, second, this.knowledge, this.steps);
      if (agreements.length > 0) {
        this.foundBy(pair[0]).set(pair[1], agreements);
        this.foundBy(pair[1]).set(pair[0], agreements);
      }
      yield { done: i + 1, total: pairs.length };
    }
  }

  /** `compare` to its end. */
  settle(): void {
    const work = this.compare();
    while (!work.next().done);
  }

  /** By the articles' ids, of those that were compared. */
  agreements(): Agreement[] {
    const ids = [...this.numbers].sort(([a], [b]) => (a < b ? -1 : 1));
    return ids.flatMap(([id, number]) =>
      [...(this.found.get(number) ?? [])]
        .map(([other, agreements]) => ({ other: this.told.get(other)!.article.id, agreements }))
        .filter(({ other }) => id < other)
        .sort((a, b) => (a.other < b.other ? -1 : 1))
        .flatMap(({ agreements }) => agreements),
    );
  }

  /** Null where it is not there, or is of a kind that is not compared. */
  figure({ article, fact }: AgreementEnd): ToldFigure | null {
    const number = this.numbers.get(article);
    const told = number === undefined ? undefined : this.told.get(number);
    const statement = told?.statements.find(({ claim }) => claim.fact.id === fact);
    return number === undefined || !told || !statement ? null : { told, statement, number };
  }

  private foundBy(number: number): Map<number, readonly Agreement[]> {
    const known = this.found.get(number) ?? new Map<number, readonly Agreement[]>();
    this.found.set(number, known);
    return known;
  }
}
