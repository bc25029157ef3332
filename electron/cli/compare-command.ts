import { findAgreements } from '@shared/analysis/agreement/agreements.ts';
import { readAgreementKnowledge } from '@shared/analysis/agreement/knowledge.ts';
import type { ComparedArticle } from '@shared/analysis/compared-article.ts';
import { passageFamilies } from '@shared/analysis/reuse/families.ts';
import { ReuseIndex } from '@shared/analysis/reuse/reuse-index.ts';
import { readingSpan } from '@shared/model/offset.ts';
import { readSearchKnowledge } from '@shared/search/knowledge.ts';
import { readingMap } from '@shared/text/offset-map.ts';
import { openKnowledgeFiles } from '../knowledge/load-knowledge.ts';
import { SECONDS_A_FILE } from '../readers/file-readers.ts';
import { type Command, WrongUse } from './command.ts';
import { readCount } from './count-option.ts';
import { readOptions } from './read-options.ts';
import { failedFile } from './report-failure.ts';
import { takeApartEach } from './take-apart-each.ts';

/** An article with the file that it stands in. */
interface Named {
  readonly file: string;
  readonly article: ComparedArticle;
}

export const compareCommand: Command = {
  name: 'compare',
  usage: 'duidu compare FILE|FOLDER|ARCHIVE… [--time-limit SECONDS]',
  summary:
    'Compares the articles of pages and prints, one a line, the passages that stand in several of them, in the order of time, and the pairs of figures that tell of one thing: agree, within-bounds, later-figure, other-scope or differ.',
  async run(args, io) {
    const { values, positionals } = readOptions(args, OPTIONS);
    if (positionals.length === 0) throw new WrongUse('name at least one file');
    const limit = values['time-limit'];
    const seconds = limit === undefined ? SECONDS_A_FILE : readCount('--time-limit', limit);
    const files = openKnowledgeFiles(io.resources);
    const knowledge = readAgreementKnowledge(files, readSearchKnowledge(files));
    const reuse = new ReuseIndex(knowledge.folding);
    const articles = new Map<string, Named>();
    const passages = [];
    let failed = false;
    for await (const { input, read } of takeApartEach(
      { paths: positionals, seconds, form: 'compared' },
      io,
    )) {
      if (!read.ok) {
        failed = true;
        await io.print(failedFile('compare', input, read, io));
        continue;
      }
      const found: ComparedArticle[] = JSON.parse(new TextDecoder().decode(read.value));
      for (const article of found) {
        const before = articles.get(article.id);
        if (before) io.report(`duidu compare: ${input.place} is the same file as ${before.file}`);
        if (before) break;
        articles.set(article.id, { file: input.name, article });
        passages.push(...reuse.add(article.id, article.body.text));
      }
    }
    const dateOf = (id: string): string | null => articles.get(id)!.article.publishedOn;
    for (const { members } of passageFamilies(passages, dateOf))
      await io.print(
        JSON.stringify({
          kind: 'passage',
          members: members.map(({ article, start, end }) => placeIn(articles.get(article)!, start, end)),
        }),
      );
    const compared = [...articles.values()].map(({ article }) => article);
    for (const { ends, verdict, score, parts } of findAgreements(compared, knowledge))
      await io.print(
        JSON.stringify({
          kind: 'figures',
          verdict,
          score: rounded(score),
          parts:
            parts && Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, rounded(value)])),
          figures: ends.map(({ article, fact }) => figureIn(articles.get(article)!, fact)),
        }),
      );
    return failed ? 1 : 0;
  },
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function figureIn(named: Named, id: string) {
  const { fact, start, end } = named.article.claims.find((claim) => claim.fact.id === id)!;
  const { value, valueMax, unit, bound, measure, subject, when } = fact;
  return {
    ...placeIn(named, start, end),
    fact: id,
    value,
    ...(valueMax === undefined ? {} : { valueMax }),
    unit,
    bound,
    measure: measure?.text ?? null,
    subject: subject?.text ?? null,
    when,
  };
}

/** Where words of an article's body stand; offsets are those of the source text. */
function placeIn({ file, article }: Named, start: number, end: number) {
  const { id, title, publishedOn, body } = article;
  const spans = readingMap(body).mapSpan(readingSpan(start, end));
  return {
    source: file,
    article: id,
    title,
    publishedOn,
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
    ...(spans.length > 1 ? { spans: spans.map((span) => [span.start, span.end]) } : {}),
    text: body.text.slice(start, end),
  };
}

const OPTIONS = {
  allowPositionals: true,
  options: { 'time-limit': { type: 'string' } },
} as const;
