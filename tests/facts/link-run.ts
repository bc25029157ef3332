import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDatingKnowledge } from '@shared/dating/knowledge.ts';
import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { linkFacts, recogniseFacts } from '@shared/facts/recognise.ts';
import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import { factsKnowledge, knowledgeFiles } from './knowledge.ts';
import { isAllowed, type LinkCase, readLinkCases, SAYINGS, type Saying, sayingOf } from './link-notation.ts';

const dating = readDatingKnowledge(knowledgeFiles);

/** The figures of a case, linked as the program links them, times left out. */
export function linkCase({ text, names }: LinkCase): FoundFact[] {
  const facts = resolveTimes(text, recogniseFacts(text, factsKnowledge), null, dating);
  return linkFacts(text, facts, names, factsKnowledge).filter(({ kind }) => !isTimeKind(kind));
}

/** How many figures a file asks about, how many are right, and what is wrong. */
export interface LinkShare {
  readonly asked: Record<Saying, number>;
  readonly right: Record<Saying, number>;
  readonly wrong: readonly string[];
}

const SHARES = resolve(import.meta.dirname, 'link-shares');

export const shareFiles = (): string[] => readdirSync(SHARES).filter((name) => name.endsWith('.txt'));

/** Holds the answers of one file of `link-shares` against what the program says. */
export function shareOf(file: string): LinkShare {
  const asked = { measure: 0, subject: 0, when: 0, modality: 0 };
  const right = { ...asked };
  const wrong: string[] = [];
  for (const wanted of readLinkCases(readFileSync(resolve(SHARES, file), 'utf8'))) {
    const found = linkCase(wanted);
    let from = 0;
    for (const claim of wanted.expected) {
      const at = found.findIndex(({ text, start }) => start >= from && text === claim.figure);
      const fact = found[at];
      from = fact?.end ?? from;
      for (const saying of SAYINGS) {
        const answers = claim[saying];
        if (answers.includes('*')) continue;
        asked[saying] += 1;
        const said = sayingOf(fact, saying);
        if (fact !== undefined && isAllowed(said, answers)) right[saying] += 1;
        else
          wrong.push(`${wanted.text}\n    ${claim.figure} ${saying}: ${said}, not ${answers.join(' or ')}`);
      }
    }
  }
  return { asked, right, wrong };
}
