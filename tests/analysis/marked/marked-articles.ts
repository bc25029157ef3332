import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ComparedArticle, comparedArticles } from '@shared/analysis/compared-article.ts';
import { runPipeline } from '../../pipeline/run.ts';

/** Articles of one event, and for their figures, by `article fact`, the thing that each tells of; README.md has the form. */
export interface MarkedEvent {
  readonly name: string;
  readonly articles: readonly ComparedArticle[];
  readonly things: ReadonlyMap<string, string>;
  /** Marked figures that the pipeline does not find, in the words around them. */
  readonly unread: readonly string[];
}

/** `〔9人 dead〕`: the figure, and the thing where an article of the event tells of it as well. */
const MARK = /〔([^〕 ]+)(?: ([^〕]+))?〕/g;

const here = import.meta.dirname;

/**
 * Runs the pipeline over marked articles.
 * @param folder `.` for those that weights are learnt from, `unseen` for those that nothing is.
 */
export async function readMarked(folder: '.' | 'unseen' = '.'): Promise<MarkedEvent[]> {
  const files = readdirSync(resolve(here, folder)).filter((file) => file.endsWith('.txt'));
  const events: MarkedEvent[] = [];
  for (const file of files.sort())
    for (const event of readFileSync(resolve(here, folder, file), 'utf8')
      .split(/^# /m)
      .slice(1)) {
      const [name = '', ...articles] = event.split(/\n(?:= )?(?=\d{4}-\d\d-\d\d\n)/);
      events.push(await readEvent(`${file.replace('.txt', '')}/${name}`, articles));
    }
  return events;
}

async function readEvent(name: string, told: readonly string[]): Promise<MarkedEvent> {
  const articles: ComparedArticle[] = [];
  const things = new Map<string, string>();
  const unread: string[] = [];
  for (const article of told) {
    const [publishedOn = '', title = '', ...lines] = article.split('\n');
    const { text, marks } = withoutMarks(`${title}\n\n${lines.join('\n')}`);
    const { extraction, text: source } = await runPipeline(text, { description: { publishedOn } });
    const compared = comparedArticles(extraction, source.length);
    articles.push(...compared);
    for (const { start, end, thing } of marks) {
      const found = compared.flatMap(({ id, claims }) =>
        claims
          .filter(({ fact }) => fact.start < end && start < fact.end)
          .map(({ fact }) => `${id} ${fact.id}`),
      );
      if (found[0] === undefined) unread.push(text.slice(Math.max(0, start - 4), end + 2));
      else if (thing !== undefined) things.set(found[0], thing);
    }
  }
  return { name, articles, things, unread };
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly thing: string | undefined;
}

function withoutMarks(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const { index, 0: mark, 1: figure = '', 2: thing } of marked.matchAll(MARK)) {
    text += marked.slice(from, index);
    marks.push({ start: text.length, end: text.length + figure.length, thing });
    text += figure;
    from = index + mark.length;
  }
  return { text: text + marked.slice(from), marks };
}

/** How two figures are of one thing; null where they are not, `scope` where one is of a part of the other's. */
export function relationOf(one: string | undefined, other: string | undefined): 'same' | 'scope' | null {
  const [ofOne, ofOther] = [one, other].map((thing) => thing?.split('.') ?? []);
  if (!ofOne?.[0] || ofOne[0] !== ofOther?.[0]) return null;
  const common = ofOne.filter((narrowing) => ofOther.includes(narrowing)).length;
  if (common < Math.min(ofOne.length, ofOther.length)) return null;
  return ofOne.length === ofOther.length ? 'same' : 'scope';
}
