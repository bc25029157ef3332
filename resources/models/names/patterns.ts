import type { TaggedType } from '../../../shared/names/tagger/tagger.ts';
import type { TaggedSentence, TaggedSpan } from './corpus.ts';
import { createFillers } from './fillers.ts';
import { pick, type Random } from './random.ts';

interface Grammar {
  readonly rules: ReadonlyMap<string, readonly string[]>;
  /** Symbols whose expansion is a name of that type. */
  readonly types: ReadonlyMap<string, TaggedType>;
}

function readGrammar(text: string): Grammar {
  const rules = new Map<string, string[]>();
  const types = new Map<string, TaggedType>();
  for (const line of text.split('\n')) {
    if (line.startsWith('@')) {
      const [type = '', ...symbols] = line.slice(1).split(' ');
      for (const symbol of symbols) types.set(symbol, type as TaggedType);
    } else if (line && !line.startsWith('#')) {
      const colon = line.indexOf(':');
      rules.set(
        line.slice(0, colon),
        line
          .slice(colon + 1)
          .split('|')
          .map((part) => part.trim()),
      );
    }
  }
  return { rules, types };
}

const SLOT = /\{(\w+)\}/g;
/** A slot, or a name spelt out with its type: `[太湖/place]`. */
const NAME = /\{(\w+)\}|\[([^/\]]+)\/(\w+)\]/g;

/** Places and bodies that, standing right behind a place, make one name with it. */
const JOINING = new Set([
  'T',
  'K',
  'K2',
  'L',
  'N',
  'S',
  'qu',
  'street',
  'comm',
  'town',
  'vill',
  'CC',
  'corpcity',
  'gov',
  'O',
  'un',
]);

/** Fills `count` patterns, each about equally often, and notes the spans of the names put in. */
export function makeSentences(
  patterns: string,
  grammarText: string,
  count: number,
  random: Random,
): TaggedSentence[] {
  const grammar = readGrammar(grammarText);
  const lines = patterns.split('\n').filter((line) => line && !line.startsWith('#'));
  const fillers = createFillers(random);
  const expand = (symbol: string): string => {
    const filler = fillers[symbol];
    if (filler) return filler();
    const options = grammar.rules.get(symbol);
    if (!options) throw new Error(`the grammar has no ${symbol}`);
    return pick(options, random).replace(SLOT, (_, inner: string) => expand(inner));
  };
  const sentences: TaggedSentence[] = [];
  for (let n = 0; n < count; n++) {
    const pattern = lines[n % lines.length]!;
    let text = '';
    const spans: TaggedSpan[] = [];
    let last = 0;
    for (const match of pattern.matchAll(NAME)) {
      text += pattern.slice(last, match.index);
      last = match.index + match[0].length;
      const symbol = match[1] ?? '';
      const type = symbol ? grammar.types.get(symbol) : (match[3] as TaggedType);
      const name = symbol ? expand(symbol) : match[2]!;
      if (type) {
        const before = spans.at(-1);
        // Places that follow one another without a break are one name, as in the corpus.
        const joins = before?.type === 'place' && before.end === text.length && JOINING.has(symbol);
        if (before && joins)
          spans[spans.length - 1] = { start: before.start, end: text.length + name.length, type };
        else spans.push({ start: text.length, end: text.length + name.length, type });
      }
      text += name;
    }
    text += pattern.slice(last);
    sentences.push({ text, spans });
  }
  return sentences;
}
