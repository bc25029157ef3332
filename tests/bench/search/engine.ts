import type { MadeArticle } from './made-library.ts';

/** A search engine over the same articles, with its own way of keeping them. */
export interface Engine {
  readonly name: string;
  /** Writes what the engine keeps into `folder`. */
  build(articles: readonly MadeArticle[], folder: string): Promise<void>;
  /** Files of `folder` that hold the index without the articles' texts. */
  readonly indexFiles: readonly string[];
  /** Articles that it can be given, where there is a limit. */
  readonly most?: number;
  load(folder: string): Promise<LoadedEngine>;
}

export interface LoadedEngine {
  /** The ten best for a question, best first. */
  best(question: string): Promise<readonly string[]>;
  /** All that hold a phrase, or one ideograph. */
  holding(phrase: string): Promise<readonly string[]>;
}

/** Bigrams and the last ideograph of each run, words whole: what all engines but a plain scan are given. */
export function bigramTerms(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(/[\u3400-\u9fff]+|[a-z0-9]+/g)) {
    if (/^[a-z0-9]/.test(run)) terms.push(run);
    else {
      for (let i = 0; i + 1 < run.length; i++) terms.push(run.slice(i, i + 2));
      terms.push(run.at(-1) as string);
    }
  }
  return terms;
}

/** Terms of what is asked: the last ideograph of a run only where it is all there is. */
export function queryTerms(text: string): string[] {
  const terms = bigramTerms(text);
  return terms.filter((term, i) => term.length > 1 || i === 0 || terms[i - 1]?.at(-1) !== term);
}
