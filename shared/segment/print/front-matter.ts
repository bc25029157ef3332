import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { Imprint } from '@shared/model/page.ts';
import type { Line } from './lines.ts';

/** Lines below the front matter; what it says of the page's date; its spans, which are furniture. */
export interface PeeledFrontMatter {
  readonly lines: readonly Line[];
  readonly spans: readonly SourceSpan[];
  readonly date: Imprint['date'];
}

const FENCE = '---';

/** How many lines front matter may have; a rule further down is a rule. */
const LONGEST = 400;

const FIELD = /^[\w-]+\s*:/;

/** The keys that note-taking programs and web clippers give a page's date. */
const DATE = /^(?:date|published|publishedOn|pubdate)\s*:\s*["']?(\d{4}(?:-\d\d){0,2})/i;

/** The key by which front matter says that nobody printed the date. */
const INFERRED = /^basis\s*:\s*["']?inferred\b/i;

/** Takes YAML front matter, as Markdown files carry it, from the head of a page. */
export function peelFrontMatter(lines: readonly Line[]): PeeledFrontMatter {
  const end =
    lines[0]?.text === FENCE && FIELD.test(lines[1]?.text ?? '')
      ? lines.slice(0, LONGEST).findIndex((line, i) => i > 0 && line.text === FENCE)
      : -1;
  if (end < 0) return { lines, spans: [], date: undefined };
  const head = lines.slice(0, end + 1);
  const dated = head.find((line) => DATE.test(line.text));
  return {
    lines: lines.slice(end + 1),
    spans: head.flatMap((line) => line.runs),
    date: dated && {
      ...dateOf(dated),
      ...(head.some((line) => INFERRED.test(line.text)) ? { basis: 'inferred' } : {}),
    },
  };
}

function dateOf(line: Line): NonNullable<Imprint['date']> {
  const value = DATE.exec(line.text)?.[1] ?? '';
  const start = (line.runs[0]?.start ?? 0) + line.text.indexOf(value);
  return { value, span: sourceSpan(start, start + value.length) };
}
