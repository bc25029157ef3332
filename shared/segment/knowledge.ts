import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import type { Eras } from '@shared/numerals/printed-date.ts';
import { CommonScript } from '@shared/text/common-script.ts';
import { readWordTable, type WordTable } from '@shared/text/word-frequencies.ts';
import { type PageModel, readPageModel } from './stories/page-model.ts';
import { TermReader } from './stories/vocabulary.ts';

/** What `segment` needs to know of the world: read once from `resources/`, passed to every call. */
export interface SegmentKnowledge {
  readonly press: PressWords;
  /** Single characters and compound surnames. */
  readonly surnames: ReadonlySet<string>;
  readonly newspaper: NewspaperNames;
  /** Writes a line as the lists are written, unit for unit. */
  readonly script: CommonScript;
  /** A label of the editors' line with the names that it labels; global. */
  readonly credited: RegExp;
  /** Eras by which a folio may count its years. */
  readonly eras: Eras;
  /** The dictionary that says whether a seam completes a word. */
  readonly words: WordTable;
  readonly terms: TermReader;
  /** What says of each line of a page what it is. */
  readonly pages: PageModel;
}

/** Recognises names of newspapers by how they end. */
export interface NewspaperNames {
  /** Every name in a text; global. */
  readonly every: RegExp;
  /** A text that is a name and nothing else. */
  readonly alone: RegExp;
  /** The first name in a text that stands apart. */
  readonly first: RegExp;
  /** The end of a name of one, whatever stands before it. */
  readonly end: RegExp;
}

/** The words a newspaper prints around its stories; each key is explained in the lexicon's SOURCE.md. */
export interface PressWords {
  readonly bylineRoles: readonly string[];
  readonly bylineTails: readonly string[];
  readonly deskTails: readonly string[];
  readonly unitTails: readonly string[];
  readonly closingNotes: ReadonlySet<string>;
  readonly agencies: readonly string[];
  readonly furniture: ReadonlySet<string>;
  readonly credits: readonly string[];
  readonly siteDates: readonly string[];
  readonly siteLabels: readonly string[];
  readonly siteWords: ReadonlySet<string>;
  readonly headlineEnds: readonly string[];
  readonly headlineSpeech: readonly string[];
  readonly noticeTitles: ReadonlySet<string>;
  readonly noticeTails: readonly string[];
  readonly listNames: readonly string[];
  readonly nameSounds: ReadonlySet<string>;
  readonly captionHeads: readonly string[];
  readonly pictureNames: readonly string[];
  readonly genres: ReadonlySet<string>;
  readonly digestWords: readonly string[];
  readonly pictureColumns: ReadonlySet<string>;
  readonly sentenceStarts: readonly string[];
  readonly closings: readonly string[];
  readonly editorNotes: readonly string[];
}

const PRESS = 'lexicons/press/words.json';
const SURNAMES = 'lexicons/press/surnames.txt';
const WORDS = 'lexicons/words/words.bin';
const PAGES = 'models/pages/pages.bin';
const ERAS = 'lexicons/times/eras.json';
const SCRIPTS = 'lexicons/folding/traditional-simplified.txt';

/** Files under `resources/` that `readSegmentKnowledge` asks for. */
export const SEGMENT_KNOWLEDGE_FILES: readonly string[] = [PRESS, SURNAMES, WORDS, ERAS, SCRIPTS, PAGES];

/** A name in an editors' line, a short one perhaps with a blank inside. */
const NAME = '(?:\\p{Script=Han}{2,4}|\\p{Script=Han}[ \\u3000]\\p{Script=Han})(?!\\p{Script=Han})';

/** Years before the first of each era: a reign's first year is its year 1. */
function readEras(files: KnowledgeFiles): Eras {
  const { republic, reigns } = JSON.parse(files.text(ERAS)) as {
    readonly republic: number;
    readonly reigns: Readonly<
      Record<'lunar' | 'solar', Readonly<Record<string, readonly [first: number, last?: number]>>>
    >;
  };
  return new Map([
    ['民国', republic],
    ['民國', republic],
    ...Object.entries({ ...reigns.lunar, ...reigns.solar }).map(([name, [first]]): [string, number] => [
      name,
      first - 1,
    ]),
  ]);
}

/** @throws Error when the press lexicon lacks a list. */
export function readSegmentKnowledge(files: KnowledgeFiles): SegmentKnowledge {
  const raw: unknown = JSON.parse(files.text(PRESS));
  const list = (key: string): readonly string[] => {
    const words = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[key] : undefined;
    if (!Array.isArray(words) || !words.every((word) => typeof word === 'string'))
      throw new Error(`${PRESS} has no list ${key}`);
    return [...words].sort((a, b) => b.length - a.length);
  };
  const words = readWordTable(files.bytes(WORDS));
  const tails = `(?:${list('newspaperTails').join('|')})`;
  return {
    press: {
      bylineRoles: list('bylineRoles'),
      bylineTails: list('bylineTails'),
      deskTails: list('deskTails'),
      unitTails: list('unitTails'),
      closingNotes: new Set(list('closingNotes')),
      agencies: list('agencies'),
      furniture: new Set(list('furniture')),
      credits: list('credits'),
      siteDates: list('siteDates'),
      siteLabels: list('siteLabels'),
      siteWords: new Set(list('siteWords')),
      headlineEnds: list('headlineEnds'),
      headlineSpeech: list('headlineSpeech'),
      noticeTitles: new Set(list('noticeTitles')),
      noticeTails: list('noticeTails'),
      listNames: list('listNames'),
      nameSounds: new Set(list('nameSounds').flatMap((chars) => [...chars])),
      captionHeads: list('captionHeads'),
      pictureNames: list('pictureNames'),
      genres: new Set(list('genres')),
      digestWords: list('digestWords'),
      pictureColumns: new Set(list('pictureColumns')),
      sentenceStarts: list('sentenceStarts'),
      closings: list('closings'),
      editorNotes: list('editorNotes'),
    },
    newspaper: {
      every: new RegExp(`\\p{Script=Han}{1,8}${tails}`, 'gu'),
      alone: new RegExp(`^\\p{Script=Han}{2,6}${tails}$`, 'u'),
      first: new RegExp(`\\p{Script=Han}{1,8}?${tails}(?!\\p{Script=Han})`, 'u'),
      end: new RegExp(`${tails}$`, 'u'),
    },
    credited: new RegExp(
      `(?:本版|本期|今日)?(?:${list('credits').join('|')})(?:\\s*[:：/]\\s*|\\s+)(?:${NAME}(?:[、,]${NAME})*|[\\d-]{5,})?`,
      'gu',
    ),
    eras: readEras(files),
    script: new CommonScript(files.text(SCRIPTS)),
    words,
    terms: new TermReader(words),
    pages: readPageModel(files.bytes(PAGES)),
    surnames: new Set(files.text(SURNAMES).split('\n').filter(Boolean)),
  };
}
