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
  readonly version: number;
  readonly lunarYears: ReadonlyMap<number, LunarYear>;
  /** Public events by the names that papers give them, with year or year and month. */
  readonly events: readonly (readonly [name: string, date: string])[];
  /** Terms with the month from which on papers use them: a page that says one is no older. */
  readonly coinages: readonly (readonly [term: string, date: string])[];
}

const LUNAR = 'lexicons/times/lunar.json';
const ERAS = 'lexicons/times/eras.json';

/** Files under `resources/` that `readDatingKnowledge` asks for. */
export const DATING_KNOWLEDGE_FILES: readonly string[] = [LUNAR, ERAS];

export function readDatingKnowledge(files: KnowledgeFiles): DatingKnowledge {
  const lunar = JSON.parse(files.text(LUNAR)) as { version: number; firstYear: number; years: string[] };
  const eras = JSON.parse(files.text(ERAS)) as {
    events: Record<string, string>;
    coinages: Record<string, string>;
  };
  return {
    version: lunar.version,
    lunarYears: new Map(lunar.years.map((line, i) => [lunar.firstYear + i, lunarYearOf(line)])),
    events: Object.entries(eras.events),
    coinages: Object.entries(eras.coinages),
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
