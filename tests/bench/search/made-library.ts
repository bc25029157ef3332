import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js';

/**
 * Articles in a made-up language that has the measure of Chinese news: 3,755 ideographs used as unevenly as in
 * print, words of one to four of them, a common stock and the words of each article's own matter, figures,
 * dates, Latin words, marks of punctuation. The same seed makes the same library.
 */
export interface MadeArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface MadeQuery {
  readonly query: string;
  /** The article that the query was made from. */
  readonly id: string;
}

export interface MadeLibrary {
  readonly articles: readonly MadeArticle[];
  /** Half of an article's own words in another order among question words. */
  readonly questions: readonly MadeQuery[];
  /** The article's headline, which is not in its text. */
  readonly headlines: readonly MadeQuery[];
  /** Four to ten units as they stand in a text. */
  readonly phrases: readonly string[];
  /** Two to six ideographs that are a word or two of the stock: names said in many articles. */
  readonly names: readonly string[];
  readonly characters: readonly string[];
}

const WORDS = 40_000;
/** Words that a word is wont to go before. */
const FOLLOWERS = 6;
const TOPICS = 1500;
const WORDS_OF_TOPIC = 120;

/** Numbers from 0 to 1 that look thrown (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The 3,755 most used ideographs, as GB 2312 lists them in its first level. */
function firstLevel(): string[] {
  const decode = createMultibyteDecoder('gb18030');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      characters.push(decode(Uint8Array.of(row, cell)));
  return characters;
}

/** Draws places of a list whose use falls off as Zipf and Mandelbrot say. */
function zipf(length: number, exponent: number, shift: number): (chance: number) => number {
  const sums = new Float64Array(length);
  let sum = 0;
  for (let rank = 0; rank < length; rank++) sums[rank] = sum += 1 / (rank + shift) ** exponent;
  return (chance) => {
    const wanted = chance * sum;
    let low = 0;
    let high = length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

export function makeLibrary(count: number, seed = 7): MadeLibrary {
  const throwDie = dice(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(throwDie() * items.length)] as Item;
  const characters = firstLevel();
  for (let i = characters.length - 1; i > 0; i--) {
    const k = Math.floor(throwDie() * (i + 1));
    [characters[i], characters[k]] = [characters[k] as string, characters[i] as string];
  }
  const drawCharacter = zipf(characters.length, 0.95, 60);
  const words: string[] = characters.slice(0, 80);
  const known = new Set(words);
  while (words.length < WORDS) {
    const chance = throwDie();
    const length = chance < 0.04 ? 1 : chance < 0.72 ? 2 : chance < 0.88 ? 3 : 4;
    let word = '';
    for (let i = 0; i < length; i++) word += characters[drawCharacter(throwDie())];
    if (!known.has(word)) words.push(word);
    known.add(word);
  }
  const drawWord = zipf(WORDS, 1.08, 2.7);
  const drawTopicWord = zipf(WORDS_OF_TOPIC, 0.7, 3);
  const topics = Array.from({ length: TOPICS }, () =>
    Array.from(
      { length: WORDS_OF_TOPIC },
      () => words[80 + Math.floor(throwDie() ** 1.5 * (WORDS - 80))] as string,
    ),
  );
  const followers = Uint16Array.from({ length: WORDS * FOLLOWERS }, () => drawWord(throwDie()));
  let last = 0;
  const commonWord = (): string => {
    const isWont = throwDie() < 0.6;
    last = isWont
      ? (followers[last * FOLLOWERS + Math.floor(throwDie() ** 2 * FOLLOWERS)] as number)
      : drawWord(throwDie());
    return words[last] as string;
  };
  const figure = () => {
    const chance = throwDie();
    if (chance < 0.4) return `${1990 + Math.floor(throwDie() * 36)}年`;
    if (chance < 0.6) return `${(throwDie() * 100).toFixed(1)}%`;
    if (chance < 0.8) return `${(throwDie() * 50).toFixed(2)}万`;
    return String(Math.floor(throwDie() ** 4 * 100_000));
  };
  const articles: MadeArticle[] = [];
  const questions: MadeQuery[] = [];
  const headlines: MadeQuery[] = [];
  const phrases: string[] = [];
  const asked = Math.max(1, Math.floor(count / 500));
  for (let number = 0; number < count; number++) {
    const own = [pick(topics), pick(topics)];
    const matter = Array.from({ length: 12 }, () => pick(own)[drawTopicWord(throwDie())] as string);
    const length = 120 + Math.floor(760 * throwDie() ** 1.2);
    // Joined, since a text that is added up stays a tree of its pieces, four times as large.
    const pieces: string[] = [];
    let written = 0;
    const write = (piece: string) => {
      pieces.push(piece);
      written += piece.length;
    };
    while (written < length) {
      const sentence = 8 + Math.floor(throwDie() * 14);
      for (let i = 0; i < sentence; i++) {
        const chance = throwDie();
        if (chance < 0.1) write(pick(matter));
        else if (chance < 0.25) write(pick(own)[drawTopicWord(throwDie())] as string);
        else if (chance < 0.28) write(figure());
        else if (chance < 0.285) write(pick(['GDP', 'APP', 'Wi-Fi', 'ISO9001', 'AI', 'Delta']));
        else write(commonWord());
        if (throwDie() < 0.12) write('，');
      }
      write(throwDie() < 0.2 ? '。\n' : '。');
    }
    const text = pieces.join('');
    const id = `m${number}`;
    const title = Array.from({ length: 5 }, () => (throwDie() < 0.6 ? pick(matter) : pick(pick(own)))).join(
      '',
    );
    articles.push({ id, title: '', text });
    if (number % asked !== 0) continue;
    questions.push({
      id,
      query: `哪些${pick(matter)}的${pick(matter)}在${pick(matter)}${pick(matter)}有多少？`,
    });
    headlines.push({ id, query: title });
    const at = Math.floor(throwDie() * (text.length - 10));
    const phrase = text.slice(at, at + 4 + Math.floor(throwDie() * 7));
    if (!/[\s"]/.test(phrase)) phrases.push(phrase);
  }
  const names = questions.map(() => {
    const name = words[80 + Math.floor(throwDie() ** 2 * 4000)] as string;
    return name.length >= 3 ? name : name + words[80 + Math.floor(throwDie() * 200)];
  });
  const asOne = characters.filter((_, rank) => rank % 12 === 0);
  return { articles, questions, headlines, phrases, names, characters: asOne };
}
