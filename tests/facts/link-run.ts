import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDatingKnowledge } from '@shared/dating/knowledge.ts';
import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { linkFacts, recogniseFacts } from '@shared/facts/recognise.ts';
import type { FoundName } from '@shared/model/name.ts';
import {
  isAllowed,
  isAsked,
  type MarkedText,
  matchFigures,
  readMarkedTexts,
  SAYINGS,
  type Saying,
  sayingOf,
} from '../../resources/models/links/marked.ts';
import { factsKnowledge, knowledgeFiles } from './knowledge.ts';

const dating = readDatingKnowledge(knowledgeFiles);

/** How many figures a file asks about, how many are right, and what is wrong. */
export interface LinkShare {
  readonly asked: Record<Saying, number>;
  readonly right: Record<Saying, number>;
  readonly wrong: readonly string[];
}

/** Sentences that neither rule nor weight has learnt from. */
export const HELD_OUT = resolve(import.meta.dirname, 'link-held-out.txt');
/** Whole articles that neither rule nor weight has learnt from, in which no name is marked. */
export const HELD_OUT_ARTICLES = resolve(import.meta.dirname, 'link-held-out-articles.txt');
/** The sentences that the weights are learnt from. */
export const MARKED = resolve(import.meta.dirname, '../../resources/models/links/marked');

type FindNames = (text: string) => readonly FoundName[];

/**
 * Holds the answers of a file against what the program says, given the names that the file marks.
 * @param findNames gives the names of a text that marks none.
 */
export function shareOf(path: string, findNames: FindNames = () => []): LinkShare {
  const asked = { measure: 0, subject: 0, when: 0, modality: 0 };
  const right = { ...asked };
  const wrong: string[] = [];
  for (const { text, names, expected } of readMarkedTexts(readFileSync(path, 'utf8'))) {
    const known = names.length > 0 ? names : findNames(text);
    const found = matchFigures(expected, linked({ text, names: known }));
    for (const [index, claim] of expected.entries()) {
      for (const saying of SAYINGS) {
        if (!isAsked(claim[saying])) continue;
        asked[saying] += 1;
        const said = sayingOf(found[index], saying);
        if (found[index] !== undefined && isAllowed(said, claim[saying])) right[saying] += 1;
        else wrong.push(`${text}\n    ${claim.figure} ${saying}: ${said}, not ${claim[saying].join(' or ')}`);
      }
    }
  }
  return { asked, right, wrong };
}

function linked({ text, names }: Pick<MarkedText, 'text' | 'names'>) {
  const facts = resolveTimes(text, recogniseFacts(text, factsKnowledge), null, dating);
  return linkFacts(text, facts, names, factsKnowledge);
}
