/**
 * What each rung of the ladder and each list of `names` earns, by taking it away: the change in right and wrong names
 * (exact spans) on sentences that no training saw, and how many marked cases of `tests/names/cases` no longer hold.
 * None of these texts is of the five pages that the rules were first written on, nor of their region.
 * Usage: npm run eval:ablate:names [-- rules | lists] [-- NAME…]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { NameType } from '@shared/model/name.ts';
import type { NamesKnowledge } from '@shared/names/knowledge.ts';
import { PASSES, type Passes } from '@shared/names/passes.ts';
import { type Reading, readText } from '@shared/names/reading/reading.ts';
import { findNames, recogniseNames } from '@shared/names/recognise.ts';
import { type Rule, WEIGHTS } from '@shared/names/weights.ts';
import { WordList } from '@shared/text/word-list.ts';
import { readUner } from '../../resources/models/names/corpus.ts';
import { readMarked } from '../../resources/models/names/marked.ts';
import { namesKnowledge } from '../names/knowledge.ts';

interface Answered {
  readonly text: string;
  /** `start-end-type` of each name. */
  readonly gold: ReadonlySet<string>;
}

const bench = resolve(import.meta.dirname, '../bench/names');
const uner = resolve(import.meta.dirname, '../../../shared/data/uner-zh-gsdsimp/zh_gsdsimp-ud-dev.iob2');
const key = ({ start, end, type }: { start: number; end: number; type: string }): string =>
  `${start}-${end}-${type}`;
const answered = (sentences: ReturnType<typeof readMarked>): Answered[] =>
  sentences.map(({ text, spans }) => ({ text, gold: new Set(spans.map(key)) }));
const ofFile = (name: string): string => readFileSync(resolve(bench, name), 'utf8');
const sentences: Answered[] = [
  ...answered(readMarked(ofFile('held-out-sentences.txt'))),
  ...answered(readMarked(ofFile('held-out-genres.txt').replace(/^## .*$/gm, ''))),
  ...(existsSync(uner) ? answered(readUner(readFileSync(uner, 'utf8'))) : []),
];

const SIGNS: Readonly<Record<string, NameType>> = {
  P: 'person',
  L: 'place',
  O: 'org',
  S: 'programme',
  E: 'event',
  D: 'product',
  T: 'title',
};
const caseFolder = resolve(import.meta.dirname, '../names/cases');
const cases: Answered[] = readdirSync(caseFolder)
  .flatMap((file) => readFileSync(resolve(caseFolder, file), 'utf8').split('\n'))
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const gold = new Set<string>();
    let text = '';
    for (const [, plain = '', sign = '', name = ''] of line.matchAll(
      /([^[]*)(?:\[([PLOSEDT])([^[\]]*)\])?/g,
    )) {
      text += plain;
      if (name !== '')
        gold.add(key({ start: text.length, end: text.length + name.length, type: SIGNS[sign]! }));
      text += name;
    }
    return { text, gold };
  });

interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly holding: number;
}

/** The tagger's share is the same for all measurements. */
const readings = new Map<string, Reading>();
const readOnce = (text: string): Reading => {
  const reading = readings.get(text) ?? readText(text, namesKnowledge());
  readings.set(text, reading);
  return reading;
};

const TAGGED = new Set<string>(['person', 'place', 'org']);

function measure(knowledge: NamesKnowledge, passes: Passes): Score {
  const find = (text: string): Set<string> => {
    const named = { text, role: 'body', article: 0 } as const;
    const read = () => findNames(readOnce(text), named.role, knowledge, passes);
    return new Set(recogniseNames([named], knowledge, read, passes)[0]!.map(key));
  };
  let right = 0;
  let wrong = 0;
  for (const { text, gold } of sentences)
    for (const name of find(text)) if (TAGGED.has(name.split('-')[2]!)) gold.has(name) ? right++ : wrong++;
  const holding = cases.filter(({ text, gold }) => {
    const said = find(text);
    return said.size === gold.size && [...gold].every((name) => said.has(name));
  }).length;
  return { right, wrong, holding };
}

/** The passes with what one rule finds left out. */
function withoutRule(rule: Rule): Passes {
  const keeps = (found: { readonly rule: Rule }): boolean => found.rule !== rule;
  const ofText = (passes: Passes['text']): Passes['text'] =>
    passes.map((pass) => ({
      ...pass,
      find: (reading, knowledge) => pass.find(reading, knowledge).filter(keeps),
    }));
  const ofPage = (passes: Passes['holding']): Passes['holding'] =>
    passes.map((pass) => ({
      ...pass,
      find: (page, knowledge) => pass.find(page, knowledge).map((list) => list.filter(keeps)),
    }));
  return {
    byline: ofText(PASSES.byline),
    text: ofText(PASSES.text),
    shortPlaces: ofPage(PASSES.shortPlaces),
    longer: ofText(PASSES.longer),
    holding: ofPage(PASSES.holding),
  };
}

const emptied = (list: unknown): unknown => {
  if (list instanceof WordList) return new WordList([]);
  if (list instanceof Set) return new Set();
  return list instanceof Map ? new Map() : [];
};

const knowledge = namesKnowledge();
const whole = measure(knowledge, PASSES);
const [what, ...only] = process.argv.slice(2);
const wanted = (name: string): boolean => only.length === 0 || only.includes(name);
console.log(
  `${sentences.length} sentences: ${whole.right} right, ${whole.wrong} wrong; ${whole.holding} of ${cases.length} cases`,
);
console.log('without                   right  wrong  cases');
const show = (name: string, score: Score): void => {
  const change = (after: number, before: number): string =>
    (after === before ? '·' : `${after > before ? '+' : ''}${after - before}`).padStart(6);
  console.log(
    `${name.padEnd(24)} ${change(score.right, whole.right)} ${change(score.wrong, whole.wrong)} ${change(score.holding, whole.holding)}`,
  );
};
if (what !== 'lists')
  for (const rule of Object.keys(WEIGHTS) as Rule[])
    if (wanted(rule)) show(rule, measure(knowledge, withoutRule(rule)));
if (what !== 'rules') {
  for (const [name, list] of Object.entries(knowledge.words))
    if (wanted(name))
      show(name, measure({ ...knowledge, words: { ...knowledge.words, [name]: emptied(list) } }, PASSES));
  for (const [name, list] of Object.entries(knowledge.contexts))
    if (wanted(name))
      show(
        name,
        measure({ ...knowledge, contexts: { ...knowledge.contexts, [name]: emptied(list) } }, PASSES),
      );
}
