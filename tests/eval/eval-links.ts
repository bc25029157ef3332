/**
 * Prints the share of figures whose measure, subject, time and modality are right: of `tests/facts/link-held-out.txt` and
 * `link-held-out-articles.txt`, that nothing was learnt from, and of the sentences that the weights were learnt from. On genres held out in turns:
 * `resources/models/links/train.ts`.
 * Usage: npm run eval:links [-- --detail FILE…]
 */
import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { readNamesKnowledge } from '@shared/names/knowledge.ts';
import { recogniseNames } from '@shared/names/recognise.ts';
import { SAYINGS } from '../../resources/models/links/marked.ts';
import { knowledgeFiles } from '../facts/knowledge.ts';
import { HELD_OUT, HELD_OUT_ARTICLES, MARKED, shareOf } from '../facts/link-run.ts';

const names = readNamesKnowledge(knowledgeFiles);
const findNames = (text: string) => recogniseNames([{ text, role: 'body', article: 0 }], names)[0]!;

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isDetailed = process.argv.includes('--detail');
const percent = (right: number, asked: number): string =>
  asked === 0 ? '–' : `${((100 * right) / asked).toFixed(1)} (${right}/${asked})`;

const files = [HELD_OUT, HELD_OUT_ARTICLES, ...readdirSync(MARKED).map((name) => resolve(MARKED, name))];
for (const file of named.length > 0 ? named : files) {
  const { asked, right, wrong } = shareOf(file, basename(file).includes('articles') ? findNames : undefined);
  const shares = SAYINGS.map((saying) => `${saying} ${percent(right[saying], asked[saying])}`);
  console.log(`${basename(file).padEnd(28)} ${shares.join('  ')}`);
  if (isDetailed) for (const line of wrong) console.log(`  ${line}`);
}
