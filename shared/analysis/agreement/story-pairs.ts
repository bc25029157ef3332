/** What two articles are known by to tell of one story; both folded. */
export interface Story {
  readonly names: ReadonlySet<string>;
  /** Headline and body. */
  readonly text: string;
}

/**
 * Which articles of a library may tell of one story: one carries a name that begins as words of the other do. A country, a
 * province or a body of state in common is none: with it all would be compared with all, and the work would not grow with
 * the stories that are told.
 */
export class StoryPairs {
  private readonly wideNames: ReadonlySet<string>;
  private readonly stories = new Map<number, Story>();
  /** For each beginning of a name the articles that carry it, and those in whose words it stands. */
  private readonly carriers = new Map<string, Set<number>>();
  private readonly holders = new Map<string, Set<number>>();
  private readonly held = new Map<number, ReadonlySet<string>>();
  private readonly finder = new Finder();

  constructor(wideNames: ReadonlySet<string>) {
    this.wideNames = wideNames;
  }

  /**
   * Takes articles in by numbers that no other has had.
   * @returns the pairs that come with them, each once.
   */
  add(added: ReadonlyMap<number, Story>): (readonly [number, number])[] {
    const fresh = new Finder();
    for (const [number, story] of added)
      for (const beginning of this.beginningsOf(story)) {
        if (!this.carriers.has(beginning)) {
          this.carriers.set(beginning, new Set());
          this.holders.set(beginning, new Set());
          fresh.add(beginning);
        }
        this.carriers.get(beginning)!.add(number);
      }
    if (fresh.size > 0) for (const number of this.stories.keys()) this.hold(number, fresh);
    for (const beginning of fresh.all()) this.finder.add(beginning);
    for (const [number, story] of added) {
      this.stories.set(number, story);
      this.hold(number, this.finder);
    }
    return [...added.keys()].flatMap((number) =>
      [...this.othersOf(number)]
        .filter((other) => !added.has(other) || other < number)
        .map((other) => [number, other] as const),
    );
  }

  drop(number: number): void {
    const story = this.stories.get(number);
    if (!story) return;
    this.stories.delete(number);
    for (const beginning of this.held.get(number) ?? []) this.holders.get(beginning)?.delete(number);
    this.held.delete(number);
    for (const beginning of this.beginningsOf(story)) {
      const carriers = this.carriers.get(beginning);
      carriers?.delete(number);
      if (carriers?.size !== 0) continue;
      this.carriers.delete(beginning);
      this.holders.delete(beginning);
      this.finder.remove(beginning);
    }
  }

  private hold(number: number, finder: Finder): void {
    const found = finder.find(this.stories.get(number)!.text);
    for (const beginning of found) this.holders.get(beginning)!.add(number);
    this.held.set(number, new Set([...(this.held.get(number) ?? []), ...found]));
  }

  private othersOf(number: number): Set<number> {
    const others = new Set<number>();
    for (const beginning of this.beginningsOf(this.stories.get(number)!))
      for (const other of this.holders.get(beginning)!) others.add(other);
    for (const beginning of this.held.get(number) ?? [])
      for (const other of this.carriers.get(beginning) ?? []) others.add(other);
    others.delete(number);
    return others;
  }

  private beginningsOf({ names }: Story): Set<string> {
    return new Set([...names].flatMap((name) => beginningOf(name, this.wideNames)));
  }
}

/** Names begin alike in their long and short forms: 石牛岭水库 and 石牛岭. */
const BEGINNING = 2;
/** Ranks of places, which follow the province or stand alone: 湖南省青石县 is 青石县 elsewhere. */
const PLACE_RANK = /[市县区州盟旗镇乡村]$/;

/** A body of a country or a province, behind its name: 湖南省水利厅, a province's water office, 国务院有关部门, offices of the State Council. */
const BODY = /(?:部门|[部厅局委办署])$/;

/** How a name begins where it is told from others; none of a country, a province, a body of state or one of theirs. */
function beginningOf(name: string, wideNames: ReadonlySet<string>): string[] {
  if (name === '' || wideNames.has(name)) return [];
  let wide = name.length - BEGINNING;
  while (wide > 0 && !wideNames.has(name.slice(0, wide))) wide--;
  if (wide > 0 && BODY.test(name)) return [];
  const from = wide > 0 && PLACE_RANK.test(name) ? wide : 0;
  return [name.slice(from, Math.max(0, wide) + BEGINNING)];
}

/** Beginnings by their first two units, so that a text is walked over once whatever their number. */
class Finder {
  size = 0;
  private readonly starts = new Map<number, Set<string>>();

  add(words: string): void {
    const start = startOf(words, 0, words.length);
    const own = this.starts.get(start) ?? new Set();
    this.starts.set(start, own.add(words));
    this.size++;
  }

  remove(words: string): void {
    const own = this.starts.get(startOf(words, 0, words.length));
    if (own?.delete(words)) this.size--;
  }

  all(): string[] {
    return [...this.starts.values()].flatMap((own) => [...own]);
  }

  find(text: string): Set<string> {
    const found = new Set<string>();
    for (let at = 0; at < text.length; at++)
      for (const length of [1, BEGINNING])
        for (const words of this.starts.get(startOf(text, at, length)) ?? [])
          if (text.startsWith(words, at)) found.add(words);
    return found;
  }
}

/** The first unit or, of more than one, the first two, as one number. */
const startOf = (text: string, at: number, length: number): number =>
  text.charCodeAt(at) * 0x10000 + (length === 1 ? 0 : text.charCodeAt(at + 1) || 0);
