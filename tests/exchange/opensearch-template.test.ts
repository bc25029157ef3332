import { resolve } from 'node:path';
import { writeTemplate } from '@shared/exchange/forms/opensearch-template.ts';
import { readSearchKnowledge } from '@shared/search/knowledge.ts';
import { scanTerms } from '@shared/search/terms/scan-terms.ts';
import { IDEOGRAPH, kindOf, WORD } from '@shared/search/terms/unit-kinds.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKnowledgeFiles } from '../../electron/knowledge/load-knowledge.ts';
import { makePage } from '../engines/made-pages.ts';

const { folding } = readSearchKnowledge(openKnowledgeFiles(resolve(import.meta.dirname, '../../resources')));
const fold = (text: string): string => folding.foldToString(text);

const { template } = JSON.parse(
  writeTemplate({
    fold,
    isIdeograph: (unit) => kindOf(unit) === IDEOGRAPH,
    isWord: (unit) => kindOf(unit) === WORD,
  }),
);
const { char_filter, tokenizer } = template.settings.analysis;

/** Escapes of a rule or a pattern, as Java reads them. */
const readEscapes = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/g, (_, unit) => String.fromCharCode(Number.parseInt(unit, 16)));

const RULES = new Map<string, string>(
  char_filter.duidu_fold.mappings.map((rule: string) => {
    const [from = '', to = ''] = rule.split('=>');
    return [readEscapes(from), readEscapes(to)] as const;
  }),
);
const LONGEST = Math.max(...[...RULES.keys()].map(({ length }) => length));

/** The `mapping` filter: at each place the longest rule that fits; what it gives is not looked at again. */
function mapCharacters(text: string): string {
  let mapped = '';
  for (let at = 0; at < text.length; ) {
    let length = Math.min(LONGEST, text.length - at);
    while (length > 0 && !RULES.has(text.slice(at, at + length))) length--;
    mapped += length > 0 ? RULES.get(text.slice(at, at + length)) : text[at];
    at += Math.max(1, length);
  }
  return mapped;
}

/** The `pattern` tokenizer: group 1 of each match, those of no length left out. */
function analyse(text: string, name: 'duidu_terms' | 'duidu_query' = 'duidu_terms'): string[] {
  const pattern = tokenizer[name].pattern.replace(/\\x\{(\w+)\}/g, '\\u{$1}');
  return [...mapCharacters(text).matchAll(new RegExp(pattern, 'gu'))].map((match) => match[1] ?? '');
}

/** The terms of the desk's own search. */
function ownTerms(text: string): string[] {
  const { units, length } = folding.fold(text);
  const terms: string[] = [];
  scanTerms(units, length, {
    ideographs: (key) => terms.push(String.fromCharCode(key >>> 16, ...(key & 0xffff ? [key & 0xffff] : []))),
    word: (word) => terms.push(word),
  });
  return terms;
}

/** What the first has more of than the second. */
function more(first: readonly string[], second: readonly string[]): string[] {
  const left = [...second];
  return first.filter((term) => {
    const at = left.indexOf(term);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Ten thousand texts in `npm run test:engines` and `npm run test:laws`, a thousand else. */
const isLong = ['engines', 'laws'].includes(process.env.DUIDU_MODE ?? '');

const letters = fc.oneof(
  fc.constantFrom(...'清水繁體國語區開發ＡＢａ１２3４，。、 「」—…　\t\n'),
  fc.integer({ min: 0x4e00, max: 0x9fff }).map((unit) => String.fromCharCode(unit)),
  fc.integer({ min: 0x20, max: 0x24f }).map((unit) => String.fromCharCode(unit)),
  fc.constantFrom('㎡', '①', 'ｶﾞ', 'é', 'é', 'ﬁ', '한', 'かな', '々', '〇', '\u200b', '\ufeff'),
);

describe('the analyser for OpenSearch, by its documented rules', () => {
  it('gives the terms of our own search over many texts, but for the digits of written numbers', () => {
    const texts = fc
      .sample(fc.array(letters, { maxLength: 40 }), { numRuns: isLong ? 8000 : 800, seed: 7 })
      .map((all) => all.join(''));
    for (const text of [...texts, ...Array.from({ length: isLong ? 2000 : 200 }, (_, i) => makePage(i))]) {
      const [own, given] = [ownTerms(text), analyse(text)];
      const lacking = more(own, given).filter((term) => !/^\d+(\.\d+)?$/.test(term));
      if (lacking.length > 0 || more(given, own).length > 0)
        expect({ text, terms: given }).toEqual({ text, terms: own });
    }
  });

  it('finds a phrase where its words stand, in either script and any width', () => {
    const text = '清溪鎮２０１９年修橋三座，投入資金。';
    const at = (query: string): number => {
      const [terms, sought] = [analyse(text), analyse(query, 'duidu_query')];
      return terms.findIndex((_, i) => sought.length > 0 && sought.every((term, j) => terms[i + j] === term));
    };
    for (const query of ['清溪镇', '2019年修桥', '修桥三座', '投入资金', '座，投入', '镇2019'])
      expect(at(query), query).toBeGreaterThanOrEqual(0);
    for (const query of ['溪清', '三桥', '2018年']) expect(at(query), query).toBe(-1);
  });

  it('says a type for every column of every table', () => {
    expect(template.mappings.properties).toMatchObject({
      words: { type: 'text', analyzer: 'duidu', search_analyzer: 'duidu_query' },
      value: { type: 'double' },
      published: { type: 'keyword' },
    });
  });
});
