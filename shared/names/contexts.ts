import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { WordList } from '@shared/text/word-list.ts';

/** The lists of `lexicons/name-contexts`, by the file that holds them; what each means stands above it there. */
const LISTS = {
  persons: [
    'surname-address',
    'familiar-surname',
    'loose-post',
    'state-post',
    'behind-person',
    'behind-name-part',
    'person-tail',
    'byline-desk',
    'byline-calling',
  ],
  places: [
    'around-place',
    'beside-place',
    'village-word',
    'unit-word',
    'unit-end',
    'landmark',
    'province-letter',
    'land-letter',
    'rare-land-letter',
    'state-tie',
    'land-tie',
    'land-office',
    'land-side',
    'toward-land',
    'site-kind',
    'site-work',
    'place-compound',
    'letter-word',
  ],
  bodies: ['dictionary-body', 'park', 'quoted-body', 'founding', 'university-short'],
  programmes: [
    'comes-to-be',
    'becoming',
    'done-scheme',
    'contest',
    'document',
    'meeting',
    'event-stop',
    'weak-honour-verb',
    'honouring',
  ],
  products: ['goods-kind', 'row-kind', 'sold', 'trading', 'sort', 'machine'],
} as const;

/** What a word says of a name that stands beside it, or that it ends. */
export type ContextRole = (typeof LISTS)[keyof typeof LISTS][number];

/** The words of each role. */
export type NameContexts = Readonly<Record<ContextRole, WordList>>;

const pathOf = (file: string): string => `lexicons/name-contexts/${file}.txt`;

/** Files under `resources/` that `readNameContexts` asks for. */
export const NAME_CONTEXT_FILES: readonly string[] = Object.keys(LISTS).map(pathOf);

/** @throws where a file lacks one of its lists or has one that no rule knows. */
export function readNameContexts(files: KnowledgeFiles): NameContexts {
  const lists = new Map<string, WordList>();
  for (const [file, roles] of Object.entries<readonly string[]>(LISTS)) {
    const lines = files.text(pathOf(file)).split('\n');
    for (const line of lines) {
      if (line === '' || line.startsWith('#')) continue;
      const [role = '', words = ''] = line.split('\t');
      if (!roles.includes(role) || lists.has(role)) throw new Error(`${pathOf(file)}: no list ${role}`);
      lists.set(role, new WordList(words.split(' ')));
    }
    const missing = roles.find((role) => !lists.has(role));
    if (missing !== undefined) throw new Error(`${pathOf(file)}: ${missing} is missing`);
  }
  return Object.fromEntries(lists) as NameContexts;
}
