/**
 * How pages come back that were composed in the layouts of papers, a row a layout.
 *   --seeds FROM-TO  other pages (101-106; the training reads 1-8); --layout NAME  one layout only
 *   --drawn N        N pages of which every choice is drawn
 *   --composed       the composed pages beside the checkout too, where they are there
 *   --list N         N articles that came back wrong, with what is wrong
 *   --doubts         of each reason of doubts, what it alone catches and what it alone costs
 *   --calibration    what was said of cuts not taken and how often they were right, in bands of many decisions
 *   --held-out       every page is read by a model that did not learn from its layout: trains by turns first
 *   --parts 0,2      of the parts that layouts are shared out among, those that are held out; with --held-out
 *   --models DIR     keeps the models of --held-out there, and takes those that are there instead of training
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SegmentKnowledge } from '@shared/segment/knowledge.ts';
import { segment } from '@shared/segment/segment.ts';
import { calibrate } from '@shared/segment/stories/page-model.ts';
import { calibrationTable, type Judged, judgeCuts } from '../../../resources/models/pages/calibration.ts';
import { labelComposed } from '../../../resources/models/pages/composed.ts';
import { FOLDS } from '../../../resources/models/pages/held-out.ts';
import { measurePage } from '../../../resources/models/pages/page-trainer.ts';
import { composePage } from '../../segment/generator/compose-page.ts';
import { DRAWN } from '../../segment/generator/layouts/drawn-layout.ts';
import { PAGE_FAULTS } from '../../segment/generator/page-faults.ts';
import { PAGE_LAYOUTS } from '../../segment/generator/page-layouts.ts';
import type { TruePage } from '../../segment/generator/printed-page.ts';
import { KNOWLEDGE } from '../../segment/knowledge.ts';
import { answerOfPage } from './answered-page.ts';
import { doubtTable } from './doubt-table.ts';
import { readHeldOut } from './held-out-models.ts';
import { type PageScore, scorePage } from './score-page.ts';
import { type Figures, sumScores } from './sum-scores.ts';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '101-106' },
    layout: { type: 'string' },
    drawn: { type: 'string', default: '120' },
    composed: { type: 'boolean' },
    list: { type: 'string', default: '0' },
    calibration: { type: 'boolean' },
    doubts: { type: 'boolean' },
    'held-out': { type: 'boolean' },
    parts: { type: 'string', default: [...Array(FOLDS).keys()].join() },
    models: { type: 'string' },
  },
});
const [FIRST = 1, LAST = FIRST] = options.seeds.split('-').map(Number);
const AS_SAID = { slope: 1, shift: 0, floor: 0 };
/** Every third page has a fault. */
const FAULTED = 3;

/** What a page of a layout is read with; null: its layout is not asked for. */
const knowledgeOf: (layout: string) => SegmentKnowledge | null = options['held-out']
  ? readHeldOut(options.parts.split(',').map(Number), options.models)
  : () => KNOWLEDGE;
const judged: Judged[] = [];

/** Judges the cuts not taken of a page, each as it was said. */
function judge(text: string, truth: TruePage, knowledge: SegmentKnowledge): void {
  const measured = measurePage(labelComposed(truth, text), knowledge);
  for (const { said, isTrue } of judgeCuts([measured], knowledge.pages))
    judged.push({ said: calibrate(said, knowledge.pages.doubts), isTrue });
}

interface ScoredPage {
  readonly name: string;
  readonly style: string;
  readonly faulted: boolean;
  readonly score: PageScore;
  readonly dated: 'right' | 'wrong' | 'missing' | null;
}

/** Whether the imprint has the day that the page prints; null where it prints none. */
function judgeDate(got: string | undefined, printed: string | undefined): ScoredPage['dated'] {
  if (printed === undefined) return null;
  return got === undefined ? 'missing' : got === printed ? 'right' : 'wrong';
}

function score(name: string, text: string, truth: TruePage): ScoredPage | null {
  const knowledge = knowledgeOf(truth.style);
  if (!knowledge) return null;
  const { page } = segment(text, knowledge);
  if (options.calibration) judge(text, truth, knowledge);
  return {
    name,
    style: truth.style,
    faulted: truth.faults.length > 0,
    score: scorePage(truth, answerOfPage(page), text),
    dated: judgeDate(page.imprint.date?.value, truth.imprint.date),
  };
}

function scoreMade(): ScoredPage[] {
  const pages: (ScoredPage | null)[] = [];
  const layouts = PAGE_LAYOUTS.filter(({ name }) => options.layout === undefined || name === options.layout);
  for (const layout of layouts) for (let seed = FIRST; seed <= LAST; seed++) pages.push(make(layout, seed));
  if (options.layout === undefined || options.layout === DRAWN.name)
    for (let seed = 1; seed <= Number(options.drawn); seed++) pages.push(make(DRAWN, FIRST * 1000 + seed));
  return pages.filter((page) => page !== null);
}

function make(layout: typeof DRAWN, seed: number): ScoredPage | null {
  const fault = PAGE_FAULTS[Math.floor(seed / FAULTED) % PAGE_FAULTS.length];
  const { text, truth } = composePage(layout, seed, {
    faults: seed % FAULTED === 0 && fault ? [fault] : [],
  });
  return score(`${layout.name} ${seed}`, text, truth);
}

const COMPOSED = resolve(import.meta.dirname, '../../../../shared/pages-composed');

/** The day that a composed page's own furniture prints. */
function printedDay(text: string, truth: TruePage & { readonly date: string }): string | undefined {
  const folio = truth.furniture
    .map(([start, end]) => text.slice(start, end))
    .join(' ')
    .normalize('NFKC');
  if (!/(?:\d|[〇一二三四五六七八九]){4}\s*[年.-]/.test(folio)) return undefined;
  return truth.date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

function scoreComposed(): ScoredPage[] {
  const file = resolve(COMPOSED, 'truth.ndjson');
  if (!existsSync(file)) {
    console.log(`No composed pages at ${COMPOSED}.`);
    return [];
  }
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const truth = JSON.parse(line) as TruePage & { readonly file: string; readonly date: string };
      const text = readFileSync(resolve(COMPOSED, truth.file), 'utf8');
      const date = printedDay(text, truth);
      return score(truth.file, text, { ...truth, imprint: date ? { date } : {} });
    })
    .filter((page) => page !== null);
}

const COLUMNS = [
  'pages',
  'articles',
  'found',
  'merged',
  'split',
  'extra',
  'title',
  'byline',
  'order',
  'right',
  'silentCut',
  'silent',
  'alarms',
  'doubts',
  'briefs',
  'photos',
  'captions',
  'furniture',
] as const satisfies readonly (keyof Figures)[];

const WIDTH = 8;
const WHOLE: ReadonlySet<string> = new Set(['pages', 'articles', 'extra']);

function printRow(name: string, pages: readonly ScoredPage[]): void {
  const figures = sumScores(pages.map(({ score }) => score));
  const cells = COLUMNS.map((column) => {
    const value = figures[column];
    return value === null ? '-' : WHOLE.has(column) ? String(value) : value.toFixed(3).replace(/^0/, '');
  });
  const printed = pages.filter(({ dated }) => dated !== null);
  const dated = (how: string): number => printed.filter((page) => page.dated === how).length;
  console.log(
    name.padEnd(26) +
      cells.map((cell) => cell.padStart(WIDTH)).join('') +
      `${dated('right')}/${printed.length}`.padStart(WIDTH) +
      String(dated('wrong')).padStart(5),
  );
}

function printTable(title: string, pages: readonly ScoredPage[]): void {
  if (pages.length === 0) return;
  console.log(
    `\n${title}\n${''.padEnd(26)}${COLUMNS.map((column) => column.padStart(WIDTH)).join('')}${'dated'.padStart(WIDTH)}wrong`,
  );
  for (const style of new Set(pages.map((page) => page.style)))
    printRow(
      style,
      pages.filter((page) => page.style === style),
    );
  printRow(
    'WITH A FAULT',
    pages.filter(({ faulted }) => faulted),
  );
  printRow(
    'WITHOUT',
    pages.filter(({ faulted }) => !faulted),
  );
  printRow('ALL', pages);
  if (options.calibration) console.log(`\nCuts not taken\n${calibrationTable(judged.splice(0), AS_SAID)}\n`);
  if (options.doubts) console.log(`\n${doubtTable(pages.map(({ score }) => score))}\n`);
  const wrong = pages.flatMap(({ name, score }) =>
    score.articles.filter(({ right }) => !right).map((article) => ({ name, article })),
  );
  const kinds = new Map<string, number>();
  for (const { article } of wrong)
    for (const mistake of article.mistakes) {
      const kind = `${article.article.kind} ${mistake}`;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  console.log(
    [...kinds]
      .sort((a, b) => b[1] - a[1])
      .map((kind) => kind.join(' '))
      .join(', '),
  );
  const step = Math.max(1, Math.floor(wrong.length / Math.max(1, Number(options.list))));
  if (Number(options.list) > 0)
    for (const { name, article } of wrong.filter((_, i) => i % step === 0))
      console.log(
        `${name}: ${article.article.title || '(untitled)'} [${article.article.byline}] ${article.mistakes}${article.doubted ? '' : ' SILENT'}`,
      );
}

printTable('Made pages', scoreMade());
if (options.composed) printTable('Composed pages', scoreComposed());
