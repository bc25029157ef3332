import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { CommonScript } from '@shared/text/common-script.ts';
import { WordTable } from '@shared/text/word-table.ts';

/** What a verb can do: `feeling` only beside marks, `bare` right before a mark, `retells` with no marks. */
export interface SpeechVerb {
  readonly feeling: boolean;
  readonly bare: boolean;
  readonly retells: boolean;
}

/** What `quotes` needs to know of the world: read once from `resources/`, passed to every call. */
export interface QuotesKnowledge {
  readonly verbs: WordTable<SpeechVerb>;
  /** Units of text that before or after a verb make it another word. */
  readonly notAfter: ReadonlyMap<string, string>;
  readonly notBefore: ReadonlyMap<string, string>;
  readonly adverbs: WordTable<true>;
  readonly leads: WordTable<true>;
  readonly counters: WordTable<true>;
  readonly pronouns: WordTable<true>;
  readonly addressees: WordTable<true>;
  readonly people: WordTable<true>;
  readonly roles: WordTable<true>;
  readonly voices: WordTable<true>;
  readonly voiceHeads: WordTable<true>;
  readonly tellers: WordTable<true>;
  /** Writes traditional characters as simplified ones. */
  readonly script: CommonScript;
}

const SPEECH = 'lexicons/speech/speech.json';
const SCRIPT = 'lexicons/folding/traditional-simplified.txt';

/** Files under `resources/` that `readQuotesKnowledge` asks for. */
export const QUOTES_KNOWLEDGE_FILES: readonly string[] = [SPEECH, SCRIPT];

type WordLists =
  | 'saying'
  | 'feeling'
  | 'bareBefore'
  | 'indirect'
  | 'adverbs'
  | 'leads'
  | 'counters'
  | 'pronouns'
  | 'addressees'
  | 'people'
  | 'roles'
  | 'voices'
  | 'voiceHeads'
  | 'tellers';

interface SpeechFile extends Record<WordLists, readonly string[]> {
  readonly notAfter: Record<string, string>;
  readonly notBefore: Record<string, string>;
}

export function readQuotesKnowledge(files: KnowledgeFiles): QuotesKnowledge {
  const speech = JSON.parse(files.text(SPEECH)) as SpeechFile;
  const table = (list: WordLists): WordTable<true> => new WordTable(speech[list].map((word) => [word, true]));
  const verbOf = (word: string, feeling: boolean): [string, SpeechVerb] => [
    word,
    {
      feeling,
      bare: speech.bareBefore.some((ending) => word.endsWith(ending)),
      retells: speech.indirect.includes(word),
    },
  ];
  return {
    verbs: new WordTable([
      ...speech.feeling.map((word) => verbOf(word, true)),
      ...speech.saying.map((word) => verbOf(word, false)),
    ]),
    notAfter: new Map(Object.entries(speech.notAfter)),
    notBefore: new Map(Object.entries(speech.notBefore)),
    adverbs: table('adverbs'),
    leads: table('leads'),
    counters: table('counters'),
    pronouns: table('pronouns'),
    addressees: table('addressees'),
    people: table('people'),
    roles: table('roles'),
    voices: table('voices'),
    voiceHeads: table('voiceHeads'),
    tellers: table('tellers'),
    script: new CommonScript(files.text(SCRIPT)),
  };
}
