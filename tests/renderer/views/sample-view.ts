import type { Article } from '@shared/model/extraction.ts';
import type { Fact, FactKind } from '@shared/model/fact.ts';
import type { NameMention, NameType } from '@shared/model/name.ts';
import { readingOffset, readingSpan, sourceOffset } from '@shared/model/offset.ts';
import type { Doubt, ReadingText } from '@shared/model/page.ts';
import { type ArticleView, viewArticle } from '../../../renderer/state/article-view.ts';
import { sampleFact } from './sample-fact.ts';

/** A page as it came: the headline, a first paragraph whose sentence a line end cuts, and a second. */
const SOURCE = '新渠通水\n柳河县去年修了12公里新渠，投入3.\n5亿元，两岸得水。\n渠长每周走两次。\n摄影：田禾';

const TITLE = '新渠通水';
const BODY = '柳河县去年修了12公里新渠，投入3.5亿元，两岸得水。\n渠长每周走两次。';

/** The reading text that joins what stands in the source with its line ends dropped. */
function readingOf(text: string, from: number): ReadingText {
  const pieces: { from: never; to: never; length: number }[] = [];
  let at = from;
  for (let index = 0; index < text.length; index++) {
    while (SOURCE[at] === '\n') at++;
    if (text[index] === '\n') continue;
    pieces.push({ from: readingOffset(index) as never, to: sourceOffset(at) as never, length: 1 });
    at++;
  }
  return { text, pieces };
}

/** Source span of words of the body, across the line end that cuts them. */
function place(words: string): { start: never; end: never } {
  const at = BODY.indexOf(words);
  if (at < 0) throw new Error(`no ${words}`);
  const first = body.pieces.find(({ from }) => from === at)!;
  const last = body.pieces.find(({ from }) => from === at + words.length - 1)!;
  return { start: first.to as never, end: (last.to + 1) as never };
}

const body = readingOf(BODY, SOURCE.indexOf('柳河'));

const fact = (id: string, kind: FactKind, words: string, rest: Partial<Fact>): Fact =>
  sampleFact({ id, kind, ...place(words), text: words, ...rest });

const name = (type: NameType, words: string): NameMention => ({
  article: 'a1',
  ...place(words),
  text: words,
  type,
});

const article: Article = {
  id: 'a1',
  kind: 'article',
  title: readingOf(TITLE, 0),
  subtitle: null,
  byline: { names: ['田禾'], spans: [] },
  body,
  paragraphs: [readingSpan(0, BODY.indexOf('\n')), readingSpan(BODY.indexOf('\n') + 1, BODY.length)],
  headings: [],
  captions: [readingOf('摄影：田禾', SOURCE.indexOf('摄影'))],
};

const doubt: Doubt = { reason: 'unfinished-sentence', article: 0, span: place('渠长每周') };

/** An article with claims that lie alone, inside one another and across a line end of the page. */
export const sampleView = (): ArticleView =>
  viewArticle({
    article,
    facts: [
      fact('length', 'measurement', '12公里', { value: 12, unit: '公里' }),
      fact('money', 'money', '3.5亿元', { value: 350_000_000, unit: 'CNY' }),
      fact('year', 'date', '去年', { value: '2023' }),
    ],
    names: [name('place', '柳河县'), name('org', '柳河县去年修了12公里新渠')],
    quotes: [],
    doubts: [doubt],
    source: 'f'.repeat(64) as never,
    sourceText: SOURCE,
    places: [],
    textHash: '0',
  });
