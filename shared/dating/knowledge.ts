import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';

/** One year of the lunar calendar. */
export interface LunarYear {
  /** Month and day on which its first month begins. */
  readonly newYear: readonly [number, number];
  /** The month that is said twice, 0 where none is. */
  readonly leapMonth: number;
  /** Days of each of its twelve or thirteen months in order. */
  readonly monthLengths: readonly number[];
}

/** What `dating` needs to know of the world: read once from `resources/`, passed to every call. */
export interface DatingKnowledge {
  readonly lunarYears: ReadonlyMap<number, LunarYear>;
  /** Public events by the names that papers give them, with year or year and month. */
  readonly events: readonly (readonly [name: string, date: string])[];
  readonly clues: YearClues;
}

/** Phrases that tell a year to who knows what they count from. */
export interface YearClues {
  /** Feasts, days and fairs that are numbered: the year of the first and how many there are in a year. */
  readonly series: readonly (readonly [name: string, times: readonly [first: number, perYear: number]])[];
  readonly foundings: readonly (readonly [name: string, year: number])[];
  /** What may stand behind a plan (十四五): its first or its last year. */
  readonly phases: readonly (readonly [phase: string, side: 'first' | 'last'])[];
  readonly plans: ReadonlyMap<string, readonly [first: number, last: number]>;
  readonly phrases: readonly (readonly [phrase: string, year: number])[];
  /** The twelve animals, the ten stems and the twelve branches in order, by which years are named. */
  readonly zodiac: string;
  readonly stems: string;
  readonly branches: string;
}

const LUNAR = 'lexicons/times/lunar.json';
const ERAS = 'lexicons/times/eras.json';
const CLUES = 'lexicons/times/clues.json';

/** Files under `resources/` that `readDatingKnowledge` asks for. */
export const DATING_KNOWLEDGE_FILES: readonly string[] = [LUNAR, ERAS, CLUES];

interface CluesFile {
  readonly series: Record<string, readonly [number, number]>;
  readonly foundings: Record<string, number>;
  readonly phases: Record<'first' | 'last', readonly string[]>;
  readonly phrases: Record<string, number>;
  readonly zodiac: string;
  readonly stems: string;
  readonly branches: string;
}

export function readDatingKnowledge(files: KnowledgeFiles): DatingKnowledge {
  const lunar = JSON.parse(files.text(LUNAR)) as { firstYear: number; years: string[] };
  const eras = JSON.parse(files.text(ERAS)) as {
    events: Record<string, string>;
    plans: Record<string, readonly [number, number]>;
  };
  const clues = JSON.parse(files.text(CLUES)) as CluesFile;
  return {
    lunarYears: new Map(lunar.years.map((line, i) => [lunar.firstYear + i, lunarYearOf(line)])),
    events: Object.entries(eras.events),
    clues: {
      series: Object.entries(clues.series),
      foundings: Object.entries(clues.foundings),
      phases: (['first', 'last'] as const).flatMap((side) =>
        clues.phases[side].map((phase) => [phase, side] as const),
      ),
      plans: new Map(Object.entries(eras.plans)),
      phrases: Object.entries(clues.phrases),
      zodiac: clues.zodiac,
      stems: clues.stems,
      branches: clues.branches,
    },
  };
}

/** `0122 2 0100110110101`: first day, leap month, 1 for each month of thirty days. */
function lunarYearOf(line: string): LunarYear {
  const [newYear = '', leapMonth = '', lengths = ''] = line.split(' ');
  return {
    newYear: [Number(newYear.slice(0, 2)), Number(newYear.slice(2))],
    leapMonth: Number(leapMonth),
    monthLengths: [...lengths].map((mark) => (mark === '1' ? 30 : 29)),
  };
}
