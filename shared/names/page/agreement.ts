import type { NameType } from '../../model/name.ts';
import { type Candidate, keepBest, propose } from '../candidate.ts';
import { isLikened, type Reading } from '../reading/reading.ts';
import { type Rule, SETTLED } from '../weights.ts';

/** Types that a name once known carries to its other mentions. */
const CARRIED: ReadonlySet<NameType> = new Set(['person', 'place', 'org', 'programme', 'product']);

/** Rules whose word for a name's type counts more than the tagger's. */
const SURE: ReadonlySet<Rule> = new Set<Rule>([
  'byline',
  'byline-odd',
  'dotted',
  'register',
  'register-town',
  'corps',
  'known-body',
  'level-office',
  'quoted',
  'plain',
]);

/** Rules whose type the page may overrule. */
const TAGGED: ReadonlySet<Rule> = new Set<Rule>(['tagger', 'tagger-sure']);

/** Votes of a rule for the type it gives. */
const votesOf = (rule: Rule): number => (SURE.has(rule) ? 3 : rule === 'tagger-sure' ? 2 : 1);

interface Known {
  readonly type: NameType;
  readonly votes: number;
}

/** What each string is on this page: the type with the most votes. */
function poll(readings: readonly Reading[], names: readonly (readonly Candidate[])[]): Map<string, Known> {
  const votes = new Map<string, Map<NameType, number>>();
  names.forEach((list, index) => {
    for (const { start, end, type, rule } of list) {
      if (!CARRIED.has(type) || rule === 'quoted-part') continue;
      const text = bare(readings[index]!.text.slice(start, end), type);
      const types = votes.get(text) ?? new Map<NameType, number>();
      types.set(type, (types.get(type) ?? 0) + votesOf(rule));
      votes.set(text, types);
    }
  });
  const known = new Map<string, Known>();
  for (const [text, types] of votes) {
    const [best] = [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (best) known.set(text, { type: best[0], votes: best[1] });
  }
  return known;
}

/** “清泉入户”工程 is known as 清泉入户. */
const bare = (text: string, type: NameType): string =>
  (type === 'programme' ? /^“([^”]+)”/.exec(text)?.[1] : undefined) ?? text;

/**
 * Makes the page agree with itself: a string has one type, and a name known in one text is found in all.
 * Deterministic whatever the order of the texts: votes are counted before any is used.
 */
export function agreeOverPage(
  readings: readonly Reading[],
  names: readonly (readonly Candidate[])[],
  more: readonly (readonly Candidate[])[],
): Candidate[][] {
  const first = readings.map((reading, index) =>
    keepBest([...names[index]!, ...more[index]!], reading.text.length),
  );
  const known = poll(readings, first);
  const spread = indexByBeginning([...known.keys()].filter((text) => mayCarry(text, known.get(text)!)));
  return readings.map((reading, index) => {
    const settled = first[index]!.map((candidate): Candidate => {
      const own = reading.text.slice(candidate.start, candidate.end);
      const type = known.get(bare(own, candidate.type))?.type;
      return type && CARRIED.has(candidate.type) && TAGGED.has(candidate.rule)
        ? { ...candidate, type }
        : candidate;
    });
    const again = findKnown(reading, spread, known);
    return keepBest(
      [...settled.map((candidate) => ({ ...candidate, weight: candidate.weight + SETTLED })), ...again],
      reading.text.length,
    );
  });
}

const LEAST_PRODUCT = 4;

const mayCarry = (text: string, { type, votes }: Known): boolean => {
  if (text.length < 2 || /[、，]/.test(text)) return false;
  if (type === 'product') return text.length >= LEAST_PRODUCT;
  if (type === 'person' || type === 'org' || type === 'programme') return text.length >= 3 || votes >= 3;
  return text.length >= 3 || votes >= 2;
};

/** The lengths of the names that begin with two characters, longest first: few, however many names there are. */
function indexByBeginning(texts: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const text of texts) {
    const key = text.slice(0, 2);
    const lengths = index.get(key);
    if (!lengths) index.set(key, [text.length]);
    else if (!lengths.includes(text.length)) lengths.push(text.length);
  }
  for (const lengths of index.values()) lengths.sort((a, b) => b - a);
  return index;
}

/** Mentions of known names that respect the words around them. */
function findKnown(
  { text, words }: Reading,
  index: ReadonlyMap<string, readonly number[]>,
  known: ReadonlyMap<string, Known>,
): Candidate[] {
  const found: Candidate[] = [];
  if (index.size === 0) return found;
  for (let i = 0; i + 1 < text.length; i++) {
    const lengths = index.get(text.slice(i, i + 2));
    if (!lengths) continue;
    for (const length of lengths) {
      const end = i + length;
      const name = known.get(text.slice(i, end));
      if (end > text.length || !name || !mayCarry(text.slice(i, end), name)) continue;
      // A scheme's short name is a word of everyday too, unless it stands in a row: 领航、山茶花“两大工程”.
      if (name.type === 'programme' && length <= 3 && !/[、“]/.test((text[i - 1] ?? '') + (text[end] ?? '')))
        continue;
      // Short names must not cut a word of the text in two.
      const whole = words.wordStart[i] === i && (end === text.length || words.wordStart[end] === end);
      if (length <= 2 && !whole) continue;
      if (name.type === 'org' && isLikened(text, i, end)) continue;
      found.push(propose(name.type === 'product' ? 'known-product' : 'known', name.type, i, end));
      break;
    }
  }
  return found;
}
